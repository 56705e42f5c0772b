/** Running a network over one sequence: every layer's trace, then the readout. */
import { checkCarries, type Carries } from './carry.ts'
import { readInputs, type Sequence } from './inputs.ts'
import type { Hold } from './interventions.ts'
import { partParameters, type Direction, type Network, type Part } from './network.ts'
import { checkParameters } from './parameters.ts'
import { ofLength } from './ofLength.ts'
import { readOut } from './readout.ts'
import { javascript, type LayerBackend } from './backend.ts'
import { at, plane, type Recording, type Trace, type Values } from './trace.ts'

export interface NetworkHold extends Hold {
  /** Layer and direction; the first layer, and forward where a layer has both directions, unless told. */
  readonly layer?: number
  readonly direction?: Direction
}

export interface RunOptions {
  readonly recording?: Recording
  readonly precision?: 'f64' | 'f32'
  readonly holds?: readonly NetworkHold[]
  /** Carry before the first step of each part; zeros unless told. */
  readonly initial?: Carries
  /**
   * A trace that nobody reads any more: its memory is written over, because fresh memory takes longer to get
   * than to fill. It serves a run of the same network, length, recording and precision; else it is left alone.
   */
  readonly reuse?: NetworkTrace | null
  /**
   * Says that the parameters are the numbers of this network's last run, as for the second sequence of a batch:
   * they are neither checked nor packed again.
   */
  readonly unchanged?: boolean
  /** What runs the layers: JavaScript unless told. */
  readonly backend?: LayerBackend
}

export interface NetworkTrace {
  readonly network: Network
  /** The array that was given, not a copy: who changes it in place runs again before going back. */
  readonly parameters: Float64Array
  readonly options: Omit<RunOptions, 'reuse' | 'unchanged' | 'backend'>
  readonly T: number
  /** The symbol of each step, or null for vector inputs. */
  readonly symbols: readonly number[] | null
  /** What the first layer read, [T][I]. */
  readonly inputs: Float64Array
  /** One trace a part, in the order of network.parts. */
  readonly traces: readonly Trace[]
  /** What the readout read: [rows][width]. */
  readonly states: Float64Array
  /** Rows of the output: T, or 1 when only the last counts. */
  readonly rows: number
  /** Readout before its activation, [rows][outputs]. */
  readonly logits: Float64Array
  /** The output, [rows][outputs]. */
  readonly outputs: Float64Array
}

/** h of all parts of one layer side by side, [T][directions · H]. */
const concatenated = (traces: readonly Trace[], T: number): Values => {
  const outputs = traces.map((trace) => plane(trace, trace.program.cell.output))
  if (outputs.length === 1) return outputs[0]!
  const width = traces.reduce((sum, trace) => sum + trace.program.H, 0)
  const joined = new Float64Array(T * width)
  let column = 0
  traces.forEach((trace, k) => {
    const { H } = trace.program
    for (let t = 0; t < T; t++)
      for (let u = 0; u < H; u++) joined[t * width + column + u] = outputs[k]![t * H + u]!
    column += H
  })
  return joined
}

/** In double precision. A loop, because `from` takes ten times as long and new memory has to be cleared. */
const widened = (values: Float32Array, reuse: Float64Array | null): Float64Array => {
  const { length } = values
  const wide = ofLength(length, reuse)
  for (let k = 0; k < length; k++) wide[k] = values[k]!
  return wide
}

/** The state that each direction ends with, side by side: step T − 1 forward, step 0 in reverse. */
const finalStates = (traces: readonly Trace[], width: number): Float64Array => {
  const states = new Float64Array(width)
  let column = 0
  for (const trace of traces) {
    states.set(at(trace, trace.reversed ? 0 : trace.T - 1, trace.program.cell.output), column)
    column += trace.program.H
  }
  return states
}

/** The part that a hold acts on. */
const targetOf = (network: Network, { slot, layer = 0, direction }: NetworkHold): Part => {
  const part = network.parts.find(
    (candidate) =>
      candidate.layer === layer && (direction === undefined || candidate.direction === direction),
  )
  if (!part)
    throw new Error(
      `Cannot hold "${slot}" in layer ${layer}${direction ? `, ${direction}` : ''}: expected one of ${network.parts
        .map((known) => `layer ${known.layer}, ${known.direction}`)
        .join('; ')}.`,
    )
  return part
}

const holdsOf = (network: Network, part: Part, holds: readonly NetworkHold[] = []): readonly Hold[] =>
  holds.filter((hold) => targetOf(network, hold) === part)

/**
 * Runs a network over one sequence and records what `options.recording` says.
 * @param parameters flat array in the layout of network.parameters.
 * @throws Error for an empty sequence, a row of the wrong width, a symbol out of range, an input or
 *   weight that is not finite, parameters of the wrong length, an invalid hold or initial carry.
 */
export const run = (
  network: Network,
  parameters: Float64Array,
  sequence: Sequence,
  { reuse = null, unchanged = false, backend = javascript, ...options }: RunOptions = {},
): NetworkTrace => {
  if (!unchanged) checkParameters(network.parameters, parameters)
  checkCarries(network, options.initial, 'an initial')
  const { symbols, inputs } = readInputs(network, parameters, sequence, reuse?.inputs ?? null)
  const T = inputs.length / network.I
  const traces: Trace[] = []
  let below: Values = inputs
  for (let layer = 0; layer < network.spec.layers.length; layer++) {
    const own = network.parts.flatMap((part, index) => (part.layer === layer ? [{ part, index }] : []))
    const layerTraces = own.map(({ part, index }) =>
      backend.runLayer(part.program, partParameters(part, parameters), below, {
        reversed: part.direction === 'reverse',
        recording: options.recording ?? 'all',
        precision: options.precision ?? 'f64',
        holds: holdsOf(network, part, options.holds),
        initial: options.initial?.[index] ?? {},
        reuse: reuse?.traces[index]?.values ?? null,
        unchanged,
      }),
    )
    traces.push(...layerTraces)
    below = concatenated(layerTraces, T)
  }
  const last = traces.filter((_, k) => network.parts[k]!.layer === network.spec.layers.length - 1)
  const states =
    network.spec.outputs === 'last'
      ? finalStates(last, network.width)
      : below instanceof Float64Array
        ? below
        : widened(below, reuse?.states ?? null)
  const rows = network.spec.outputs === 'last' ? 1 : T
  return {
    network,
    parameters,
    options,
    T,
    symbols,
    inputs,
    traces,
    states,
    rows,
    ...readOut(network, parameters, states, rows, reuse),
  }
}

/** Holds that act on one part of a traced network: those that openStep and the Jacobians of its trace want. */
export const partHolds = (trace: NetworkTrace, part: Part): readonly Hold[] =>
  holdsOf(trace.network, part, trace.options.holds)

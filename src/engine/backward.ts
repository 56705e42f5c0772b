/** Backpropagation through time of a whole network. */
import { javascript, type LayerBackend } from './backend.ts'
import type { InitialGradients } from './backwardLayer.ts'
import { checkCarries, type Carries } from './carry.ts'
import { partParameters, type Network } from './network.ts'
import { ofLength } from './ofLength.ts'
import { parameterView } from './parameters.ts'
import { readOutBackward } from './readout.ts'
import { partHolds, type NetworkTrace } from './run.ts'
import type { Trace } from './trace.ts'

export interface Gradients {
  /** The trace again, with ∂L/∂ every slot of every part (read with gradAt, gradPlane). */
  readonly trace: NetworkTrace
  /** ∂L/∂ parameters, flat, in the layout of network.parameters. */
  readonly parameters: Float64Array
  /** ∂L/∂ the vectors that the first layer read, [T][I]. */
  readonly inputs: Float64Array
  /** ∂L/∂ initial carry, parallel to network.parts. */
  readonly initial: readonly InitialGradients[]
  /** ∂L/∂ what each part read, [T][its I], parallel to network.parts. */
  readonly partInputs: readonly Float64Array[]
  /** ∂L/∂ what the readout read, [rows][width]. */
  readonly states: Float64Array
}

export interface BackwardOptions {
  /** ∂L/∂ final carry of each part, where a loss reads it directly. */
  readonly final?: Carries
  /** False where only ∂L/∂ parameters, inputs and carry are wanted, as in training: `trace` gets no gradients. */
  readonly slots?: boolean
  /** Gradients of this network that nobody reads any more: their memory is written over where it fits. */
  readonly reuse?: Partial<Gradients> | null
  /** Says that the parameters are the numbers of this network's last way back: they are not packed again. */
  readonly unchanged?: boolean
  /** What goes back through the layers: JavaScript unless told. */
  readonly backend?: LayerBackend
}

/** ∂L/∂ the last layer's output [T][width] from ∂L/∂ what the readout read. */
const spread = (trace: NetworkTrace, dStates: Float64Array): Float64Array => {
  const { network, T } = trace
  if (network.spec.outputs === 'every') return dStates
  const full = new Float64Array(T * network.width)
  let column = 0
  for (const part of network.parts) {
    if (part.layer !== network.spec.layers.length - 1) continue
    const { H } = part.program
    const t = part.direction === 'reverse' ? 0 : T - 1
    full.set(dStates.subarray(column, column + H), t * network.width + column)
    column += H
  }
  return full
}

/** Columns [from, from + H) of [T][width]. */
const columns = (all: Float64Array, T: number, width: number, from: number, H: number): Float64Array => {
  if (H === width) return all
  const own = new Float64Array(T * H)
  for (let t = 0; t < T; t++) own.set(all.subarray(t * width + from, t * width + from + H), t * H)
  return own
}

const embeddingBackward = (trace: NetworkTrace, dInputs: Float64Array, gradient: Float64Array): void => {
  const { network, symbols } = trace
  if (network.spec.input.kind !== 'embedding' || !symbols) return
  const dE = parameterView(network.parameters, gradient, 'embedding.E')
  symbols.forEach((symbol, t) => {
    for (let j = 0; j < network.I; j++) dE[symbol * network.I + j]! += dInputs[t * network.I + j]!
  })
}

const partsOfLayer = (network: Network, layer: number) =>
  network.parts.flatMap((part, index) => (part.layer === layer ? [{ part, index }] : []))

/**
 * Backpropagates ∂L/∂ logits [rows][outputs] through a traced network.
 * The trace given is left as it is; the one returned has its gradients beside the same values.
 * The weights must be those of the run: a trace holds the array that it was given, not a copy.
 * @throws Error when dLogits has the wrong length, the final carry does not fit the parts, or the trace was
 *   recorded for display only.
 */
export const backward = (
  trace: NetworkTrace,
  dLogits: Float64Array,
  options: BackwardOptions = {},
): Gradients => {
  const { network, parameters, T } = trace
  if (dLogits.length !== trace.logits.length)
    throw new Error(
      `Expected ∂L/∂ logits of ${trace.logits.length} numbers (${trace.rows} rows of ${network.outputs}), got ${dLogits.length}.`,
    )
  checkCarries(network, options.final, '∂L/∂ a final')
  const { reuse, slots = true, unchanged = false, backend = javascript } = options
  const gradient = ofLength(network.parameterCount, reuse?.parameters).fill(0)
  const states = readOutBackward(network, parameters, trace.states, dLogits, gradient, reuse?.states)
  let dAbove = spread(trace, states)
  let width = network.width
  const traces: Trace[] = [...trace.traces]
  const initial: InitialGradients[] = network.parts.map(() => ({}))
  const partInputs: Float64Array[] = []
  for (let layer = network.spec.layers.length - 1; layer >= 0; layer--) {
    const own = partsOfLayer(network, layer)
    let column = 0
    let dBelow: Float64Array | null = null
    for (const { part, index } of own) {
      const { H } = part.program
      const back = backend.backwardLayer(
        trace.traces[index]!,
        partParameters(part, parameters),
        columns(dAbove, T, width, column, H),
        partParameters(part, gradient),
        {
          holds: partHolds(trace, part),
          final: options.final?.[index] ?? {},
          slots,
          unchanged,
          reuse: { inputs: reuse?.partInputs?.[index], initial: reuse?.initial?.[index] },
        },
      )
      column += H
      traces[index] = back.trace
      initial[index] = back.initial
      const dInput = back.inputs
      partInputs[index] = dInput
      // Each direction's own is kept, so that only a sum of two needs an array of its own.
      if (dBelow === null) dBelow = own.length === 1 ? dInput : dInput.slice()
      else for (let k = 0; k < dBelow.length; k++) dBelow[k]! += dInput[k]!
    }
    dAbove = dBelow!
    width = own[0]!.part.program.I
  }
  embeddingBackward(trace, dAbove, gradient)
  return { trace: { ...trace, traces }, parameters: gradient, inputs: dAbove, initial, partInputs, states }
}

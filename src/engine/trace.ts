/**
 * A trace: every recorded intermediate of every step of one layer and direction.
 * One plane of [T + 1][H] a recorded slot, all in one buffer with the same index in all planes; rows
 * are in the order of the sequence. Run forward, row 0 is the initial carry and step t is row t + 1;
 * run in reverse, step t is row t and row T is the initial carry. So a plane is already a heatmap.
 */
import { ops } from './ops.ts'
import type { Program } from './program.ts'
import { scratchOf } from './scratch.ts'

export type Values = Float64Array | Float32Array

/** What is kept: everything; what backward needs; or the named equations only. */
export type Recording = 'all' | 'backward' | 'display'

export interface Trace {
  readonly program: Program
  /** Number of timesteps. */
  readonly T: number
  readonly reversed: boolean
  /** Inputs [T][I], in the order of the sequence. */
  readonly inputs: Values
  readonly recording: Recording
  /** Index of a slot's plane, or −1 when it is not recorded; parallel to program.slots. */
  readonly planes: readonly number[]
  readonly values: Values
  /** ∂L/∂ every slot in the layout that `values` has when all is recorded; null before `backward`. */
  readonly grads: Float64Array | null
  /** ∂L/∂ inputs [T][I], or null before `backward`. */
  readonly inputGrads: Float64Array | null
}

const keptSlots = (program: Program, recording: Recording): readonly number[] => {
  const kept = new Set<number>()
  for (const slot of program.slots) {
    if (recording === 'all' || slot.named) kept.add(slot.index)
    if (recording !== 'backward') continue
    const { reads } = ops[slot.op]
    if (reads === 'output') kept.add(slot.index)
    if (reads === 'arguments') for (const arg of slot.args) if (arg.from === 'slot') kept.add(arg.slot)
  }
  return program.slots.map((slot) => slot.index).filter((index) => kept.has(index))
}

const recordings = scratchOf((program) => ({
  all: keptSlots(program, 'all'),
  backward: keptSlots(program, 'backward'),
  display: keptSlots(program, 'display'),
}))

/** Which slots a recording keeps, in their order. */
export const recordedSlots = (program: Program, recording: Recording): readonly number[] => {
  const known = recordings(program)
  if (Object.hasOwn(known, recording)) return known[recording]
  throw new RangeError(
    `Recording: expected ${Object.keys(known).join(', ')}, got ${JSON.stringify(recording)}.`,
  )
}

/** The row of step t (0 … T − 1) in every plane; t = −1 (T when reversed) is the initial carry. */
export const rowOf = (trace: Pick<Trace, 'reversed'>, t: number): number => (trace.reversed ? t : t + 1)

const planeIndex = (trace: Trace, name: string): number => {
  const slot = trace.program.slots.find((candidate) => candidate.name === name)
  if (!slot)
    throw new Error(
      `No slot "${name}" in cell "${trace.program.cell.id}". Expected x or one of: ${trace.program.slots
        .map((known) => known.name)
        .join(', ')}.`,
    )
  const plane = trace.planes[slot.index] ?? -1
  if (plane < 0)
    throw new Error(`Slot "${name}" was not recorded ("${trace.recording}"). Run again with recording "all".`)
  return plane
}

/** Gradients keep every slot, so that a slot's own index is its plane. */
const gradPlaneIndex = (trace: Trace, name: string): number => {
  const slot = trace.program.slots.findIndex((candidate) => candidate.name === name)
  return slot < 0 ? planeIndex(trace, name) : slot
}

const view = (
  trace: Trace,
  from: Values | null,
  inputs: Values | null,
  name: string,
  start: number,
  rows: number,
): Values => {
  if (!from || !inputs)
    throw new Error('This trace has no gradients yet. Call backward first and read its trace.')
  if (name === 'x') {
    const { I } = trace.program
    return inputs.subarray(start * I, (start + rows) * I)
  }
  const { H } = trace.program
  const index = from === trace.grads ? gradPlaneIndex(trace, name) : planeIndex(trace, name)
  const base = index * (trace.T + 1)
  const row = base + rowOf(trace, start)
  return from.subarray(row * H, (row + rows) * H)
}

const checkStep = (trace: Trace, name: string, t: number): void => {
  const initial = trace.reversed ? trace.T : -1
  const carried = trace.program.cell.carry.includes(name)
  if (Number.isInteger(t) && ((t >= 0 && t < trace.T) || (carried && t === initial))) return
  throw new Error(
    `Step ${t} of "${name}" is outside the sequence. Expected 0 to ${trace.T - 1}${
      carried ? `, or ${initial} for the initial carry` : ''
    }.`,
  )
}

/** Throws unless step t is in the sequence and k is t, a step that t came after, or the initial carry. */
export const checkSteps = ({ T, reversed }: Trace, t: number, k: number): void => {
  const [first, last] = reversed ? [t, T] : [-1, t]
  if (Number.isInteger(t) && t >= 0 && t < T && Number.isInteger(k) && k >= first && k <= last) return
  throw new Error(
    `Expected a step t from 0 to ${T - 1} and a step k that it came after (${
      reversed ? `t to ${T}` : '−1 to t'
    }), got t = ${t}, k = ${k}.`,
  )
}

/**
 * The value of slot `name` (or 'x') at step t: a view of length H (or I), never a copy.
 * @param t 0 … T − 1; for a carried slot also −1 (T in a reversed layer), the initial carry
 * @throws Error for an unknown slot, one that was not recorded, a step outside the sequence
 */
export const at = (trace: Trace, t: number, name: string): Values => {
  checkStep(trace, name, t)
  return view(trace, trace.values, trace.inputs, name, t, 1)
}

/**
 * ∂L/∂ slot `name` (or 'x') at step t: a view of length H (or I). Steps as in `at`.
 * @throws Error as `at`, and when the trace is not one that `backward` returned
 */
export const gradAt = (trace: Trace, t: number, name: string): Values => {
  checkStep(trace, name, t)
  return view(trace, trace.grads, trace.inputGrads, name, t, 1)
}

/**
 * All T steps of a slot (or 'x') in the order of the sequence, [T][H] (or [T][I]): a view, ready as a heatmap.
 * @throws Error for an unknown slot or one that was not recorded
 */
export const plane = (trace: Trace, name: string): Values =>
  view(trace, trace.values, trace.inputs, name, 0, trace.T)

/**
 * ∂L/∂ all T steps of a slot (or 'x'), [T][H] (or [T][I]): a view.
 * @throws Error as `plane`, and when the trace is not one that `backward` returned
 */
export const gradPlane = (trace: Trace, name: string): Values =>
  view(trace, trace.grads, trace.inputGrads, name, 0, trace.T)

/**
 * The carried value that step t read, of length H: h_{t−1}, or h_{t+1} in a reversed layer.
 * @throws Error for a value that is not carried at the first step read, and as `at`
 */
export const carryInto = (trace: Trace, t: number, name: string): Values =>
  at(trace, trace.reversed ? t + 1 : t - 1, name)

/** The forward pass of one layer in one direction: step after step, recorded slots copied to the trace. */
import { writeCarry, type Carry } from './carry.ts'
import { holdTable, type Hold } from './interventions.ts'
import { machineOf, runStep } from './machine.ts'
import type { Program } from './program.ts'
import { carryInto, recordedSlots, rowOf, type Recording, type Trace, type Values } from './trace.ts'

export interface LayerRunOptions {
  readonly reversed?: boolean
  readonly recording?: Recording
  /** 'f64' unless told; 'f32' halves the memory of long runs (arithmetic stays f64). */
  readonly precision?: 'f64' | 'f32'
  readonly holds?: readonly Hold[]
  readonly initial?: Carry
  /** Values of a trace that nobody reads any more, to be written over when they have the right size. */
  readonly reuse?: Values | null
  /** The parameters are the numbers of the program's last run. */
  readonly unchanged?: boolean
}

/** Values for a trace: those that may be used again if they fit, else new ones. */
export const valuesFor = (precision: 'f64' | 'f32', length: number, reuse: Values | null): Values => {
  const Kind = precision === 'f32' ? Float32Array : Float64Array
  return reuse instanceof Kind && reuse.length === length ? reuse : new Kind(length)
}

/** The plane of each slot, −1 where it is not among the recorded ones. */
export const planesOf = ({ slots }: Program, recorded: readonly number[]): readonly number[] =>
  slots.map((slot) => recorded.indexOf(slot.index))

/**
 * Copies a stretch of registers into a trace: a function for each kind of array, because one that meets both
 * takes a slower path in V8.
 */
const storeDoubles = (values: Float64Array, at: number, r: number[], register: number, n: number): void => {
  for (let u = 0; u < n; u++) values[at + u] = r[register + u]!
}
const storeSingles = (values: Float32Array, at: number, r: number[], register: number, n: number): void => {
  for (let u = 0; u < n; u++) values[at + u] = r[register + u]!
}

const store = (values: Values, at: number, r: number[], register: number, n: number): void =>
  values instanceof Float64Array
    ? storeDoubles(values, at, r, register, n)
    : storeSingles(values, at, r, register, n)

/**
 * Runs a program over inputs [T][I].
 * @throws Error when parameters do not fit the program, or the initial carry or a hold is not valid.
 */
export const runLayer = (
  program: Program,
  parameters: Float64Array,
  inputs: Values,
  options: LayerRunOptions = {},
): Trace => {
  const { I, H, slots } = program
  const T = inputs.length / I
  const { reversed = false, recording = 'all', precision = 'f64' } = options
  const holds = holdTable(program, options.holds ?? [])
  const machine = machineOf(program, parameters, options.unchanged)
  const r = machine.registers
  const recorded = recordedSlots(program, recording)
  const registers = recorded.map((slot) => slots[slot]!.register)
  const length = recorded.length * (T + 1) * H
  const values = valuesFor(precision, length, options.reuse ?? null)
  const planes = planesOf(program, recorded)

  // The previous carries stand side by side behind x.
  writeCarry(program, options.initial ?? {}, 'an initial', r, I)
  for (const { slot, register } of program.carry) {
    const row = planes[slot]! * (T + 1) + (reversed ? T : 0)
    store(values, row * H, r, register, H)
  }
  for (let step = 0; step < T; step++) {
    const t = reversed ? T - 1 - step : step
    for (let j = 0; j < I; j++) r[j] = inputs[t * I + j]!
    runStep(machine, holds, t)
    const row = rowOf({ reversed }, t)
    for (let k = 0; k < registers.length; k++) store(values, (k * (T + 1) + row) * H, r, registers[k]!, H)
    for (const { slot, register } of program.carry) {
      const from = slots[slot]!.register
      for (let u = 0; u < H; u++) r[register + u] = r[from + u]!
    }
  }
  return {
    program,
    T,
    reversed,
    inputs,
    recording,
    planes,
    values,
    grads: null,
    inputGrads: null,
  }
}

/**
 * Step t once more, all slots recorded, from what a trace has kept: long runs record the equations' values
 * alone ('display') and open a step when it is looked at. The trace returned has one step: read it at 0.
 * From an f64 trace the numbers are the same bits. An f32 trace has rounded its carry to 6e-8 of its size, so
 * that a step worked out from it differs by about as much from what was recorded.
 * @param parameters flat, in the layout of the trace's program (`partParameters` of a network).
 * @param holds those that the trace was run with (`partHolds`).
 * @throws Error when t is outside the sequence, or parameters do not fit the program.
 */
export const openStep = (
  trace: Trace,
  parameters: Float64Array,
  t: number,
  holds: readonly Hold[] = [],
): Trace => {
  const { program, inputs, reversed, T } = trace
  if (!Number.isInteger(t) || t < 0 || t >= T)
    throw new Error(`Expected a step from 0 to ${T - 1} to open, got ${t}.`)
  return runLayer(program, parameters, inputs.subarray(t * program.I, (t + 1) * program.I), {
    reversed,
    holds: holds.filter(({ from, to }) => from <= t && t <= to).map((hold) => ({ ...hold, from: 0, to: 0 })),
    initial: Object.fromEntries(program.cell.carry.map((name) => [name, carryInto(trace, t, name)])),
  })
}

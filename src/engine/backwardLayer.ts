/**
 * Backpropagation through time of one layer over its recorded values. The gradient of every slot is kept in
 * the layout of the values, unless only the parameters' are wanted.
 */
import { backMachineOf, backStep, loadStep } from './backwardStep.ts'
import { writeCarry, type Carry } from './carry.ts'
import type { Hold } from './interventions.ts'
import { ofLength } from './ofLength.ts'
import { collectStep, finishSums, startSums } from './parameterGradients.ts'
import type { Program } from './program.ts'
import { rowOf, type Trace } from './trace.ts'

/** ∂L/∂ initial carry by slot name, each of length H. */
export type InitialGradients = Readonly<Record<string, Float64Array>>

export interface LayerGradients {
  /** The trace with its gradients: all slots are in it, whatever the values' recording. */
  readonly trace: Trace
  /** ∂L/∂ inputs [T][I]. */
  readonly inputs: Float64Array
  readonly initial: InitialGradients
}

export interface LayerBackwardOptions {
  readonly holds?: readonly Hold[]
  /** ∂L/∂ final carry by slot name, where the loss reads it directly. */
  readonly final?: Carry
  /** False leaves the trace without gradients. */
  readonly slots?: boolean
  /** The parameters are the numbers of the last way back through the same program. */
  readonly unchanged?: boolean
  /** Gradients of the same program that nobody reads any more, to be written over where they have the right length. */
  readonly reuse?: {
    readonly inputs: Float64Array | undefined
    readonly initial: InitialGradients | undefined
  } | null
}

/** Copies the gradients of one step to row `row` of every plane. */
const keepStep = (
  grads: Float64Array,
  g: number[],
  { slots, H }: Program,
  rows: number,
  row: number,
): void => {
  for (const { index, register } of slots) {
    const base = (index * rows + row) * H
    for (let u = 0; u < H; u++) grads[base + u] = g[register + u]!
  }
}

/**
 * Backpropagates ∂L/∂ output [T][H] (sequence order) through a trace. Zeros in `gradient` (flat, the program's
 * layout) become ∂L/∂ parameters.
 * @throws Error when the trace was recorded for display only, or the final carry does not fit the cell.
 */
export const backwardLayer = (
  trace: Trace,
  parameters: Float64Array,
  dOutput: Float64Array,
  gradient: Float64Array,
  {
    holds = [],
    final = {},
    slots: keepsSlots = true,
    unchanged = false,
    reuse = null,
  }: LayerBackwardOptions = {},
): LayerGradients => {
  const { program, T, reversed } = trace
  const { I, H, slots, carry } = program
  const back = backMachineOf(trace, parameters, holds, unchanged)
  const { registers: r, gradients: g, carry: dCarry } = back
  const sums = startSums(program, gradient)
  const grads = keepsSlots ? new Float64Array(slots.length * (T + 1) * H) : null
  const inputs = ofLength(T * I, reuse?.inputs)
  writeCarry(program, final, '∂L/∂ a final', dCarry, 0)
  const output = slots[program.output]!.register

  for (let step = T - 1; step >= 0; step--) {
    const t = reversed ? T - 1 - step : step
    loadStep(back, t)
    for (let k = 0; k < g.length; k++) g[k] = 0
    for (let u = 0; u < H; u++) g[output + u] = dOutput[t * H + u]!
    for (let k = 0; k < carry.length; k++) {
      const { register } = slots[carry[k]!.slot]!
      for (let u = 0; u < H; u++) g[register + u]! += dCarry[k * H + u]!
    }

    backStep(back, t)
    collectStep(sums, r, g)

    for (let j = 0; j < I; j++) inputs[t * I + j] = g[j]!
    if (grads) keepStep(grads, g, program, T + 1, rowOf(trace, t))
    for (let k = 0; k < dCarry.length; k++) dCarry[k] = g[I + k]!
  }
  finishSums(sums)
  const initial: Record<string, Float64Array> = {}
  carry.forEach(({ slot }, k) => {
    const { name } = slots[slot]!
    const own = ofLength(H, reuse?.initial?.[name])
    for (let u = 0; u < H; u++) own[u] = dCarry[k * H + u]!
    initial[name] = own
    grads?.set(own, (slot * (T + 1) + (reversed ? T : 0)) * H)
  })
  return { trace: grads ? { ...trace, grads, inputGrads: inputs } : trace, inputs, initial }
}

/**
 * Local derivatives: what one operation multiplies a gradient by on its way back. The other factor of a
 * product, the slope of an activation, −1 for what is taken from 1, a peephole's weight.
 */
import type { CellSlot, NetworkTrace, Operand, Slot, Trace } from '../engine/index.ts'
import { at, ops, parameterView, partHolds, partParameters } from '../engine/index.ts'
import { operandValues } from './contributions.ts'

/** A layer whose gradients are known, in its network. */
export interface GradientSite {
  /** As `backward` returned it. */
  readonly network: NetworkTrace
  readonly part: number
  /** ∂L/∂ logits [rows][outputs] that was sent back. */
  readonly seed: Float64Array
}

/** One local derivative on the way: what it is, and its number. */
export type Factor =
  /** The other factor of a product, as the step reads it. */
  | { readonly kind: 'value'; readonly of: Operand; readonly step: number; readonly value: number }
  /** The slope of an activation at its recorded value: 1 − tanh², σ (1 − σ). */
  | { readonly kind: 'slope'; readonly slot: CellSlot; readonly step: number; readonly value: number }
  | { readonly kind: 'minus'; readonly value: -1 }
  | { readonly kind: 'peephole'; readonly parameter: string; readonly value: number }

export const layerOf = ({ network, part }: GradientSite): Trace => {
  const layer = network.traces[part]
  if (!layer?.grads)
    throw new Error(
      'Expected a layer with gradients. Call backward and pass the trace that it returned, with a part of it.',
    )
  return layer
}

export const weightsOf = (site: GradientSite, name: string): Float64Array => {
  const part = site.network.network.parts[site.part]!
  return parameterView(part.program.parameters, partParameters(part, site.network.parameters), name)
}

export const isHeld = (site: GradientSite, slot: CellSlot, unit: number, step: number): boolean =>
  partHolds(site.network, site.network.network.parts[site.part]!).some(
    (hold) =>
      hold.slot === slot.name &&
      (hold.unit === null || hold.unit === unit) &&
      hold.from <= step &&
      step <= hold.to,
  )

/** The local derivative of an element-wise operation by its argument `argument`; null for a plain 1. */
export const factorOf = (
  site: GradientSite,
  slot: Slot,
  argument: number,
  unit: number,
  step: number,
): Factor | null => {
  const layer = layerOf(site)
  if (slot.op === 'multiply') {
    const of = slot.args[1 - argument]!
    return { kind: 'value', of, step, value: operandValues(layer, step, of)[unit] ?? NaN }
  }
  if (slot.op === 'complement') return { kind: 'minus', value: -1 }
  if (slot.op === 'diagonal') {
    const parameter = slot.weights[0]!
    return { kind: 'peephole', parameter, value: weightsOf(site, parameter)[unit] ?? NaN }
  }
  if (!ops[slot.op].activation) return null
  const y = at(layer, step, slot.name)[unit] ?? NaN
  const slope = slot.op === 'tanh' ? 1 - y * y : slot.op === 'sigmoid' ? y * (1 - y) : y > 0 ? 1 : 0
  return { kind: 'slope', slot, step, value: slope }
}

export const productOf = (factors: readonly Factor[]): number =>
  factors.reduce((all, { value }) => all * value, 1)

/** True for the argument of an activation: the page shows it, so that a row may end there. */
export const isPreActivation = (slots: readonly CellSlot[], slot: CellSlot): boolean =>
  slots.some(
    ({ op, args }) =>
      ops[op].activation && args.some((arg) => arg.from === 'slot' && arg.slot === slot.index),
  )

/** The slots that read a slot of the same step or of the one before, or x, and as which argument. */
export const readers = (
  slots: readonly Slot[],
  index: number | null,
  from: Operand['from'],
): readonly { readonly slot: Slot; readonly argument: number }[] =>
  slots.flatMap((slot) =>
    slot.args.flatMap((arg, argument) =>
      arg.from === from && (arg.from === 'input' || arg.slot === index) ? [{ slot, argument }] : [],
    ),
  )

export const slotNamed = (layer: Trace, name: string): Slot => {
  const slot = layer.program.slots.find((candidate) => candidate.name === name)
  if (!slot)
    throw new Error(
      `No slot "${name}" in cell "${layer.program.cell.id}". Expected one of: ${layer.program.slots
        .map((known) => known.name)
        .join(', ')}.`,
    )
  return slot
}

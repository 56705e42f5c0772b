/** Where a gradient goes on to: the same walk as gradientTerms.ts, down to what a slot was made of. */
import type { Operand, Slot } from '../engine/index.ts'
import { gradAt } from '../engine/index.ts'
import { operandValues } from './contributions.ts'
import {
  factorOf,
  isHeld,
  isPreActivation,
  layerOf,
  productOf,
  slotNamed,
  weightsOf,
  type Factor,
  type GradientSite,
} from './gradientFactors.ts'

/** Where the gradient of a unit goes on to: a value of the same unit, or all that a weighted sum reads. */
export type Onward =
  | {
      readonly kind: 'elementwise'
      readonly to: Operand
      readonly factors: readonly Factor[]
      readonly factor: number
      readonly product: number
    }
  /** ∂L/∂a × row of a matrix, a vector: its length; and ∂L/∂a × what was read, the share of the weights. */
  | {
      readonly kind: 'weights'
      readonly to: Operand
      readonly parameter: string
      readonly sentNorm: number
      readonly shareNorm: number
    }

const norm = (values: ArrayLike<number>): number => Math.hypot(...Array.from(values))

/** Where ∂L/∂ unit `unit` of a slot at step t goes on to, each with the factor that it is multiplied by. */
export const goesTo = (site: GradientSite, name: string, unit: number, t: number): readonly Onward[] => {
  const layer = layerOf(site)
  const { slots, H } = layer.program
  const slot = slotNamed(layer, name)
  const gradient = gradAt(layer, t, name)[unit] ?? NaN
  if (slot.op === 'affine')
    return slot.args.map((to, k) => {
      const parameter = slot.weights[k]!
      const weights = weightsOf(site, parameter)
      const width = weights.length / H
      const size = Math.abs(gradient)
      return {
        kind: 'weights',
        to,
        parameter,
        sentNorm: size * norm(weights.subarray(unit * width, (unit + 1) * width)),
        shareNorm: size * norm(operandValues(layer, t, to)),
      }
    })
  const down = (from: Slot, before: readonly Factor[]): readonly Onward[] =>
    from.args.flatMap((to, argument): readonly Onward[] => {
      const own = factorOf(site, from, argument, unit, t)
      const factors = own ? [...before, own] : before
      const inner = to.from === 'slot' ? slots[to.slot]! : null
      if (inner && !inner.named && inner.op !== 'affine' && !isPreActivation(slots, inner))
        return down(inner, factors)
      const factor = productOf(factors)
      return [{ kind: 'elementwise', to, factors, factor, product: factor * gradient }]
    })
  return isHeld(site, slot, unit, t) ? [] : down(slot, [])
}

/**
 * The optimizer race on single weights: the same pull to zero as an L2 penalty, which goes through the gradient,
 * and as decay beside it, under each optimizer and for gradients of several scales. Every update is made by the
 * engine's optimizers.
 */
import {
  gradientDivisor,
  rng,
  startOptimizer,
  stepOptimizer,
  type OptimizerSettings,
} from '../engine/index.ts'

export const GRADIENT_SCALES = [0.01, 0.1, 1, 10] as const

export type GradientKind = 'alternating' | 'random'

/** Gradients of the task alone, [updates][scales]: ± the scale, in turn or by chance; none pulls to zero. */
export const taskGradients = (
  kind: GradientKind,
  updates: number,
  seed: number,
  scales: readonly number[] = GRADIENT_SCALES,
): Float64Array => {
  const random = rng(seed).fork('gradients of the race')
  return Float64Array.from({ length: updates * scales.length }, (_, k) => {
    const plus = kind === 'random' ? random.integer(2) === 0 : Math.floor(k / scales.length) % 2 === 0
    return (plus ? 1 : -1) * scales[k % scales.length]!
  })
}

export interface DecayPath {
  /** [updates + 1][weights], from 1 each. */
  readonly weights: Float64Array
  /** What the last update divided each gradient by, or null for an optimizer that divides by nothing. */
  readonly divisor: Float64Array | null
}

/**
 * The way of some weights, each from 1, under task gradients [updates][count].
 * @throws RangeError when the gradients are no whole number of updates
 */
export const decayPath = (settings: OptimizerSettings, gradients: Float64Array, count: number): DecayPath => {
  const updates = gradients.length / count
  if (!Number.isInteger(updates))
    throw new RangeError(`Decay: expected ${count} gradients an update, got ${gradients.length} in all.`)
  const state = startOptimizer(settings, count)
  const now = new Float64Array(count).fill(1)
  const weights = new Float64Array((updates + 1) * count)
  weights.set(now)
  for (let n = 0; n < updates; n++) {
    stepOptimizer(settings, state, now, gradients.subarray(n * count, (n + 1) * count))
    weights.set(now, (n + 1) * count)
  }
  return { weights, divisor: updates > 0 ? gradientDivisor(settings, state) : null }
}

/**
 * Share by which an update shrinks a weight, net of what the gradients leave, in the mean over its way until it is
 * halved, or over all of it:
 * 1 − |w_n|^(1/n). Even updates count, at which alternating gradients have cancelled.
 */
export const shareOf = ({ weights }: DecayPath, column: number, count: number): number => {
  const updates = weights.length / count - 1
  const size = (n: number): number => Math.abs(weights[n * count + column]!)
  let n = 2
  while (n + 2 <= updates && size(n) > 0.5) n += 2
  return n > updates ? 0 : 1 - size(n) ** (1 / n)
}

/**
 * Two ways to keep weights small, made comparable. λ is the share that decay takes off a weight in one update,
 * θ ← (1 − λ) θ − α ∇f. The L2 penalty that does the same under plain SGD is λ′ = λ / α (Loshchilov & Hutter 2019,
 * Proposition 1).
 */
import { optimizer, type OptimizerName, type OptimizerSettings } from './optimizers.ts'

/** Not at all, through the gradient, beside it. */
export type DecayWay = 'none' | 'penalty' | 'decay'

export const decayWays: readonly DecayWay[] = ['none', 'penalty', 'decay']

/**
 * An optimizer that pulls weights to zero in one way.
 * @param share λ, of a weight in one update
 * @throws RangeError as `optimizer`, and for a learning rate of 0, at which no penalty does the same
 */
export const decayingOptimizer = (
  name: OptimizerName,
  way: DecayWay,
  learningRate: number,
  share: number,
): OptimizerSettings => {
  if (!(learningRate > 0))
    throw new RangeError(`Decay: expected a learning rate above 0, got ${learningRate}.`)
  // Decay takes off the learning rate times its setting, as in AdamW: both ways are set to the same number.
  const strength = share / learningRate
  return optimizer(name, {
    learningRate,
    l2: way === 'penalty' ? strength : 0,
    weightDecay: way === 'decay' ? strength : 0,
  })
}

/**
 * How far apart two ways lie: the largest difference of two vectors, element by element; NaN when there is one.
 * @throws RangeError when their lengths differ
 */
export const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  if (a.length !== b.length)
    throw new RangeError(`Difference: expected two vectors of one length, got ${a.length} and ${b.length}.`)
  let most = 0
  for (let k = 0; k < a.length; k++) {
    const difference = Math.abs(a[k]! - b[k]!)
    if (Number.isNaN(difference)) return NaN
    if (difference > most) most = difference
  }
  return most
}

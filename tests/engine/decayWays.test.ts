/** Penalty and decay as the engine's optimizers apply them, and what an optimizer divides the penalty by. */
import { describe, expect, it } from 'vitest'
import {
  decayingOptimizer,
  gradientDivisor,
  largestDifference,
  optimizer,
  optimizerNames,
  startOptimizer,
  stepOptimizer,
  type OptimizerName,
} from '../../src/engine/index.ts'
import { uniform } from './support/networks.ts'

const SIZE = 6
const UPDATES = 300

const train = (name: OptimizerName, way: 'none' | 'penalty' | 'decay', rate = 0.01): Float64Array => {
  const settings = decayingOptimizer(name, way, rate, 0.004)
  const state = startOptimizer(settings, SIZE)
  const weights = uniform(SIZE, 1)
  for (let n = 0; n < UPDATES; n++) stepOptimizer(settings, state, weights, uniform(SIZE, 100 + n, 3))
  return weights
}

describe('the same λ as penalty and as decay', () => {
  it.each([0.001, 0.01, 0.1, 0.37])('is one under plain SGD with α = %d', (rate) => {
    expect(largestDifference(train('sgd', 'penalty', rate), train('sgd', 'decay', rate))).toBeLessThanOrEqual(
      1e-12,
    )
    expect(largestDifference(train('sgd', 'penalty', rate), train('sgd', 'none', rate))).toBeGreaterThan(0.01)
  })

  it.each(optimizerNames.filter((name) => name !== 'sgd'))('is two under %s', (name) => {
    expect(largestDifference(train(name, 'penalty'), train(name, 'decay'))).toBeGreaterThan(0.01)
  })

  it.each(optimizerNames)('takes λ off in one update of %s without a gradient, as decay', (name) => {
    const settings = decayingOptimizer(name, 'decay', 0.05, 0.25)
    const weights = Float64Array.of(1, -2)
    stepOptimizer(settings, startOptimizer(settings, 2), weights, new Float64Array(2))
    expect(Array.from(weights)).toEqual([0.75, -1.5])
  })

  it('makes AdamW and Adam the same optimizer', () => {
    for (const way of ['none', 'penalty', 'decay'] as const)
      expect(train('adamw', way)).toEqual(train('adam', way))
  })

  it('needs a learning rate', () => {
    expect(() => decayingOptimizer('sgd', 'penalty', 0, 0.1)).toThrow(/learning rate above 0, got 0/)
    expect(() => decayingOptimizer('sgd', 'decay', NaN, 0.1)).toThrow(/got NaN/)
  })
})

describe('the divisor of a gradient', () => {
  it.each(['rmsprop', 'adam', 'adamw'] as const)('is what moved the weights, %s without a mean', (name) => {
    const settings = optimizer(name, { learningRate: 0.03, beta1: 0, weightDecay: 0 })
    const state = startOptimizer(settings, SIZE)
    const weights = uniform(SIZE, 2)
    expect(gradientDivisor(settings, state)).toBeNull()
    for (let n = 0; n < 7; n++) {
      const before = weights.slice()
      const gradient = uniform(SIZE, 50 + n, 10 ** (n % 3))
      stepOptimizer(settings, state, weights, gradient)
      gradientDivisor(settings, state)!.forEach((divisor, k) => {
        expect(weights[k]).toBeCloseTo(before[k]! - (0.03 * gradient[k]!) / divisor, 12)
      })
    }
  })

  it('is the running scale of the gradient, for AdaDelta too', () => {
    for (const name of ['rmsprop', 'adadelta', 'adam'] as const) {
      const settings = optimizer(name)
      const state = startOptimizer(settings, 2)
      const weights = Float64Array.of(1, 1)
      for (let n = 0; n < 2000; n++)
        stepOptimizer(settings, state, weights, Float64Array.of(n % 2 === 0 ? 4 : -4, 0.5))
      const [large, small] = gradientDivisor(settings, state)!
      expect(large).toBeCloseTo(4, 5)
      expect(small).toBeCloseTo(0.5, 5)
    }
  })

  it('is none where the optimizer divides by nothing', () => {
    for (const name of ['sgd', 'momentum'] as const) {
      const settings = optimizer(name)
      const state = startOptimizer(settings, 1)
      stepOptimizer(settings, state, Float64Array.of(1), Float64Array.of(1))
      expect(gradientDivisor(settings, state)).toBeNull()
    }
  })
})

it('the largest difference is found, and no NaN is hidden', () => {
  expect(largestDifference([1, 2, 3], [1, 2.5, 3])).toBe(0.5)
  expect(largestDifference([1, NaN, 3], [1, 2, 3])).toBeNaN()
  expect(largestDifference([], [])).toBe(0)
  expect(() => largestDifference([1], [1, 5])).toThrow(/one length, got 1 and 2/)
})

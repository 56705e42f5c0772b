/** Optimizer trajectories against torch.optim, each with and without decay: 25 steps on a polynomial, ≤ 1e-12. */
import { describe, expect, it } from 'vitest'
import {
  optimizer,
  optimizerNames,
  startOptimizer,
  stepOptimizer,
  type OptimizerName,
  type OptimizerSettings,
} from '../../src/engine/index.ts'
import { distance, readFixture } from './support/fixtures.ts'

interface Fixture {
  readonly start: number[]
  readonly scale: number[]
  readonly centre: number[]
  readonly coupling: number[]
  readonly trajectories: readonly {
    readonly optimizer: OptimizerName
    readonly options: {
      readonly lr: number
      readonly momentum?: number
      readonly alpha?: number
      readonly rho?: number
      readonly betas?: [number, number]
      readonly eps?: number
    }
    readonly weightDecay: number
    readonly gradients: number[][]
    readonly points: number[][]
  }[]
}

const BOUND = 1e-12
const fixture = readFixture<Fixture>('optimizers')

type Trajectory = Fixture['trajectories'][number]

/** PyTorch's options in the engine's words: weight_decay is an L2 penalty, except in AdamW. */
const settingsOf = ({ optimizer: name, options, weightDecay }: Trajectory): OptimizerSettings => {
  const { lr, momentum, alpha, rho, betas, eps } = options
  const beta2 = alpha ?? rho ?? betas?.[1]
  return optimizer(name, {
    learningRate: lr,
    ...(momentum === undefined ? {} : { momentum }),
    ...(beta2 === undefined ? {} : { beta2 }),
    ...(betas === undefined ? {} : { beta1: betas[0] }),
    ...(eps === undefined ? {} : { epsilon: eps }),
    l2: name === 'adamw' ? 0 : weightDecay,
    weightDecay: name === 'adamw' ? weightDecay : 0,
  })
}

/** The gradient of f(x) = Σ s (x − m)⁴ / 4 + Σ q x_k x_{k+1}, neighbours in a ring. */
const polynomialGradient = (x: Float64Array): Float64Array => {
  const { scale, centre, coupling } = fixture
  const n = x.length
  return x.map((value, k) => {
    const before = (k + n - 1) % n
    return (
      (scale[k] ?? NaN) * (value - (centre[k] ?? NaN)) ** 3 +
      (coupling[k] ?? NaN) * (x[(k + 1) % n] ?? NaN) +
      (coupling[before] ?? NaN) * (x[before] ?? NaN)
    )
  })
}

const follow = (
  settings: OptimizerSettings,
  steps: number,
  gradientAt: (x: Float64Array, step: number) => Float64Array,
): number[][] => {
  const x = Float64Array.from(fixture.start)
  const state = startOptimizer(settings, x.length)
  return Array.from({ length: steps }, (_, step) => {
    stepOptimizer(settings, state, x, gradientAt(x, step))
    return Array.from(x)
  })
}

it('every optimizer has a trajectory without and with decay', () => {
  for (const name of optimizerNames)
    expect(fixture.trajectories.filter((t) => t.optimizer === name).map((t) => t.weightDecay)).toEqual([
      0, 0.1,
    ])
})

describe.each(fixture.trajectories.map((t) => [t.optimizer, t.weightDecay, t] as const))(
  '%s, decay %s',
  (_name, _decay, trajectory) => {
    it('on the recorded gradients', () => {
      const points = follow(settingsOf(trajectory), trajectory.gradients.length, (_, step) =>
        Float64Array.from(trajectory.gradients[step] ?? []),
      )
      points.forEach((point, step) =>
        expect(distance(point, trajectory.points[step] ?? []), `step ${step}`).toBeLessThanOrEqual(BOUND),
      )
    })

    it('on its own gradients', () => {
      const points = follow(settingsOf(trajectory), trajectory.gradients.length, polynomialGradient)
      points.forEach((point, step) =>
        expect(distance(point, trajectory.points[step] ?? []), `step ${step}`).toBeLessThanOrEqual(BOUND),
      )
    })
  },
)

describe('decay', () => {
  /** θ ← θ(1 − αλ) before each step, by hand around an optimizer that decays nothing. */
  const byHand = (settings: OptimizerSettings): number[][] => {
    const x = Float64Array.from(fixture.start)
    const bare = { ...settings, weightDecay: 0 }
    const state = startOptimizer(bare, x.length)
    return Array.from({ length: 10 }, () => {
      const gradient = polynomialGradient(x)
      for (let k = 0; k < x.length; k += 1)
        x[k] = (x[k] ?? NaN) * (1 - settings.learningRate * settings.weightDecay)
      stepOptimizer(bare, state, x, gradient)
      return Array.from(x)
    })
  }

  it.each(optimizerNames)('decoupled decay of %s shrinks the parameters apart from the gradient', (name) => {
    const settings = optimizer(name, { learningRate: 0.02, weightDecay: 0.3 })
    const points = follow(settings, 10, polynomialGradient)
    points.forEach((point, step) =>
      expect(distance(point, byHand(settings)[step] ?? [])).toBeLessThanOrEqual(BOUND),
    )
  })

  it('is the same as an L2 penalty for plain SGD, and for no adaptive method', () => {
    const apart = (name: OptimizerName): number => {
      const penalised = follow(
        optimizer(name, { learningRate: 0.02, l2: 0.3, weightDecay: 0 }),
        10,
        polynomialGradient,
      )
      const decayed = follow(
        optimizer(name, { learningRate: 0.02, l2: 0, weightDecay: 0.3 }),
        10,
        polynomialGradient,
      )
      return distance(penalised.flat(), decayed.flat())
    }
    expect(apart('sgd')).toBeLessThanOrEqual(BOUND)
    for (const name of ['rmsprop', 'adadelta', 'adam', 'adamw'] as const)
      expect(apart(name)).toBeGreaterThan(1e-4)
  })
})

describe('a step', () => {
  it('leaves the gradient as it is', () => {
    for (const name of optimizerNames) {
      const settings = optimizer(name, { l2: 0.1, weightDecay: 0.1 })
      const gradient = Float64Array.of(0.5, -1)
      stepOptimizer(settings, startOptimizer(settings, 2), Float64Array.of(1, 2), gradient)
      expect(Array.from(gradient)).toEqual([0.5, -1])
    }
  })

  it.each([
    ['learningRate', NaN, /learningRate to be a number from 0 to below Infinity, got NaN/],
    ['learningRate', -0.1, /got -0.1/],
    ['learningRate', Infinity, /got Infinity/],
    ['l2', -1, /l2 .*got -1/],
    ['weightDecay', -1, /weightDecay .*got -1/],
    ['epsilon', -1e-8, /epsilon .*got -1e-8/],
    ['momentum', 1, /momentum to be a number from 0 to below 1, got 1/],
    ['beta1', 1, /beta1 .*got 1/],
    ['beta2', 1.5, /beta2 .*got 1.5/],
  ] as const)('refuses %s = %d', (key, value, message) => {
    expect(() => optimizer('adam', { [key]: value })).toThrow(message)
  })

  it('refuses an unknown optimizer', () => {
    const unknown: string = 'lion'
    expect(() => optimizer(unknown as OptimizerName)).toThrow(/optimizer.*sgd, momentum.*got "lion"/)
  })

  it('refuses a gradient of another length and the state of another optimizer', () => {
    const settings = optimizer('adam')
    const x = new Float64Array(3)
    expect(() => stepOptimizer(settings, startOptimizer(settings, 3), x, new Float64Array(2))).toThrow(
      /adam.*expected.*3 numbers, got 2/,
    )
    expect(() =>
      stepOptimizer(settings, startOptimizer(optimizer('sgd'), 3), x, new Float64Array(3)),
    ).toThrow(/expected 2 vectors of state, got 0/)
  })
})

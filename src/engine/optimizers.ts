/**
 * Optimizers as torch.optim computes them, over flat parameters. One record an optimizer: how many
 * vectors of state it keeps, its defaults, and its update loop.
 *
 * L2 penalty and weight decay are two settings. `l2` adds l2·θ to the gradient, so that adaptive methods
 * divide it by their running scale; `weightDecay` shrinks θ by the factor 1 − α·weightDecay before the
 * step, apart from the gradient (Loshchilov & Hutter 2019). For plain SGD the two are the same.
 */

import { expectOneOf } from './choice.ts'

export type OptimizerName = 'sgd' | 'momentum' | 'rmsprop' | 'adadelta' | 'adam' | 'adamw'

export interface OptimizerSettings {
  readonly name: OptimizerName
  readonly learningRate: number
  /** λ′: penalty ½ λ′ |θ|², through the gradient. PyTorch calls this weight_decay, except in AdamW. */
  readonly l2: number
  /** λ: decoupled decay. PyTorch has it in AdamW alone. */
  readonly weightDecay: number
  /** Share of the last direction that is kept (momentum). */
  readonly momentum: number
  /** Share of the running averages that is kept: β₁ (adam, adamw). */
  readonly beta1: number
  /** Share of the running squares that is kept: β₂, PyTorch's alpha in RMSprop and rho in Adadelta. */
  readonly beta2: number
  /** ε: keeps the divisor from zero. */
  readonly epsilon: number
}

/** What an optimizer remembers between steps. Plain data: it can be posted to a worker or stored. */
export interface OptimizerState {
  /** Updates made so far. */
  step: number
  /** Running averages, each as long as the parameters. */
  readonly vectors: readonly Float64Array[]
}

interface OptimizerRecord {
  readonly vectors: number
  readonly defaults: Partial<Omit<OptimizerSettings, 'name'>> & { readonly learningRate: number }
  /** One update in place. `step` counts from 1. */
  readonly update: (
    p: Float64Array,
    gradient: Float64Array,
    vectors: readonly Float64Array[],
    settings: OptimizerSettings,
    step: number,
  ) => void
  /** What the update divided the gradient of weight k by, after `step` updates; none where it divides by nothing. */
  readonly divisor?: (
    vectors: readonly Float64Array[],
    settings: OptimizerSettings,
    step: number,
    k: number,
  ) => number
}

/** bⁿ by squaring: multiplications alone, so that every machine gets the same bits. */
const power = (b: number, n: number): number => {
  let result = 1
  for (let square = b, left = n; left > 0; left = Math.floor(left / 2), square *= square)
    if (left % 2 === 1) result *= square
  return result
}

const sgd: OptimizerRecord['update'] = (p, gradient, _, { learningRate, l2 }) => {
  for (let k = 0; k < p.length; k++) p[k] = p[k]! - learningRate * (gradient[k]! + l2 * p[k]!)
}

const momentum: OptimizerRecord['update'] = (p, gradient, [direction], s, step) => {
  // The first step takes the gradient whole, as PyTorch does, not (1 − momentum) of it.
  const keep = step === 1 ? 0 : s.momentum
  for (let k = 0; k < p.length; k++) {
    direction![k] = keep * direction![k]! + (gradient[k]! + s.l2 * p[k]!)
    p[k] = p[k]! - s.learningRate * direction![k]!
  }
}

const rmsprop: OptimizerRecord['update'] = (p, gradient, [square], s) => {
  for (let k = 0; k < p.length; k++) {
    const g = gradient[k]! + s.l2 * p[k]!
    square![k] = s.beta2 * square![k]! + (1 - s.beta2) * g * g
    p[k] = p[k]! - (s.learningRate * g) / (Math.sqrt(square![k]!) + s.epsilon)
  }
}

const adadelta: OptimizerRecord['update'] = (p, gradient, [square, moved], s) => {
  for (let k = 0; k < p.length; k++) {
    const g = gradient[k]! + s.l2 * p[k]!
    square![k] = s.beta2 * square![k]! + (1 - s.beta2) * g * g
    const delta = (Math.sqrt(moved![k]! + s.epsilon) / Math.sqrt(square![k]! + s.epsilon)) * g
    moved![k] = s.beta2 * moved![k]! + (1 - s.beta2) * delta * delta
    p[k] = p[k]! - s.learningRate * delta
  }
}

const adam: OptimizerRecord['update'] = (p, gradient, [mean, square], s, step) => {
  const { l2, beta1, beta2, epsilon } = s
  const [new1, new2] = [1 - beta1, 1 - beta2]
  const rate = s.learningRate / (1 - power(beta1, step))
  const root = Math.sqrt(1 - power(beta2, step))
  for (let k = 0; k < p.length; k++) {
    const g = gradient[k]! + l2 * p[k]!
    const m = beta1 * mean![k]! + new1 * g
    const v = beta2 * square![k]! + new2 * g * g
    mean![k] = m
    square![k] = v
    p[k] = p[k]! - (rate * m) / (Math.sqrt(v) / root + epsilon)
  }
}

const ofAdam: OptimizerRecord['divisor'] = ([, square], { beta2, epsilon }, step, k) =>
  Math.sqrt(square![k]!) / Math.sqrt(1 - power(beta2, step)) + epsilon

/** The registry. Defaults are PyTorch's; SGD's rate, which PyTorch makes one choose, is 0.01. */
const records: Readonly<Record<OptimizerName, OptimizerRecord>> = {
  sgd: { vectors: 0, defaults: { learningRate: 0.01 }, update: sgd },
  momentum: { vectors: 1, defaults: { learningRate: 0.01, momentum: 0.9 }, update: momentum },
  rmsprop: {
    vectors: 1,
    defaults: { learningRate: 0.01, beta2: 0.99 },
    update: rmsprop,
    divisor: ([square], { epsilon }, _, k) => Math.sqrt(square![k]!) + epsilon,
  },
  adadelta: {
    vectors: 2,
    defaults: { learningRate: 1, beta2: 0.9, epsilon: 1e-6 },
    update: adadelta,
    divisor: ([square], { epsilon }, _, k) => Math.sqrt(square![k]! + epsilon),
  },
  adam: { vectors: 2, defaults: { learningRate: 0.001 }, update: adam, divisor: ofAdam },
  adamw: {
    vectors: 2,
    defaults: { learningRate: 0.001, weightDecay: 0.01 },
    update: adam,
    divisor: ofAdam,
  },
}

/** All optimizers, from the plainest on. */
export const optimizerNames = Object.keys(records) as readonly OptimizerName[]

type NumberSetting = Exclude<keyof OptimizerSettings, 'name'>

/** Shares are below 1: at 1 nothing new would count, and Adam would divide by zero. */
const BOUNDS: Readonly<Record<NumberSetting, number>> = {
  learningRate: Infinity,
  l2: Infinity,
  weightDecay: Infinity,
  momentum: 1,
  beta1: 1,
  beta2: 1,
  epsilon: Infinity,
}

/**
 * The settings of an optimizer: its defaults with what is given put over them.
 * @throws Error for an unknown name; RangeError for a number below 0 or not finite, or a share of 1 and more
 */
export const optimizer = (
  name: OptimizerName,
  given: Partial<Omit<OptimizerSettings, 'name'>> = {},
): OptimizerSettings => {
  expectOneOf('the optimizer', optimizerNames, name)
  const settings: OptimizerSettings = {
    l2: 0,
    weightDecay: 0,
    momentum: 0,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    ...records[name].defaults,
    ...given,
    name,
  }
  for (const key of Object.keys(BOUNDS) as NumberSetting[])
    if (!(settings[key] >= 0 && settings[key] < BOUNDS[key]))
      throw new RangeError(
        `Optimizer ${name}: expected ${key} to be a number from 0 to below ${BOUNDS[key]}, got ${settings[key]}.`,
      )
  return settings
}

/** The state before the first step, for `size` parameters. */
export const startOptimizer = (settings: OptimizerSettings, size: number): OptimizerState => ({
  step: 0,
  vectors: Array.from({ length: records[settings.name].vectors }, () => new Float64Array(size)),
})

/**
 * One update of `parameters` and `state`, in place. `gradient` is read only.
 * @throws RangeError when the lengths of parameters, gradient and state differ
 */
export const stepOptimizer = (
  settings: OptimizerSettings,
  state: OptimizerState,
  parameters: Float64Array,
  gradient: Float64Array,
): void => {
  const size = parameters.length
  const other = [gradient, ...state.vectors].find((v) => v.length !== size)
  if (other)
    throw new RangeError(
      `Optimizer ${settings.name}: expected gradient and state of ${size} numbers, got ${other.length}. Start a new state for these parameters.`,
    )
  if (state.vectors.length !== records[settings.name].vectors)
    throw new RangeError(
      `Optimizer ${settings.name}: expected ${records[settings.name].vectors} vectors of state, got ${state.vectors.length}. The state belongs to another optimizer.`,
    )
  if (settings.weightDecay !== 0) {
    const keep = 1 - settings.learningRate * settings.weightDecay
    for (let k = 0; k < size; k++) parameters[k] = parameters[k]! * keep
  }
  state.step++
  records[settings.name].update(parameters, gradient, state.vectors, settings, state.step)
}

/**
 * The running gradient scale that the last update divided each gradient by: √v of RMSprop and, with its start
 * corrected, of Adam; of AdaDelta without the scale of its steps above it. It divides an L2 penalty as well.
 * @returns as long as the parameters, or null for an optimizer that divides by nothing, and before the first update
 */
export const gradientDivisor = (settings: OptimizerSettings, state: OptimizerState): Float64Array | null => {
  const { divisor } = records[settings.name]
  const [first] = state.vectors
  if (!divisor || !first || state.step === 0) return null
  return first.map((_, k) => divisor(state.vectors, settings, state.step, k))
}

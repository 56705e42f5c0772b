/**
 * Store and recall over distractors: a stream of values, a flag that says which to keep, a flag that
 * asks for it up to T − 2 steps later. After the "latch" tasks of Hochreiter & Schmidhuber (1997).
 */
import { rng, type Rng } from '../../engine/rng.ts'
import type { TrainingSequence } from '../../engine/trainer.ts'
import type { Example } from '../schema.ts'
import type { Predict, Task } from '../task.ts'

/** Timesteps of a sequence unless told. */
const LENGTH = 24

interface RecallSequence extends TrainingSequence {
  readonly sequence: readonly (readonly number[])[]
  readonly target: Float64Array
}

/** Steps of each stored value and of the recalls that ask for it. */
type Plan = readonly { readonly store: number; readonly recalls: readonly number[] }[]

const build = (values: readonly number[], plan: Plan): RecallSequence => {
  const sequence = values.map((value) => [value, 0, 0])
  const target = new Float64Array(values.length)
  for (const { store, recalls } of plan) {
    sequence[store]![1] = 1
    for (const t of recalls) {
      sequence[t]![2] = 1
      target[t] = values[store]!
    }
  }
  return { sequence, target, mask: null }
}

const draw = (random: Rng, T: number): readonly number[] =>
  Array.from({ length: T }, () => random.uniformRange(-0.9, 0.9))

/** One value, asked for late: T − 9 to T − 2 steps after it came. */
const long = (random: Rng, T: number): Plan => {
  const store = random.integer(2)
  const recall = store + T - 9 + random.integer(8)
  const early = store + 1 + random.integer(T - 10)
  return [{ store, recalls: random.integer(2) === 0 ? [recall] : [early, recall] }]
}

/** Two or three values, each replacing the one before. */
const several = (random: Rng, T: number): Plan => {
  const count = 2 + random.integer(2)
  const length = Math.floor(T / count)
  return Array.from({ length: count }, (_, k) => {
    const store = k * length + random.integer(3)
    const left = (k + 1) * length - store - 1
    const recalls = Array.from({ length: 1 + random.integer(2) }, () => store + 1 + random.integer(left))
    return { store, recalls: [...new Set(recalls)] }
  })
}

const sequence = (random: Rng, T: number): RecallSequence => {
  const values = draw(random, T)
  return build(values, random.integer(2) === 0 ? long(random, T) : several(random, T))
}

const held = (T: number): readonly RecallSequence[] => {
  const random = rng(1).fork('recall, validation')
  return Array.from({ length: 256 }, () => sequence(random, T))
}

/** √ of the mean squared error where a value is asked for. */
const errorWhenAsked = (validation: readonly RecallSequence[], predict: Predict): number => {
  let sum = 0
  let asked = 0
  for (const { sequence: x, target } of validation) {
    const y = predict(x)
    x.forEach((row, t) => {
      if (row[2] !== 1) return
      sum += (y[t]! - target[t]!) ** 2
      asked++
    })
  }
  return Math.sqrt(sum / asked)
}

const example = (id: string, values: readonly number[], plan: Plan): Example => {
  const { sequence: x, target } = build(values, plan)
  return {
    id,
    steps: x.map((value) => ({
      mark: value[1] === 1 ? 'S' : value[2] === 1 ? 'R' : null,
      value: [...value],
    })),
    // Only what is asked for is marked in the picture; the rest is `rest`, 0.
    targets: x.map((value, t) => (value[2] === 1 ? [target[t]!] : null)),
  }
}

const two = (values: readonly number[]): readonly number[] => values.map((v) => Math.round(v * 100) / 100)

const shown = rng(2).fork('recall, shown')

const examples: readonly Example[] = [
  example(
    'three',
    [
      0.72, -0.31, 0.55, -0.62, 0.14, -0.8, 0.43, -0.18, 0.66, -0.78, 0.37, -0.45, 0.23, 0.58, -0.27, 0.81,
      -0.52, 0.51, -0.66, 0.34, -0.12, 0.74, -0.39, 0.19,
    ],
    [
      { store: 0, recalls: [4, 7] },
      { store: 9, recalls: [12, 15] },
      { store: 17, recalls: [20, 23] },
    ],
  ),
  example('long', two(draw(shown, LENGTH)), [{ store: 1, recalls: [21] }]),
  example('replace', two(draw(shown, LENGTH)), [
    { store: 2, recalls: [8] },
    { store: 11, recalls: [18, 22] },
  ]),
]

/** Mean of the squared target: the error of always saying 0. */
const meanSquare = (validation: readonly RecallSequence[], asked: boolean): number => {
  let sum = 0
  let count = 0
  for (const { sequence: x, target } of validation)
    x.forEach((row, t) => {
      if (asked && row[2] !== 1) return
      sum += target[t]! ** 2
      count++
    })
  return sum / count
}

/** @param T timesteps of a sequence, at least 12 */
export const recallTask = (T = LENGTH): Task => {
  const validation = held(T)
  return {
    input: { kind: 'vector', size: 3 },
    readout: { size: 1, activation: 'identity' },
    outputs: 'every',
    loss: 'squared-error',
    hiddenSize: 8,
    layers: 1,
    direction: 'forward',
    horizon: T,
    features: ['value', 'store', 'recall'],
    featureKinds: ['signed', 'binary', 'binary'],
    rest: [0],
    scaling: null,
    budget: { updates: 1000, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3, 4] },
    metric: { id: 'error', better: 'less', bound: 0.1 },
    baseline: { loss: meanSquare(validation, false), metric: Math.sqrt(meanSquare(validation, true)) },
    examples,
    sample: (random, size) => Array.from({ length: size }, () => sequence(random, T)),
    sequences: null,
    longest: T,
    validation,
    measure: (predict) => errorWhenAsked(validation, predict),
  }
}

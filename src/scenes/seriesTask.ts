/**
 * A task on a real series: from the changes so far, forecast the next one. The network sees
 * (change − mean) / scale; levels are recovered by adding changes up. Trained on the years before
 * `validation`, chosen on those up to `test`, shown on what no network has seen.
 */
import type { Rng } from '../engine/rng.ts'
import type { TrainingSequence } from '../engine/trainer.ts'
import type { Example, Scaling } from './schema.ts'
import type { Budget, Predict, Task } from './task.ts'

/** The series at one time: '1965-01' or '2012-01-01', and its level in the series' unit. */
export interface Level {
  readonly mark: string
  readonly level: number
}

export interface SeriesPlan extends Pick<Task, 'hiddenSize' | 'horizon'> {
  /** Without a gap, in the order of time. */
  readonly rows: readonly Level[]
  readonly unit: Scaling['unit']
  readonly step: Scaling['step']
  /** Steps of a season, whose change a year ago is a baseline too; null without one. */
  readonly season: number | null
  /** First mark of the validation data, and of the data that are only shown. */
  readonly validation: string
  readonly test: string
  /** Steps between the starts of two validation sequences. */
  readonly stride: number
  /** Steps of a training sequence, and how many of them are not judged. */
  readonly T: number
  readonly warmUp: number
  /** Steps of a shown sequence, and of what followed it. */
  readonly shown: number
  readonly after: number
  readonly examples: readonly { readonly id: string; readonly from: string }[]
  readonly budget: Budget
  /** "Learned" is an error of at most this share of that of repeating the last value. */
  readonly share: number
}

interface Series {
  readonly rows: readonly Level[]
  /** Scaled change into each step: scaled[k] leads from rows[k] to rows[k + 1]. */
  readonly scaled: readonly number[]
  readonly scaling: Scaling
}

const prepare = ({ rows, validation, unit, step, season }: SeriesPlan): Series => {
  const changes = rows.slice(1).map(({ level }, k) => level - rows[k]!.level)
  const training = changes.filter((_, k) => rows[k + 1]!.mark < validation)
  const mean = training.reduce((sum, change) => sum + change, 0) / training.length
  const scale = Math.sqrt(training.reduce((sum, c) => sum + (c - mean) ** 2, 0) / training.length)
  return {
    rows,
    scaled: changes.map((change) => (change - mean) / scale),
    scaling: { unit, quantity: 'change', step, season, mean, scale },
  }
}

const indexOf = ({ rows }: Series, mark: string): number => {
  const found = rows.findIndex((row) => row.mark === mark)
  if (found < 0) throw new Error(`Series: expected a row "${mark}", found none. Take the whole file.`)
  return found
}

/** `length` changes from number `start` on; the target of each is the change after it. */
const window = ({ scaled }: Series, start: number, length: number): TrainingSequence => ({
  sequence: scaled.slice(start, start + length).map((value) => [value]),
  target: scaled.slice(start + 1, start + length + 1),
  mask: null,
})

/** Windows that lie between validation and test (changes between them only). */
const held = (series: Series, { T, validation, test, stride }: SeriesPlan): readonly TrainingSequence[] => {
  const first = indexOf(series, validation)
  // The last target is the change into the step before `test`.
  const last = indexOf(series, test) - 2 - T
  return Array.from({ length: Math.floor((last - first) / stride) + 1 }, (_, k) =>
    window(series, first + k * stride, T),
  )
}

/** √ of the mean squared error of the forecast next level, in the series' unit, after the warm-up. */
const forecastError = (
  validation: readonly TrainingSequence[],
  scale: number,
  warmUp: number,
  predict: Predict,
): number => {
  let sum = 0
  let count = 0
  for (const { sequence, target } of validation) {
    const y = predict(sequence)
    for (let t = warmUp; t < target.length; t++) {
      sum += ((y[t]! - target[t]!) * scale) ** 2
      count++
    }
  }
  return Math.sqrt(sum / count)
}

const exampleOf = (
  series: Series,
  { shown: length, after, season }: SeriesPlan,
  { id, from }: SeriesPlan['examples'][number],
): Example => {
  const { rows, scaled } = series
  const start = indexOf(series, from) - 1
  const shown = Array.from({ length }, (_, t) => start + t)
  return {
    id,
    steps: shown.map((k) => ({ mark: rows[k + 1]!.mark, value: [scaled[k]!] })),
    targets: shown.map((k) => [scaled[k + 1]!]),
    levels: shown.map((k) => rows[k + 1]!.level),
    ...(season === null
      ? {}
      : { before: rows.slice(start + 1 - season, start + 1).map(({ level }) => level) }),
    continuation: Array.from({ length: after }, (_, t) => rows[start + length + 1 + t]!),
  }
}

/** @throws Error when a mark of the plan is not in the series */
export const seriesTask = (plan: SeriesPlan): Task => {
  const series = prepare(plan)
  const { T, warmUp } = plan
  const { mean, scale } = series.scaling
  const last = indexOf(series, plan.validation) - 2 - T
  const validation = held(series, plan)
  // Repeating the last level says "no change": (0 − mean) / scale in the network's numbers.
  const repeat = (sequence: TrainingSequence['sequence']): Float64Array =>
    new Float64Array(sequence.length).fill(-mean / scale)
  const squares = validation.flatMap(({ target }) => Array.from(target, (y) => (y + mean / scale) ** 2))
  const baseline = forecastError(validation, scale, warmUp, repeat)
  return {
    input: { kind: 'vector', size: 1 },
    readout: { size: 1, activation: 'identity' },
    outputs: 'every',
    loss: 'squared-error',
    hiddenSize: plan.hiddenSize,
    layers: 1,
    direction: 'forward',
    horizon: plan.horizon,
    features: ['change'],
    featureKinds: ['signed'],
    rest: null,
    scaling: series.scaling,
    budget: plan.budget,
    metric: { id: 'error', better: 'less', bound: baseline * plan.share },
    baseline: {
      loss: squares.reduce((sum, square) => sum + square, 0) / squares.length,
      metric: baseline,
    },
    examples: plan.examples.map((one) => exampleOf(series, plan, one)),
    sample: (random: Rng, size) =>
      Array.from({ length: size }, () => window(series, random.integer(last + 1), T)),
    sequences: last + 1,
    longest: T,
    validation,
    measure: (predict) => forecastError(validation, scale, warmUp, predict),
  }
}

/**
 * The adding problem, many to one: T pairs (number, mark), two of them marked; the answer at the end is the
 * sum of the two marked numbers. Hochreiter & Schmidhuber (1997), "Long short-term memory", section 5.4; here
 * with numbers from [0, 1) and one mark in each half of the sequence.
 */
import { rng, type Rng } from '../../engine/rng.ts'
import type { Batch, TrainingSequence } from '../../engine/trainer.ts'
import type { Exercise } from '../task.ts'
import { rootMeanSquareError } from './judged.ts'

const draw = (random: Rng, T: number): TrainingSequence => {
  const half = Math.floor(T / 2)
  const marked = [random.integer(half), half + random.integer(T - half)]
  const values = Array.from({ length: T }, () => random.uniform())
  return {
    sequence: values.map((value, t) => [value, marked.includes(t) ? 1 : 0]),
    target: [marked.reduce((sum, t) => sum + values[t]!, 0)],
    mask: null,
  }
}

/** Variance of the sum of two independent numbers from [0, 1): the loss of always saying 1. */
const VARIANCE = 1 / 6

/** @param T pairs of a sequence, at least 2 */
export const adding = (T: number): Exercise => {
  const random = rng(1).fork(`adding, validation, ${T}`)
  const validation: Batch = Array.from({ length: 256 }, () => draw(random, T))
  return {
    input: { kind: 'vector', size: 2 },
    readout: { size: 1, activation: 'identity' },
    outputs: 'last',
    loss: 'squared-error',
    hiddenSize: 12,
    layers: 1,
    direction: 'forward',
    horizon: T,
    budget: { updates: 3000, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3] },
    metric: { id: 'error', better: 'less', bound: 0.1 },
    baseline: { loss: VARIANCE, metric: Math.sqrt(VARIANCE) },
    sequences: null,
    longest: T,
    sample: (source, size) => Array.from({ length: size }, () => draw(source, T)),
    validation,
    measure: (predict) => rootMeanSquareError(validation, predict),
  }
}

/**
 * The next value of a sine whose period and phase differ from sequence to sequence: what a network has seen
 * so far must tell it which wave it reads.
 */
import { rng, type Rng } from '../../engine/rng.ts'
import type { Batch, TrainingSequence } from '../../engine/trainer.ts'
import type { Exercise } from '../task.ts'
import { rootMeanSquareError } from './judged.ts'

/** Periods in steps. */
const PERIOD = { least: 8, most: 24 }

/** The first steps do not count: two values are the least that tells a wave of amplitude 1. */
const WARM_UP = 4

/** T + 1 values; rounded to f32, so that the last bits of Math.sin, free in each browser, are dropped. */
const wave = (random: Rng, T: number): readonly number[] => {
  const omega = (2 * Math.PI) / random.uniformRange(PERIOD.least, PERIOD.most)
  const phase = random.uniformRange(0, 2 * Math.PI)
  return Array.from({ length: T + 1 }, (_, t) => Math.fround(Math.sin(omega * t + phase)))
}

const draw = (random: Rng, T: number): TrainingSequence => {
  const values = wave(random, T)
  return {
    sequence: values.slice(0, T).map((value) => [value]),
    target: values.slice(1),
    mask: Array.from({ length: T }, (_, t) => (t < WARM_UP ? 0 : 1)),
  }
}

/** @param T steps of a sequence, more than the warm-up */
export const sine = (T: number): Exercise => {
  const random = rng(1).fork(`sine, validation, ${T}`)
  const validation: Batch = Array.from({ length: 128 }, () => draw(random, T))
  const persistence = rootMeanSquareError(validation, (sequence) =>
    Float64Array.from((sequence as readonly (readonly number[])[]).flat()),
  )
  return {
    input: { kind: 'vector', size: 1 },
    readout: { size: 1, activation: 'identity' },
    outputs: 'every',
    loss: 'squared-error',
    hiddenSize: 8,
    layers: 1,
    direction: 'forward',
    horizon: PERIOD.most,
    budget: { updates: 2000, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3] },
    metric: { id: 'error', better: 'less', bound: 0.05 },
    baseline: { loss: persistence ** 2, metric: persistence },
    sequences: null,
    longest: T,
    sample: (source, size) => Array.from({ length: size }, () => draw(source, T)),
    validation,
    measure: (predict) => rootMeanSquareError(validation, predict),
  }
}

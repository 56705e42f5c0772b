/** Parity of the bits so far, told at every step: one bit of memory that each 1 turns over. */
import { rng, type Rng } from '../../engine/rng.ts'
import type { Batch, TrainingSequence } from '../../engine/trainer.ts'
import type { Exercise } from '../task.ts'
import { bitShare } from './judged.ts'

const draw = (random: Rng, length: number): TrainingSequence => {
  const bits = Array.from({ length }, () => random.integer(2))
  let parity = 0
  return { sequence: bits.map((bit) => [bit]), target: bits.map((bit) => (parity ^= bit)), mask: null }
}

/** @param length bits of a sequence */
export const parity = (length: number): Exercise => {
  const random = rng(1).fork(`parity, validation, ${length}`)
  const validation: Batch = Array.from({ length: 256 }, () => draw(random, length))
  return {
    input: { kind: 'vector', size: 1 },
    readout: { size: 1, activation: 'sigmoid' },
    outputs: 'every',
    loss: 'binary-cross-entropy',
    hiddenSize: 8,
    layers: 1,
    direction: 'forward',
    horizon: length,
    budget: { updates: 3000, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3] },
    metric: { id: 'accuracy', better: 'more', bound: 0.99 },
    baseline: { loss: Math.log(2), metric: 0.5 },
    sequences: null,
    longest: length,
    sample: (source, size) => Array.from({ length: size }, () => draw(source, length)),
    validation,
    measure: (predict) => bitShare(validation, predict),
  }
}

/**
 * Latching one bit, many to one: the first step says +1 or −1, noise follows, and at the end the sign must be
 * told. After Bengio, Simard & Frasconi (1994), "Learning long-term dependencies with gradient descent is
 * difficult", section 3.
 */
import { rng, type Rng } from '../../engine/rng.ts'
import type { Batch, TrainingSequence } from '../../engine/trainer.ts'
import type { Exercise } from '../task.ts'
import { bitShare } from './judged.ts'

/** The noise is uniform between plus and minus this. */
const NOISE = 0.5

const draw = (random: Rng, delay: number): TrainingSequence => {
  const bit = random.integer(2)
  const noise = Array.from({ length: delay }, () => [random.uniformRange(-NOISE, NOISE)])
  return { sequence: [[2 * bit - 1], ...noise], target: [bit], mask: null }
}

/** @param delay steps of noise after the sign */
export const latch = (delay: number): Exercise => {
  const random = rng(1).fork(`latch, validation, ${delay}`)
  const validation: Batch = Array.from({ length: 256 }, () => draw(random, delay))
  return {
    input: { kind: 'vector', size: 1 },
    readout: { size: 1, activation: 'sigmoid' },
    outputs: 'last',
    loss: 'binary-cross-entropy',
    hiddenSize: 4,
    layers: 1,
    direction: 'forward',
    horizon: delay + 1,
    budget: { updates: 3000, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3] },
    metric: { id: 'accuracy', better: 'more', bound: 0.98 },
    baseline: { loss: Math.log(2), metric: 0.5 },
    sequences: null,
    longest: delay + 1,
    sample: (source, size) => Array.from({ length: size }, () => draw(source, delay)),
    validation,
    measure: (predict) => bitShare(validation, predict),
  }
}

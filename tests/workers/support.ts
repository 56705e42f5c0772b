/** A small run that tests train. */
import { optimizer } from '../../src/engine/index.ts'
import type { TrainingSettings } from '../../src/workers/trainingSettings.ts'

export const settings: TrainingSettings = {
  task: 'counting',
  T: null,
  lossOn: null,
  cells: ['rnn', 'lstm', 'gru'],
  hiddenSize: 4,
  equal: 'size',
  layers: 1,
  direction: 'forward',
  batch: 4,
  optimizer: optimizer('adam', { learningRate: 0.01 }),
  clip: 1,
  initialiser: 'recommended',
  seeds: [1],
  updates: 30,
}

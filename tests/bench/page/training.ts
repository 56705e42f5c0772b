/** One training step: forward, backpropagation through time, Adam. Sequences of 30 steps of 8 inputs, one output a step. */
import * as tf from '@tensorflow/tfjs-core'
import {
  buildNetwork,
  createTrainer,
  initialiseNetwork,
  optimizer,
  rng,
  type LayerBackend,
} from '../../../src/engine/index.ts'
import { choose, tfUnroll, type TfBackend } from './peers.ts'
import type { Task } from './timing.ts'

export interface TrainingSize {
  readonly H: number
  readonly batch: number
}

const [I, T] = [8, 30]

const numbers = (n: number, seed: number): Float64Array => {
  const random = rng(seed)
  return Float64Array.from({ length: n }, () => random.uniformRange(-1, 1))
}

export const gatescopeTraining = ({ H, batch }: TrainingSize, backend: LayerBackend): Task => {
  const network = buildNetwork({
    input: { kind: 'vector', size: I },
    layers: [{ cell: 'lstm', size: H, direction: 'forward' }],
    readout: { size: 1, activation: 'identity' },
    outputs: 'every',
  })
  const parameters = initialiseNetwork(network, { scheme: 'default', seed: 1 })
  const trainer = createTrainer(network, parameters, {
    optimizer: optimizer('adam', { learningRate: 1e-3 }),
    loss: 'squared-error',
    clip: null,
    backend,
  })
  const sequences = Array.from({ length: batch }, (_, k) => ({
    sequence: numbers(T * I, k),
    target: numbers(T, k + 1000),
    mask: null,
  }))
  return {
    name: backend.name === 'webassembly' ? 'Gatescope, as in the worker' : 'Gatescope in JavaScript',
    run: () => trainer.step(sequences),
  }
}

export const tfTraining = async ({ H, batch }: TrainingSize, backend: TfBackend): Promise<Task> => {
  await choose(backend)
  const bound = 1 / Math.sqrt(H)
  const variable = (rows: number, columns: number) =>
    tf.variable(tf.randomUniform([rows, columns], -bound, bound)) as tf.Variable<tf.Rank.R2>
  const kernel = variable(I + H, 4 * H)
  const bias = tf.variable(tf.zeros([4 * H])) as tf.Variable<tf.Rank.R1>
  const readout = variable(H, 1)
  const adam = tf.train.adam(1e-3)
  const steps = Array.from({ length: T }, (_, t) =>
    tf.keep(tf.tensor2d(Float32Array.from(numbers(batch * I, t)), [batch, I])),
  )
  const target = tf.keep(tf.tensor2d(Float32Array.from(numbers(T * batch, 1000)), [T * batch, 1]))
  return {
    name: `tfjs ${backend}`,
    prepare: () => choose(backend),
    run: () => {
      const loss = adam.minimize(() => {
        const h = tf.concat(tfUnroll(steps, kernel, bias, H))
        return tf.losses.meanSquaredError(target, tf.matMul(h, readout)) as tf.Scalar
      }, true)!
      const value = loss.dataSync()[0]!
      loss.dispose()
      return value
    },
  }
}

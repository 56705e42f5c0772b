/** The engines that Gatescope is measured against, running the same LSTM with the same weights. */
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import '@tensorflow/tfjs-backend-wasm'
import '@tensorflow/tfjs-core/dist/register_all_gradients'
import type { InferenceSession, Tensor } from 'onnxruntime-common'
import { onnxLstm } from './onnxModel.ts'
import { stacked, type Engine, type Gate, type Work } from './work.ts'

export type TfBackend = 'cpu' | 'wasm'

/** What onnxruntime-web and onnxruntime-node have in common. */
export interface OnnxRuntime {
  readonly InferenceSession: typeof InferenceSession
  readonly Tensor: typeof Tensor
}

export const choose = async (backend: TfBackend): Promise<void> => {
  if (!(await tf.setBackend(backend)))
    throw new Error(`Expected tfjs to start its ${backend} backend; it did not.`)
}

/** Order of the gates in TensorFlow's basic LSTM cell. */
const tfGates: readonly Gate[] = ['i', 'g', 'f', 'o']

/** [I + H, 4H] and [4H], as basicLSTMCell multiplies [x, h] by it. */
export const tfWeights = (work: Work): { kernel: tf.Tensor2D; bias: tf.Tensor1D } => {
  const { I, H } = work
  const rows = tf.concat(
    [
      tf.tensor2d(stacked(work, 'W', tfGates), [4 * H, I]),
      tf.tensor2d(stacked(work, 'U', tfGates), [4 * H, H]),
    ],
    1,
  )
  return {
    kernel: tf.keep(tf.transpose(rows)) as tf.Tensor2D,
    bias: tf.keep(tf.tensor1d(stacked(work, 'b', tfGates))),
  }
}

/** h of every step, from zeros. */
export const tfUnroll = (
  steps: readonly tf.Tensor2D[],
  kernel: tf.Tensor2D,
  bias: tf.Tensor1D,
  H: number,
): tf.Tensor2D[] => {
  const forgetBias = tf.scalar(0)
  let c = tf.zeros([steps[0]!.shape[0], H]) as tf.Tensor2D
  let h = c
  return steps.map((x) => {
    ;[c, h] = tf.basicLSTMCell(forgetBias, kernel, bias, x, c, h)
    return h
  })
}

export const tfjs = async (work: Work, backend: TfBackend): Promise<Engine> => {
  const { I, H, T } = work
  await choose(backend)
  const { kernel, bias } = tfWeights(work)
  const x = tf.keep(tf.tensor2d(Float32Array.from(work.inputs), [T, I]))
  return {
    name: `tfjs ${backend}`,
    prepare: () => choose(backend),
    run: () =>
      tf.tidy(() => tf.concat(tfUnroll(tf.split(x, T) as tf.Tensor2D[], kernel, bias, H)).dataSync()),
  }
}

export const onnx = async (work: Work, runtime: OnnxRuntime, name: string): Promise<Engine> => {
  const { I, T } = work
  const session = await runtime.InferenceSession.create(onnxLstm(work), {
    executionProviders: [name.endsWith('node') ? 'cpu' : 'wasm'],
    intraOpNumThreads: 1,
  })
  const X = new runtime.Tensor('float32', Float32Array.from(work.inputs), [T, 1, I])
  return { name, run: async () => (await session.run({ X }))['Y']!.data as Float32Array }
}

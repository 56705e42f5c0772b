/**
 * Training the networks of a scene, deterministic to the last bit: same task, budget and seed, same
 * weights. No clock and no random number but the seed's.
 */
import { buildNetwork, javascript, run, type Network, type NetworkSpec } from '../engine/index.ts'
import { initialiseNetwork } from '../engine/initialisers.ts'
import { optimizer } from '../engine/optimizers.ts'
import { rng } from '../engine/rng.ts'
import { createTrainer, evaluate } from '../engine/trainer.ts'
import { createWasmBackend } from '../engine/wasm/backend.ts'
import { toPytorch } from '../formats/pytorchNames.ts'
import { writeSafetensors } from '../formats/safetensors.ts'
import { targetKinds } from './checkScene.ts'
import { checksum } from './checksum.ts'
import type { Scene, SceneModel } from './schema.ts'
import { initialisers, isLearned, sceneCells, type Predict, type SceneCell, type Task } from './task.ts'

/** Update at which the chosen run's parameters are summed, for a test that retrains so far. */
const CHECKPOINT = 20

const specOf = (task: Task, cell: SceneCell): NetworkSpec => ({
  input: task.input,
  layers: Array.from({ length: task.layers }, () => ({
    cell,
    size: task.hiddenSize,
    direction: task.direction,
  })),
  readout: task.readout,
  outputs: task.outputs,
})

/** Training is faster in WebAssembly, and the bits are those of JavaScript. */
const backend = createWasmBackend() ?? javascript

interface Run {
  readonly network: Network
  readonly parameters: Float64Array
  readonly checkpoint: string
}

/** One run: a cell, a seed, some updates. All cells see the same batches for the same seed. */
export const trainOnce = (task: Task, cell: SceneCell, seed: number, updates: number): Run => {
  const network = buildNetwork(specOf(task, cell))
  const scheme = initialisers[cell]
  const parameters = initialiseNetwork(network, { scheme, seed, horizon: task.horizon })
  const { learningRate, clip, batch } = task.budget
  const settings = { optimizer: optimizer('adam', { learningRate }), loss: task.loss, clip, backend }
  const trainer = createTrainer(network, parameters, settings)
  const random = rng(seed).fork('training data')
  let checkpoint = ''
  for (let update = 1; update <= updates; update++) {
    trainer.step(task.sample(random, batch))
    if (update === CHECKPOINT) checkpoint = checksum(parameters)
  }
  return { network, parameters, checkpoint }
}

const predictWith =
  (network: Network, parameters: Float64Array): Predict =>
  (sequence) =>
    run(network, parameters, sequence, { recording: 'display', backend }).outputs

export interface TrainedCell {
  readonly model: SceneModel
  readonly weights: Uint8Array
}

/** All seeds of a cell; the one with the lowest validation loss is kept. */
export const trainCell = (task: Task, cell: SceneCell): TrainedCell => {
  const { updates, batch, learningRate, clip, seeds } = task.budget
  const runs = seeds.map((seed) => {
    const done = trainOnce(task, cell, seed, updates)
    const validationLoss = evaluate(done.network, done.parameters, task.loss, task.validation, backend)
    return { ...done, seed, validationLoss }
  })
  const best = runs.reduce((a, b) => (b.validationLoss < a.validationLoss ? b : a))
  const metric = task.measure(predictWith(best.network, best.parameters))
  const scheme = initialisers[cell]
  return {
    model: {
      file: `${cell}.safetensors`,
      layers: [...best.network.spec.layers],
      record: {
        hiddenSize: task.hiddenSize,
        parameterCount: best.network.parameterCount,
        updates,
        batch,
        optimizer: 'adam',
        learningRate,
        clip,
        loss: task.loss,
        initialiser: scheme,
        horizon: scheme === 'chrono' ? task.horizon : null,
        seeds: runs.map(({ seed, validationLoss }) => ({ seed, validationLoss })),
        seed: best.seed,
        validationLoss: best.validationLoss,
        metric,
        learned: isLearned(task.metric, metric),
        checkpoint: { update: CHECKPOINT, checksum: best.checkpoint },
      },
    },
    weights: writeSafetensors(toPytorch(best.network, best.parameters)),
  }
}

/** scene.json of a task with the models that were trained for it. */
export const sceneOf = (
  id: string,
  task: Task,
  models: Readonly<Partial<Record<SceneCell, SceneModel>>>,
): Scene => ({
  format: 1,
  id,
  input: task.input,
  readout: task.readout,
  outputs: task.outputs,
  targetKind: targetKinds[task.loss],
  loss: task.loss,
  rest: task.rest ? [...task.rest] : null,
  features: [...task.features],
  featureKinds: [...task.featureKinds],
  scaling: task.scaling,
  metric: task.metric,
  baseline: task.baseline,
  examples: [...task.examples],
  models: Object.fromEntries(
    sceneCells.flatMap((cell) => {
      const model = models[cell]
      return model ? [[cell, model] as const] : []
    }),
  ),
})

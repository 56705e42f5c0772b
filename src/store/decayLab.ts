/** The laboratory of weight decay: what is set, the four weights under each optimizer, the race on a network. */
import { decayPath, GRADIENT_SCALES, shareOf, taskGradients, type DecayPath } from '../describe/decayPaths.ts'
import {
  buildNetwork,
  decayingOptimizer,
  initialiseNetwork,
  largestDifference,
  optimizerNames,
  type OptimizerName,
} from '../engine/index.ts'
import type { LoadedScene } from '../scenes/load.ts'
import type { JobSettings } from './labJob.ts'
import type { Fields, Settings } from './labSettings.ts'

export const decayFields = {
  /** λ: share that decay takes off in one update. */
  share: { low: 0.0005, high: 0.02, step: 0.0005, usual: 0.005 },
  rate: ['0.01', '0.001', '0.003', '0.03', '0.1'],
  gradient: ['alternating', 'random'],
  seed: { low: 1, high: 99, step: 1, usual: 1 },
  /** Optimizers that are shown, a bit each from SGD on. */
  only: { low: 1, high: 63, step: 1, usual: 63 },
  cell: ['lstm', 'rnn', 'gru'],
} as const satisfies Fields

export type DecaySettings = Settings<typeof decayFields>

/** Updates of the four weights, and of the networks. */
export const WEIGHT_UPDATES = 400
export const NETWORK_UPDATES = 200

/** AdaDelta finds its own step: 1 is its rate. */
export const rateOf = (name: OptimizerName, rate: DecaySettings['rate']): number =>
  name === 'adadelta' ? 1 : Number(rate)

export const shownOptimizers = (only: number): readonly OptimizerName[] =>
  optimizerNames.filter((_, k) => Math.floor(only / 2 ** k) % 2 === 1)

export const withOptimizer = (only: number, name: OptimizerName, shown: boolean): number => {
  const bit = 2 ** optimizerNames.indexOf(name)
  const has = Math.floor(only / bit) % 2 === 1
  return only + (shown === has ? 0 : shown ? bit : -bit)
}

export interface WeightRace {
  readonly name: OptimizerName
  readonly learningRate: number
  readonly penalty: DecayPath
  readonly decay: DecayPath
  /** Share an update takes off, by gradient scale. */
  readonly shares: { readonly penalty: readonly number[]; readonly decay: readonly number[] }
  /** Largest difference between the two. */
  readonly apart: number
}

/** The four weights under each shown optimizer. */
export const weightRaces = (settings: DecaySettings): readonly WeightRace[] => {
  const { share, rate, gradient, seed, only } = settings
  const count = GRADIENT_SCALES.length
  const gradients = taskGradients(gradient, WEIGHT_UPDATES, seed)
  return shownOptimizers(only).map((name) => {
    const learningRate = rateOf(name, rate)
    const [penalty, decay] = (['penalty', 'decay'] as const).map((way) =>
      decayPath(decayingOptimizer(name, way, learningRate, share), gradients, count),
    ) as [DecayPath, DecayPath]
    const sharesOf = (path: DecayPath): readonly number[] =>
      GRADIENT_SCALES.map((_, column) => shareOf(path, column, count))
    return {
      name,
      learningRate,
      penalty,
      decay,
      shares: { penalty: sharesOf(penalty), decay: sharesOf(decay) },
      apart: largestDifference(penalty.weights, decay.weights),
    }
  })
}

/** The race on a fresh network of the scene's size, as its worker is asked; null for a scene without networks. */
export const networkRace = (
  { networks, scene }: LoadedScene,
  settings: DecaySettings,
): JobSettings<'race'> | null => {
  const { share, rate, seed, only, cell } = settings
  const [known] = Object.values(networks)
  if (!known) return null
  const spec = {
    ...known.network.spec,
    layers: [{ ...known.network.spec.layers[0]!, cell, direction: 'forward' as const }],
  }
  const record = scene.models[cell]?.record
  return {
    spec,
    parameters: initialiseNetwork(buildNetwork(spec), { scheme: 'forget-bias', seed }),
    optimizers: shownOptimizers(only).map((name) => ({ name, learningRate: rateOf(name, rate) })),
    share,
    clip: record?.clip ?? 1,
    batch: record?.batch ?? 16,
    seed,
    updates: NETWORK_UPDATES,
  }
}

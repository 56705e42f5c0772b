/**
 * A task: what a scene's networks are trained on. Sequences come from a seeded generator, so that every
 * cell sees the same data, and validation data never depend on a training seed.
 */
import type { InputSpec, LayerSpec, ReadoutSpec } from '../engine/index.ts'
import type { InitialiserName } from '../engine/initialisers.ts'
import type { LossName } from '../engine/losses.ts'
import type { Rng } from '../engine/rng.ts'
import type { Batch } from '../engine/trainer.ts'
import type { Example, Scaling } from './schema.ts'

/** The output of a network for a sequence: [rows][outputs] after the readout's activation. */
export type Predict = (sequence: Batch[number]['sequence']) => Float64Array

/** How well a network does, in words that a reader understands; `learned` compares it with `bound`. */
export interface Metric {
  /** Key of its name in the scene's text. */
  readonly id: string
  readonly better: 'less' | 'more'
  /** "Learned" means at least as good as this. */
  readonly bound: number
}

/** What needs no network: always 0, repeat the last value, the most frequent answer. */
export interface Baseline {
  readonly loss: number
  readonly metric: number
}

export interface Budget {
  /** Updates of each run. */
  readonly updates: number
  /** Sequences an update. */
  readonly batch: number
  readonly learningRate: number
  readonly clip: number
  readonly seeds: readonly number[]
}

/** What is learned and how it is judged: all that training needs. */
export interface Exercise {
  readonly input: InputSpec
  readonly readout: ReadoutSpec
  readonly outputs: 'every' | 'last'
  readonly loss: LossName
  /** Units of each layer and direction. */
  readonly hiddenSize: number
  readonly layers: number
  readonly direction: LayerSpec['direction']
  /** Longest delay that must be bridged: the horizon of chrono initialisation. */
  readonly horizon: number
  readonly budget: Budget
  readonly metric: Metric
  readonly baseline: Baseline
  /** How many different training sequences there are; null when they are generated without end. */
  readonly sequences: number | null
  /** Timesteps of the longest training sequence. */
  readonly longest: number
  /** One training batch. */
  readonly sample: (random: Rng, size: number) => Batch
  readonly validation: Batch
  /** The metric of a trained network on validation data. */
  readonly measure: (predict: Predict) => number
}

/** An exercise with what a scene shows of it. */
export interface Task extends Exercise {
  /** One name and kind a component of x. */
  readonly features: readonly string[]
  readonly featureKinds: readonly ('signed' | 'binary')[]
  /** Target of steps whose target is null in an example; null when such steps do not count. */
  readonly rest: readonly number[] | null
  readonly scaling: Scaling | null
  readonly examples: readonly Example[]
}

/** True when a metric reaches what counts as learned. */
export const isLearned = ({ better, bound }: Metric, metric: number): boolean =>
  better === 'less' ? metric <= bound : metric >= bound

/**
 * Each cell starts as the literature recommends for it: chrono for cells with gates that keep, an orthogonal
 * recurrent matrix for the simple RNN, PyTorch's default for the layer without memory.
 */
export const initialisers: Readonly<Record<SceneCell, InitialiserName>> = {
  feedforward: 'default',
  rnn: 'orthogonal',
  lstm: 'chrono',
  gru: 'chrono',
}

/** The cells that every scene trains, in the order in which they are shown. */
export const sceneCells = ['feedforward', 'rnn', 'lstm', 'gru'] as const
export type SceneCell = (typeof sceneCells)[number]

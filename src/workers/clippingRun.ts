/**
 * A short training that shows where clipping acts: at each update the norm of the gradient before clipping, and
 * how far the weights move with clipping and would have moved without, from the same place. Beside it the same
 * training that never clips. One update at a time; deterministic.
 */
import {
  buildNetwork,
  clipByNorm,
  lossAndGradient,
  norm,
  rng,
  startOptimizer,
  stepOptimizer,
  type Batch,
  type Network,
  type NetworkSpec,
  type OptimizerSettings,
  type OptimizerState,
} from '../engine/index.ts'
import type { Task } from '../scenes/task.ts'

export interface ClippingSettings {
  readonly spec: NetworkSpec
  /** Start values, flat; left as they are. */
  readonly parameters: Float64Array
  readonly optimizer: OptimizerSettings
  /** Largest norm of the gradient. */
  readonly clip: number
  readonly batch: number
  readonly seed: number
  readonly updates: number
}

export interface ClippingUpdate {
  /** Counted from 1. */
  readonly update: number
  readonly loss: number
  /** Norm of the gradient before clipping. */
  readonly norm: number
  readonly clipped: boolean
  /** ‖Δθ‖ of this update. */
  readonly step: number
  /** ‖Δθ‖ that the whole gradient would have made of this one update. */
  readonly whole: number
  /** Loss of the training that never clips, at the same update; null once it diverged. */
  readonly unclippedLoss: number | null
}

export interface ClippingProgress {
  readonly updates: number
  readonly rows: readonly ClippingUpdate[]
  /** The update at which loss or gradient were no numbers, with clipping and without; null while they are. */
  readonly diverged: number | null
  readonly unclippedDiverged: number | null
}

export interface ClippingRun {
  readonly done: () => boolean
  readonly advance: () => void
  readonly progress: () => ClippingProgress
}

interface Learner {
  readonly parameters: Float64Array
  readonly state: OptimizerState
  diverged: number | null
}

const copyOf = ({ step, vectors }: OptimizerState): OptimizerState => ({
  step,
  vectors: vectors.map((vector) => vector.slice()),
})

const distance = (a: Float64Array, b: Float64Array): number => norm(a.map((value, k) => value - b[k]!))

/** Loss and gradient of a batch, or null when they are no numbers. */
const learn = (
  network: Network,
  task: Task,
  { parameters }: Learner,
  batch: Batch,
): { readonly loss: number; readonly gradient: Float64Array; readonly norm: number } | null => {
  const { loss, gradient } = lossAndGradient(network, parameters, task.loss, batch)
  const size = norm(gradient)
  return Number.isFinite(loss) && Number.isFinite(size) ? { loss, gradient, norm: size } : null
}

/** @throws Error for a network or settings that the engine refuses */
export const createClippingRun = (task: Task, settings: ClippingSettings): ClippingRun => {
  const { spec, optimizer, clip, batch, seed, updates } = settings
  const network = buildNetwork(spec)
  const start = (): Learner => ({
    parameters: settings.parameters.slice(),
    state: startOptimizer(optimizer, settings.parameters.length),
    diverged: null,
  })
  const [clipping, free] = [start(), start()]
  const random = rng(seed).fork('training data')
  const rows: ClippingUpdate[] = []
  let update = 0

  /** One update that never clips; its loss before it, or null. */
  const advanceFree = (sequences: Batch): number | null => {
    if (free.diverged !== null) return null
    const learned = learn(network, task, free, sequences)
    if (!learned) {
      free.diverged = update
      return null
    }
    stepOptimizer(optimizer, free.state, free.parameters, learned.gradient)
    return learned.loss
  }
  const advance = (): void => {
    const sequences = task.sample(random, batch)
    update++
    const unclippedLoss = advanceFree(sequences)
    const learned = learn(network, task, clipping, sequences)
    if (!learned) {
      clipping.diverged = update
      return
    }
    const { loss, gradient, norm: size } = learned
    const { parameters, state } = clipping
    const before = parameters.slice()
    const without = parameters.slice()
    stepOptimizer(optimizer, copyOf(state), without, gradient)
    clipByNorm(gradient, clip)
    stepOptimizer(optimizer, state, parameters, gradient)
    rows.push({
      update,
      loss,
      norm: size,
      clipped: size > clip,
      step: distance(parameters, before),
      whole: distance(without, before),
      unclippedLoss,
    })
  }
  return {
    done: () => update >= updates || clipping.diverged !== null,
    advance,
    progress: () => ({
      updates,
      rows: [...rows],
      diverged: clipping.diverged,
      unclippedDiverged: free.diverged,
    }),
  }
}

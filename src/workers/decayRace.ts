/**
 * The optimizer race on a network: the same start and the same sequences under each optimizer, without a pull to
 * zero, with a penalty and with decay. One update of all at a time; deterministic.
 */
import {
  buildNetwork,
  createTrainer,
  decayingOptimizer,
  decayWays,
  largestDifference,
  lossAndGradient,
  norm,
  rng,
  type DecayWay,
  type NetworkSpec,
  type OptimizerName,
  type Trainer,
} from '../engine/index.ts'
import type { Task } from '../scenes/task.ts'
import { layerBackend } from './backend.ts'

export interface RaceSettings {
  readonly spec: NetworkSpec
  /** Start values, flat; shared by all and left as they are. */
  readonly parameters: Float64Array
  readonly optimizers: readonly { readonly name: OptimizerName; readonly learningRate: number }[]
  /** λ: share that decay takes off in one update. */
  readonly share: number
  /** Largest gradient norm, or null. */
  readonly clip: number | null
  /** Sequences an update, and the seed of their order. */
  readonly batch: number
  readonly seed: number
  readonly updates: number
}

/** One network of the race so far. */
export interface RaceLine {
  readonly optimizer: OptimizerName
  readonly way: DecayWay
  /** ‖θ‖ before the first update and after each. */
  readonly norms: readonly number[]
  /** Loss of the batch before each update. */
  readonly losses: readonly number[]
  /** The update of which loss, gradient or weights were no numbers, or null. */
  readonly diverged: number | null
}

export interface RaceProgress {
  readonly update: number
  readonly updates: number
  readonly lines: readonly RaceLine[]
  /** Largest difference between the weights of penalty and decay, by optimizer. */
  readonly apart: Readonly<Partial<Record<OptimizerName, number>>>
}

export interface Race {
  readonly done: () => boolean
  readonly advance: () => void
  /** A copy of all so far. */
  readonly progress: () => RaceProgress
}

interface Runner {
  readonly optimizer: OptimizerName
  readonly way: DecayWay
  readonly trainer: Trainer
  readonly norms: number[]
  readonly losses: number[]
  diverged: number | null
}

/** @throws Error for a network, parameters or optimizer that the engine refuses */
export const createRace = (task: Task, settings: RaceSettings): Race => {
  const { spec, parameters, share, clip, batch, seed, updates } = settings
  const network = buildNetwork(spec)
  const runners = settings.optimizers.flatMap(({ name, learningRate }) =>
    decayWays.map((way): Runner => {
      const optimizer = decayingOptimizer(name, way, learningRate, share)
      const trainer = createTrainer(network, parameters.slice(), {
        optimizer,
        loss: task.loss,
        clip,
        backend: layerBackend(),
      })
      return { optimizer: name, way, trainer, norms: [norm(parameters)], losses: [], diverged: null }
    }),
  )
  const random = rng(seed).fork('training data')
  let update = 0
  const advance = (): void => {
    const sequences = task.sample(random, batch)
    update++
    for (const runner of runners) {
      if (runner.diverged !== null) continue
      try {
        const { loss } = runner.trainer.step(sequences)
        const size = norm(runner.trainer.parameters)
        if (!Number.isFinite(size)) {
          runner.diverged = update
          continue
        }
        runner.losses.push(loss)
        runner.norms.push(size)
      } catch (error) {
        // A loss or gradient that is no number: this network stops, the others go on.
        const { loss, gradient } = lossAndGradient(network, runner.trainer.parameters, task.loss, sequences)
        if (Number.isFinite(loss) && Number.isFinite(norm(gradient))) throw error
        runner.diverged = update
      }
    }
  }
  const weightsOf = (name: OptimizerName, way: DecayWay): Float64Array =>
    runners.find((runner) => runner.optimizer === name && runner.way === way)!.trainer.parameters
  return {
    done: () => update >= updates || runners.every(({ diverged }) => diverged !== null),
    advance,
    progress: () => ({
      update,
      updates,
      lines: runners.map(({ optimizer, way, norms, losses, diverged }) => ({
        optimizer,
        way,
        norms: [...norms],
        losses: [...losses],
        diverged,
      })),
      apart: Object.fromEntries(
        settings.optimizers.map(({ name }) => [
          name,
          largestDifference(weightsOf(name, 'penalty'), weightsOf(name, 'decay')),
        ]),
      ),
    }),
  }
}

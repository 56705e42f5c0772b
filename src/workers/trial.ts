/**
 * A trial: one network trained on one exercise from one seed, and what came of it. Plain data in, plain data
 * out, the same bits in a worker, on the page and in Node.
 */
import { optimizer } from '../engine/index.ts'
import { adding } from '../scenes/exercises/adding.ts'
import { latch } from '../scenes/exercises/latch.ts'
import { parity } from '../scenes/exercises/parity.ts'
import { sine } from '../scenes/exercises/sine.ts'
import { symbolRecall } from '../scenes/exercises/symbolRecall.ts'
import { countingTask } from '../scenes/counting/task.ts'
import { shuffled } from '../scenes/shuffled.ts'
import { isLearned, type Budget, type Exercise } from '../scenes/task.ts'
import { tasks } from '../scenes/tasks.ts'
import type { SceneId } from '../scenes/list.ts'
import { windowed } from '../scenes/window.ts'
import { heldOutResult } from './heldOut.ts'
import { createSession, type Divergence, type Session } from './trainingSession.ts'
import type { InitialiserChoice, TrainingSettings } from './trainingSettings.ts'

/** Which exercise, with its one number: gap, delay or length in steps. */
export type ExerciseChoice =
  | { readonly kind: 'scene'; readonly id: SceneId; readonly data: string }
  | {
      readonly kind: 'symbol recall' | 'adding' | 'latch' | 'parity' | 'sine' | 'counting'
      readonly steps: number
    }

export interface Model {
  /** Id in the registry. */
  readonly cell: string
  readonly size: number
  /** The last so many steps as one input; null for one step at a time. */
  readonly window: number | null
  readonly initialiser: InitialiserChoice
}

export interface Trial {
  readonly exercise: ExerciseChoice
  readonly model: Model
  readonly seed: number
  readonly budget: Omit<Budget, 'seeds'>
  /** Steps of every training sequence in a random order. */
  readonly shuffle: boolean
  /** Whether it ends as soon as held-out data say "learned", looked at every `every` updates. */
  readonly every: number | null
}

export interface TrialResult {
  readonly parameters: number
  /** Updates made. */
  readonly updates: number
  readonly learned: boolean
  /** Metric on held-out data at the end, in the order in which it trained. */
  readonly metric: number
  /** The same network on held-out data in a random order. */
  readonly shuffledMetric: number
  readonly diverged: Divergence | null
}

const makers: Readonly<Record<Exclude<ExerciseChoice['kind'], 'scene'>, (steps: number) => Exercise>> = {
  'symbol recall': symbolRecall,
  adding,
  latch,
  parity,
  sine,
  counting: countingTask,
}

/** The exercise of a choice, its steps in order. */
export const exerciseOf = (choice: ExerciseChoice): Exercise =>
  choice.kind === 'scene' ? tasks[choice.id].create(choice.data) : makers[choice.kind](choice.steps)

/** The seed of all random orders: the same for every network, so that all are asked the same. */
const ORDER = 7

const seenBy = (exercise: Exercise, { window }: Model): Exercise =>
  window === null ? exercise : windowed(exercise, window)

const settingsOf = ({ model, seed, budget }: Trial): TrainingSettings => ({
  // The session is given its exercise; it reads no task.
  task: 'recall',
  T: null,
  lossOn: null,
  cells: [model.cell],
  hiddenSize: model.size,
  equal: 'size',
  layers: 1,
  direction: 'forward',
  batch: budget.batch,
  optimizer: optimizer('adam', { learningRate: budget.learningRate }),
  clip: budget.clip,
  initialiser: model.initialiser,
  seeds: [seed],
  updates: budget.updates,
})

export interface RunningTrial {
  /** Updates made so far. */
  readonly update: () => number
  /** Some updates more, at most `most`; null until the trial is over. */
  readonly advance: (most: number) => TrialResult | null
}

/** What a trained network says, as it trained and shuffled. */
const judge = (trial: Trial, session: Session, ordered: Exercise, own: Exercise): TrialResult => {
  const [state] = session.checkpoint(false).members
  const network = session.networks[0]!
  const metricOf = (exercise: Exercise): number => heldOutResult(exercise, network, state!.parameters).metric
  const metric = metricOf(own)
  return {
    parameters: network.parameterCount,
    updates: session.update(),
    learned: isLearned(own.metric, metric),
    metric,
    shuffledMetric: trial.shuffle ? metric : metricOf(seenBy(shuffled(ordered, ORDER), trial.model)),
    diverged: state!.diverged,
  }
}

/**
 * A trial at its start.
 * @throws Error as `createSession`, `windowed` and the exercise
 */
export const startTrial = (trial: Trial): RunningTrial => {
  const ordered = exerciseOf(trial.exercise)
  const own = seenBy(trial.shuffle ? shuffled(ordered, ORDER) : ordered, trial.model)
  const session = createSession(own, settingsOf(trial))
  const { updates } = trial.budget
  const network = session.networks[0]!
  const isDone = (): boolean => {
    const update = session.update()
    if (update >= updates || !session.canAdvance()) return true
    if (trial.every === null || update === 0 || update % trial.every !== 0) return false
    const { parameters } = session.checkpoint(false).members[0]!
    return isLearned(own.metric, heldOutResult(own, network, parameters).metric)
  }
  return {
    update: session.update,
    advance: (most) => {
      for (let k = 0; k < most; k++) {
        if (isDone()) return judge(trial, session, ordered, own)
        session.advance()
      }
      return null
    },
  }
}

/** A trial from start to end. */
export const runTrial = (trial: Trial): TrialResult => {
  const running = startTrial(trial)
  for (;;) {
    const result = running.advance(1000)
    if (result) return result
  }
}

/**
 * Feed-forward against recurrence: which networks meet, on what, and what came of it so far. Pure; the trials
 * themselves are made by the worker of `trials`.
 */
import { RECALLED, SYMBOLS, symbolRecall } from '../scenes/exercises/symbolRecall.ts'
import type { SceneId } from '../scenes/list.ts'
import type { Exercise, Task } from '../scenes/task.ts'
import type { Settings } from './labSettings.ts'
import { windowedInput } from '../scenes/window.ts'
import { parametersOf, sizeFor } from '../workers/trainingSettings.ts'
import { median } from './trainingRun.ts'
import { keyOf, type Model, type Trial, type TrialResult } from './trials.ts'

/** What is set in the laboratory, as the address has it. */
export const memorylessFields = {
  /** Steps that the window shows. */
  k: { low: 2, high: 24, step: 1, usual: 8 },
  /** Steps from the marked symbol to the answer, of the picture and the numbers beside it. */
  gap: { low: 1, high: 24, step: 1, usual: 12 },
  /** One recurrent network beside those without memory, or all three. */
  cells: ['rnn', 'all'],
  seeds: { low: 1, high: 5, step: 1, usual: 3 },
  /** What all have alike: their units, or as nearly as units allow their parameters. */
  equal: ['size', 'parameters'],
  /** Whether networks are also trained on shuffled steps. */
  also: ['no', 'yes'],
} as const

export { RECALLED }

export type MemorylessSettings = Settings<typeof memorylessFields>

/** One of those that meet. */
export interface Contestant {
  /** 'memoryless', 'window', or the id of a cell. */
  readonly id: string
  readonly model: Model
}

const SHAPE = { layers: 1, direction: 'forward' } as const

/** What a network of the model reads and says on an exercise. */
const seenBy = ({ input, readout, outputs }: Exercise, { window }: Model) => ({
  input: window === null ? input : windowedInput(input, window),
  readout,
  outputs,
})

/** Number of parameters of a contestant on an exercise; the same at every gap. */
const parametersFor = (exercise: Exercise, { model }: Contestant): number =>
  parametersOf(seenBy(exercise, model), SHAPE, model.cell, model.size)

/**
 * All with `size` units; or, where parameters are to be equal, that many in the one with the most parameters and
 * in the others as many as come nearest to it.
 */
export const contestantsOf = (
  { k, cells, equal }: MemorylessSettings,
  exercise: Exercise,
  size: number,
): readonly Contestant[] => {
  const model = (cell: string, window: number | null): Model => ({
    cell,
    size,
    window,
    initialiser: 'recommended',
  })
  const all = [
    { id: 'memoryless', model: model('feedforward', 1) },
    { id: 'window', model: model('feedforward', k) },
    ...(cells === 'all' ? ['rnn', 'lstm', 'gru'] : ['rnn']).map((id) => ({ id, model: model(id, null) })),
  ]
  if (equal === 'size') return all
  const most = Math.max(...all.map((one) => parametersFor(exercise, one)))
  return all.map(({ id, model: own }) => ({
    id,
    model: { ...own, size: sizeFor(seenBy(exercise, own), SHAPE, own.cell, most) },
  }))
}

/** Gaps that are always trained; the two at the window's edge come on top. */
const GAPS = [1, 2, 4, 6, 8, 12, 16, 20, 24]

export const gapsOf = ({ k, gap }: Pick<MemorylessSettings, 'k' | 'gap'>): readonly number[] =>
  [...new Set([...GAPS, k - 1, k, gap])]
    .filter((own) => own >= 1 && own <= memorylessFields.gap.high)
    .sort((a, b) => a - b)

/** Hidden units of the networks of the gap study, and what each may train. */
const GAP_SIZE = 8
export const GAP_BUDGET = { updates: 1000, batch: 16, learningRate: 0.01, clip: 1 } as const
/** A network ends once it has learned; it is looked at so often. */
const EVERY = 50

/** Its sizes are those of every gap. */
const anyGap = symbolRecall(1)

/** What no network is needed for: guessing. */
export const CHANCE = 1 / SYMBOLS

const seedsOf = ({ seeds }: MemorylessSettings): readonly number[] =>
  Array.from({ length: seeds }, (_, k) => k + 1)

const gapTrials = (settings: MemorylessSettings, { model }: Contestant, gap: number): readonly Trial[] =>
  seedsOf(settings).map((seed) => ({
    exercise: { kind: 'symbol recall', steps: gap },
    model,
    seed,
    budget: GAP_BUDGET,
    shuffle: false,
    every: EVERY,
  }))

/** What came of some trials that differ in their seed alone. */
export interface Outcome {
  /** How many were ordered. */
  readonly seeds: number
  readonly results: readonly TrialResult[]
  /** Over the results; NaN without any. */
  readonly metric: number
  readonly shuffled: number
  readonly learned: number
}

type Results = ReadonlyMap<string, TrialResult>

const outcomeOf = (trials: readonly Trial[], results: Results): Outcome => {
  const own = trials.flatMap((trial) => results.get(keyOf(trial)) ?? [])
  return {
    seeds: trials.length,
    results: own,
    metric: median(own.map(({ metric }) => metric)),
    shuffled: median(own.map(({ shuffledMetric }) => shuffledMetric)),
    learned: own.filter(({ learned }) => learned).length,
  }
}

export interface GapStudy {
  readonly gaps: readonly number[]
  readonly rows: readonly {
    readonly contestant: Contestant
    readonly parameters: number
    /** One a gap. */
    readonly outcomes: readonly Outcome[]
  }[]
  /** All of it, gap after gap, so that the picture grows from the left. */
  readonly trials: readonly Trial[]
}

export const gapStudy = (settings: MemorylessSettings, results: Results): GapStudy => {
  const gaps = gapsOf(settings)
  const contestants = contestantsOf(settings, anyGap, GAP_SIZE)
  return {
    gaps,
    rows: contestants.map((contestant) => ({
      contestant,
      parameters: parametersFor(anyGap, contestant),
      outcomes: gaps.map((gap) => outcomeOf(gapTrials(settings, contestant, gap), results)),
    })),
    trials: gaps.flatMap((gap) => contestants.flatMap((one) => gapTrials(settings, one, gap))),
  }
}

/** The task of a scene with its data. */
export interface SceneTask {
  readonly id: SceneId
  readonly data: string
  readonly task: Task
}

const orderTrials = (
  settings: MemorylessSettings,
  { model }: Contestant,
  { id, data, task }: SceneTask,
  shuffle: boolean,
): readonly Trial[] => {
  const { updates, batch, learningRate, clip } = task.budget
  return seedsOf(settings).map((seed) => ({
    exercise: { kind: 'scene', id, data },
    model,
    seed,
    budget: { updates, batch, learningRate, clip },
    shuffle,
    every: null,
  }))
}

export interface OrderStudy {
  readonly rows: readonly {
    readonly contestant: Contestant
    readonly parameters: number
    /** Trained in order, judged in order and shuffled. */
    readonly ordered: Outcome
    /** Trained and judged on shuffled steps; null when that is not asked for. */
    readonly reshuffled: Outcome | null
  }[]
  readonly trials: readonly Trial[]
}

export const orderStudy = (settings: MemorylessSettings, scene: SceneTask, results: Results): OrderStudy => {
  const contestants = contestantsOf(settings, scene.task, scene.task.hiddenSize)
  const ways = settings.also === 'yes' ? [false, true] : [false]
  const of = (one: Contestant, shuffle: boolean): readonly Trial[] =>
    orderTrials(settings, one, scene, shuffle)
  return {
    rows: contestants.map((contestant) => ({
      contestant,
      parameters: parametersFor(scene.task, contestant),
      ordered: outcomeOf(of(contestant, false), results),
      reshuffled: settings.also === 'yes' ? outcomeOf(of(contestant, true), results) : null,
    })),
    trials: ways.flatMap((shuffle) => contestants.flatMap((one) => of(one, shuffle))),
  }
}

/** How many of some trials are made. */
export const madeOf = (trials: readonly Trial[], results: Results): number =>
  trials.filter((trial) => results.has(keyOf(trial))).length

/** The form of a training run: what it starts with for a task, and what is wrong with what was entered. */
import { optimizer } from '../engine/index.ts'
import type { Task } from '../scenes/task.ts'
import type { TaskEntry } from '../scenes/tasks.ts'
import type { SceneId } from '../scenes/list.ts'
import { estimateMemory, largestSize, MEMORY_LIMIT, type MemoryEstimate } from '../workers/memoryEstimate.ts'
import type { TrainingSettings } from '../workers/trainingSettings.ts'

/** What is entered; a field that holds no number is NaN until it does. */
export type Draft = TrainingSettings

/** The settings with which the scene's own networks were trained, for its first seed. */
export const draftFor = (task: SceneId, { budget, hiddenSize, layers, direction }: Task): Draft => ({
  task,
  T: null,
  lossOn: null,
  cells: ['rnn', 'lstm', 'gru'],
  hiddenSize,
  equal: 'size',
  layers,
  direction,
  batch: budget.batch,
  optimizer: optimizer('adam', { learningRate: budget.learningRate }),
  clip: budget.clip,
  initialiser: 'recommended',
  seeds: budget.seeds.slice(0, 1),
  updates: budget.updates,
})

/** The fields that can be wrong; optimizer fields by their own names. */
export type Field =
  | 'cells'
  | 'hiddenSize'
  | 'layers'
  | 'T'
  | 'batch'
  | 'seeds'
  | 'updates'
  | 'clip'
  | 'learningRate'
  | 'momentum'
  | 'beta1'
  | 'beta2'
  | 'epsilon'
  | 'l2'
  | 'weightDecay'

/** A field holds what cannot be trained with: what it may hold, in numbers. */
export type Problem =
  | {
      /** below: a number that does not reach the most. */
      readonly kind: 'whole' | 'range' | 'below'
      readonly field: Field
      readonly least: number
      readonly most: number
      /** What was entered, NaN for what is no number. */
      readonly came: number
    }
  | { readonly kind: 'many'; readonly field: 'seeds'; readonly count: number; readonly most: number }
  /** No cell, or no seed. */
  | { readonly kind: 'none'; readonly field: Field }
  | { readonly kind: 'batch'; readonly field: 'batch'; readonly batch: number; readonly sequences: number }
  | {
      readonly kind: 'memory'
      readonly field: 'hiddenSize'
      readonly estimate: MemoryEstimate
      readonly limit: number
      readonly largest: number
    }

const MOST_BATCH = 4096
const MOST_SEEDS = 8
const MOST_UPDATES = 1_000_000

type Rule = readonly [Field, number, 'whole' | 'range' | 'below', number, number]

const rulesOf = (draft: Draft, { lengths }: Pick<TaskEntry, 'lengths'>): readonly Rule[] => {
  const { optimizer: o, clip, T } = draft
  return [
    ['hiddenSize', draft.hiddenSize, 'whole', 1, 65_536],
    ['layers', draft.layers, 'whole', 1, 8],
    ...(T === null || !lengths ? [] : ([['T', T, 'whole', lengths.least, lengths.most]] as const)),
    ['batch', draft.batch, 'whole', 1, MOST_BATCH],
    ...draft.seeds.map((seed) => ['seeds', seed, 'whole', 0, 2 ** 31 - 1] as const),
    ['updates', draft.updates, 'whole', 1, MOST_UPDATES],
    ...(clip === null ? [] : ([['clip', clip, 'range', 1e-9, 1e9]] as const)),
    ['learningRate', o.learningRate, 'range', 0, 1e6],
    // At 1 momentum never fades, an average takes nothing in, and Adam divides by 1 − βⁿ = 0.
    ['momentum', o.momentum, 'below', 0, 1],
    ['beta1', o.beta1, 'below', 0, 1],
    ['beta2', o.beta2, 'below', 0, 1],
    ['epsilon', o.epsilon, 'range', 0, 1],
    ['l2', o.l2, 'range', 0, 1e6],
    ['weightDecay', o.weightDecay, 'range', 0, 1e6],
  ]
}

/**
 * All that keeps a draft from being trained, [] when nothing does. Memory is only estimated once the
 * sizes are sizes.
 */
export const problemsOf = (
  draft: Draft,
  task: Task,
  entry: Pick<TaskEntry, 'lengths'>,
): readonly Problem[] => {
  const problems = rulesOf(draft, entry).flatMap(([field, value, kind, least, most]): Problem[] =>
    value >= least &&
    (kind === 'below' ? value < most : value <= most) &&
    (kind !== 'whole' || Number.isInteger(value))
      ? []
      : [{ kind, field, least, most, came: value }],
  )
  if (draft.cells.length === 0) problems.push({ kind: 'none', field: 'cells' })
  if (draft.seeds.length === 0) problems.push({ kind: 'none', field: 'seeds' })
  if (draft.seeds.length > MOST_SEEDS)
    problems.push({ kind: 'many', field: 'seeds', count: draft.seeds.length, most: MOST_SEEDS })
  const { sequences } = task
  if (sequences !== null && draft.batch > sequences && draft.batch <= MOST_BATCH)
    problems.push({ kind: 'batch', field: 'batch', batch: draft.batch, sequences })
  if (problems.length > 0) return problems
  const T = draft.T ?? task.longest
  const estimate = estimateMemory(task, draft, T)
  if (estimate.fits) return []
  return [
    {
      kind: 'memory',
      field: 'hiddenSize',
      estimate,
      limit: MEMORY_LIMIT,
      largest: largestSize(task, draft, T),
    },
  ]
}

/** True when a run of these settings can go on as it is: all but the budget is the same. */
export const sameRun = (a: TrainingSettings, b: TrainingSettings): boolean =>
  JSON.stringify({ ...a, updates: 0 }) === JSON.stringify({ ...b, updates: 0 })

/**
 * Equal terms: RNN, LSTM and GRU with equal numbers of parameters, over several seeds, so that one lucky
 * run decides nothing.
 */
export const equalTerms = (draft: Draft): Draft => ({
  ...draft,
  cells: ['rnn', 'lstm', 'gru'],
  equal: 'parameters',
  initialiser: 'recommended',
  seeds: [1, 2, 3, 4, 5],
})

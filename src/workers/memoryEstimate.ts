/**
 * How much memory a run needs, estimated before anything is allocated, so that a run that cannot fit is
 * refused with numbers rather than with a crashed tab.
 */
import type { Task } from '../scenes/task.ts'
import { MOST_LENGTHS, rng, startOptimizer } from '../engine/index.ts'
import { membersOf, networkOf, type TrainingSettings } from './trainingSettings.ts'

const BYTES = 8

/** A page is seldom given more than two: half of that leaves room for the picture. */
export const MEMORY_LIMIT = 2 ** 30

/** Checkpoints take at most this share of the limit, and number at most … and at least … */
const CHECKPOINT_SHARE = 0.25
const MOST_CHECKPOINTS = 64
const LEAST_CHECKPOINTS = 8

/** How many checkpoints of `parameters` numbers (all members together) are kept at most. */
export const mostCheckpoints = (parameters: number): number =>
  Math.min(
    MOST_CHECKPOINTS,
    Math.max(LEAST_CHECKPOINTS, Math.floor((MEMORY_LIMIT * CHECKPOINT_SHARE) / (BYTES * parameters))),
  )

export interface MemoryEstimate {
  /** All members together. */
  readonly parameters: number
  /** Weights, gradient, optimizer state, and the copies that a restart needs. */
  readonly weights: number
  /** How many lengths of sequences keep a trace. */
  readonly lengths: number
  /** Their traces, what goes back over them, and working copies of the weights; all members together. */
  readonly trace: number
  readonly checkpoints: number
  /** Sum of the three, in bytes. */
  readonly bytes: number
  readonly fits: boolean
}

/** Sequences that are drawn to see how many lengths a task has. */
const LOOKED_AT = 64

const known = new WeakMap<Pick<Task, 'sample'>, number>()

/** Traces that a network holds at once: of so many lengths, and of the one that was met last. Drawn once a task. */
const keptLengths = (task: Pick<Task, 'sample'>): number => {
  const before = known.get(task)
  if (before !== undefined) return before
  const drawn = task.sample(rng(1).fork('lengths'), LOOKED_AT)
  const lengths = Math.min(MOST_LENGTHS + 1, new Set(drawn.map(({ sequence }) => sequence.length)).size)
  known.set(task, lengths)
  return lengths
}

/** What an estimate reads of a task. */
type Sized = Pick<Task, 'input' | 'readout' | 'outputs' | 'sample'>

/**
 * Estimate for a run on sequences of at most T steps. The networks are described, not allocated.
 * @throws Error as `buildNetwork`, for sizes that are no sizes
 */
export const estimateMemory = (task: Sized, settings: TrainingSettings, T: number): MemoryEstimate => {
  const lengths = keptLengths(task)
  const vectors = startOptimizer(settings.optimizer, 0).vectors.length
  let parameters = 0
  let trace = 0
  for (const member of membersOf(task, settings)) {
    const { parts, parameterCount, width, I } = networkOf(task, settings, member)
    parameters += parameterCount
    const slots = parts.reduce((sum, { program }) => sum + program.slots.length * program.H, 0)
    // The weights in all the forms in which back ends keep them, sums of gradients, and the trace in and out.
    trace += BYTES * (lengths * (T + 1) * (2 * slots + 5 * width + 2 * I) + 9 * parameterCount)
  }
  // θ, its start, its last finite copy and the gradient; the optimizer's vectors twice; both once more on the way to storage.
  const weights = BYTES * parameters * (4 + 2 * vectors + 1 + vectors)
  const checkpoints = BYTES * parameters * mostCheckpoints(parameters)
  const bytes = weights + trace + checkpoints
  return { parameters, weights, lengths, trace, checkpoints, bytes, fits: bytes <= MEMORY_LIMIT }
}

/** The largest hidden size with which a run fits, 0 when none does. */
export const largestSize = (task: Sized, settings: TrainingSettings, T: number): number => {
  const fits = (hiddenSize: number): boolean => estimateMemory(task, { ...settings, hiddenSize }, T).fits
  let low = 0
  let high = Math.max(1, settings.hiddenSize)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  return fits(high) ? high : low
}

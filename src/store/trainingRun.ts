/** A training run as the page knows it: its checkpoints so far, and what each report adds. Pure. */
import type { Task } from '../scenes/task.ts'
import { thin } from '../workers/checkpointSchedule.ts'
import { mostCheckpoints } from '../workers/memoryEstimate.ts'
import type { Report } from '../workers/trainingMessages.ts'
import type { Checkpoint, MemberState } from '../workers/trainingSession.ts'
import { membersOf, networkOf, type Member, type TrainingSettings } from '../workers/trainingSettings.ts'

export type { Checkpoint }

export interface Run {
  /** Unique in all tabs. */
  readonly id: string
  readonly settings: TrainingSettings
  readonly members: readonly Member[]
  /** Number of parameters of each member. */
  readonly counts: readonly number[]
  /** Those of the schedule, by update. */
  readonly checkpoints: readonly Checkpoint[]
  /** The newest weights, when they are newer than the last checkpoint of the schedule. */
  readonly now: Checkpoint | null
  /** Level of the schedule, and how many checkpoints it may keep. */
  readonly level: number
  readonly most: number
  readonly update: number
  /** Where it stops by itself. */
  readonly until: number
  readonly states: readonly MemberState[]
  readonly canAdvance: boolean
  /** How long it was trained, in seconds. */
  readonly seconds: number
}

/** A run before its first report. */
export const newRun = (id: string, task: Task, settings: TrainingSettings): Run => {
  const members = membersOf(task, settings)
  const counts = members.map((member) => networkOf(task, settings, member).parameterCount)
  return {
    id,
    settings,
    members,
    counts,
    checkpoints: [],
    now: null,
    level: 0,
    most: mostCheckpoints(counts.reduce((sum, count) => sum + count, 0)),
    update: 0,
    until: settings.updates,
    states: members.map(() => ({ last: null, diverged: null })),
    canAdvance: true,
    seconds: 0,
  }
}

/** All checkpoints there are, the newest weights among them, by update. */
export const checkpointsOf = ({ checkpoints, now }: Run): readonly Checkpoint[] => {
  const last = checkpoints.at(-1)
  return now && (!last || now.update > last.update) ? [...checkpoints, now] : checkpoints
}

/**
 * The run after a report. A worker that was started again repeats what was lost; a checkpoint that is
 * there already is the same to the last bit and stays.
 */
export const withReport = (run: Run, report: Report, seconds: number): Run => {
  const known = new Set(run.checkpoints.map(({ update }) => update))
  const all = [...run.checkpoints, ...report.checkpoints.filter(({ update }) => !known.has(update))]
  const { kept } = thin(all, report.level)
  const newest = report.now ?? run.now
  const last = kept.at(-1)
  return {
    ...run,
    checkpoints: kept,
    now: newest && newest.update <= report.update && newest.update > (last?.update ?? -1) ? newest : null,
    level: report.level,
    update: report.update,
    states: report.members,
    canAdvance: report.canAdvance,
    seconds: run.seconds + seconds,
  }
}

/** A run that starts again from one of another's checkpoints, with other settings for the same networks. */
export const branch = (id: string, run: Run, settings: TrainingSettings, { update }: Checkpoint): Run => ({
  ...run,
  id,
  settings,
  checkpoints: run.checkpoints.filter((checkpoint) => checkpoint.update <= update),
  now: null,
  update,
  canAdvance: true,
  states: run.members.map(() => ({ last: null, diverged: null })),
})

/**
 * What the field of updates holds for a run: where it will stop, or once it is there, how many more it would be
 * trained for.
 */
export const budgetOf = ({ update, until, settings }: Run): number =>
  update < until ? until : settings.updates

/** The run with its next stop: at `budget` updates in all, or once it was at its stop, that many further. */
export const withBudget = (run: Run, budget: number): Run => {
  const { update, until, settings } = run
  const asked = { ...settings, updates: budget }
  if (update >= until) return { ...run, settings: asked, until: update + budget }
  return budget === until ? run : { ...run, settings: asked, until: Math.max(update + 1, budget) }
}

/** The checkpoint nearest to an update; of two as near, the earlier. */
export const nearest = (checkpoints: readonly Checkpoint[], update: number): Checkpoint | null =>
  checkpoints.reduce<Checkpoint | null>(
    (best, one) => (best && Math.abs(best.update - update) <= Math.abs(one.update - update) ? best : one),
    null,
  )

/** Least, middle and largest of the runs of one cell at a checkpoint. */
export interface Spread {
  readonly cell: string
  readonly size: number
  readonly parameters: number
  /** Held-out metric of each seed, in the order of the seeds; NaN where it was not measured. */
  readonly metrics: readonly number[]
  readonly losses: readonly number[]
  readonly median: { readonly metric: number; readonly loss: number }
}

/** The middle of some numbers, the mean of the two middle ones when they are even; NaN without any. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return Number.isInteger(half)
    ? ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2
    : (sorted[Math.floor(half)] ?? NaN)
}

/** How the seeds of every cell did at a checkpoint: the spread, not one lucky run. */
export const spreadOf = (run: Run, { members }: Checkpoint): readonly Spread[] =>
  run.settings.cells.map((cell) => {
    const own = run.members.flatMap((member, k) => (member.cell === cell ? [k] : []))
    const losses = own.map((k) => members[k]?.heldOut?.loss ?? NaN)
    const metrics = own.map((k) => members[k]?.heldOut?.metric ?? NaN)
    return {
      cell,
      size: run.members[own[0]!]!.size,
      parameters: run.counts[own[0]!]!,
      metrics,
      losses,
      median: { metric: median(metrics), loss: median(losses) },
    }
  })

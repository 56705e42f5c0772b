/**
 * What page and training worker say to each other. A run is a stream of reports, not calls with answers:
 * so the protocol is these two unions of plain data, and buffers are handed over, not copied.
 */
import type { Checkpoint, MemberState, Resume } from './trainingSession.ts'
import type { TrainingSettings } from './trainingSettings.ts'

/** Every message is answered by a report. */
export type ToWorker =
  /** Prepares a run at its start or where `resume` left off, and reports; it does not train yet. */
  | {
      readonly type: 'open'
      readonly settings: TrainingSettings
      /** The file that the task's data come from, '' when they are generated. */
      readonly data: string
      readonly resume: Resume | null
      /** Level of the checkpoint schedule, and how many it may keep before it rises. */
      readonly level: number
      readonly most: number
    }
  /** Trains until so many updates are made. */
  | { readonly type: 'play'; readonly until: number }
  | { readonly type: 'pause' }
  /** One update. */
  | { readonly type: 'step' }
  /** Is anybody there? */
  | { readonly type: 'ping' }

export interface Report {
  readonly type: 'report'
  readonly update: number
  readonly playing: boolean
  /** False when every member diverged. */
  readonly canAdvance: boolean
  /** Updates a second, of late; null before it can be told. */
  readonly perSecond: number | null
  readonly members: readonly MemberState[]
  /** New checkpoints of the schedule since the last report. */
  readonly checkpoints: readonly Checkpoint[]
  /** Level of the schedule by now: checkpoints that it does not keep are to be dropped. */
  readonly level: number
  /** The weights now, when they are sent along: often for small networks, each second for large ones. */
  readonly now: Checkpoint | null
  /** What to store, at least every second while training and always when it rests. */
  readonly resume: Resume | null
}

export type FromWorker =
  | Report
  /** The run cannot go on; `message` says what was expected and what came. */
  | { readonly type: 'failed'; readonly message: string }

/** The buffers of a message, which change hands. */
export const buffersOf = (message: FromWorker): ArrayBuffer[] => {
  if (message.type === 'failed') return []
  const { checkpoints, now, resume } = message
  const arrays = [
    ...[...checkpoints, ...(now ? [now] : [])].flatMap(({ members }) => members.map((m) => m.parameters)),
    ...(resume?.members ?? []).flatMap((m) => [m.parameters, ...m.optimizer.vectors]),
  ]
  return arrays.map(({ buffer }) => buffer as ArrayBuffer)
}

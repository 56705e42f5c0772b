/** The computations of the laboratories that take longer than a frame: what is asked of their worker and answered. */
import { tasks } from '../scenes/tasks.ts'
import type { SceneId } from '../scenes/list.ts'
import { createClippingRun, type ClippingProgress, type ClippingSettings } from './clippingRun.ts'
import { createRace, type RaceProgress, type RaceSettings } from './decayRace.ts'

/** The task of a scene with the text of its data file, '' when it has none. */
interface OnTask {
  readonly task: SceneId
  readonly data: string
}

export type LabJob = OnTask &
  (
    | { readonly kind: 'clipping'; readonly settings: ClippingSettings }
    | { readonly kind: 'race'; readonly settings: RaceSettings }
  )

/** How far a job is, by its kind. */
export interface LabProgress {
  readonly clipping: ClippingProgress
  readonly race: RaceProgress
}

export type LabAnswer =
  | { readonly type: 'progress'; readonly progress: LabProgress[LabJob['kind']]; readonly done: boolean }
  | { readonly type: 'failed'; readonly message: string }

/** A job in progress, one update at a time. */
export interface Running {
  readonly done: () => boolean
  readonly advance: () => void
  readonly progress: () => LabProgress[LabJob['kind']]
}

/** @throws Error for settings that the engine refuses */
export const startJob = (job: LabJob): Running => {
  const task = tasks[job.task].create(job.data, null)
  return job.kind === 'clipping' ? createClippingRun(task, job.settings) : createRace(task, job.settings)
}

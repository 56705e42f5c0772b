/** What the Train page shows: the form, the run and the one before it, and where its two clocks stand. */
import { create } from 'zustand'
import type { LossOn } from '../scenes/lossOn.ts'
import type { Task } from '../scenes/task.ts'
import type { SceneId } from '../scenes/list.ts'
import type { Draft } from './trainingSetup.ts'
import type { Run } from './trainingRun.ts'
import type { Offer } from './trainingStorage.ts'

export interface TrainingState {
  readonly task: { readonly id: SceneId; readonly data: string; readonly task: Task } | null
  /** Why the task could not be prepared, or the run not go on. */
  readonly failure: string | null
  /** Timesteps that one may ask for; null when the task has its own. */
  readonly lengths: { readonly usual: number; readonly least: number; readonly most: number } | null
  /** Where the loss may lie, the task's own way first. */
  readonly lossChoices: readonly LossOn[]
  readonly draft: Draft | null
  /** opening: the worker prepares; training: it trains; resting: it waits. */
  readonly phase: 'empty' | 'opening' | 'training' | 'resting'
  readonly run: Run | null
  /** The run before, drawn faintly. */
  readonly ghost: Run | null
  readonly perSecond: number | null
  /** How often the worker was lost and started again, in this run. */
  readonly recovered: number
  /** False when the browser keeps nothing, so that a reload loses the run. */
  readonly canSave: boolean
  readonly offer: Offer | null
  /** When it was offered, in milliseconds since 1970. */
  readonly offeredAt: number
  /** Training time: an update, or null to follow the newest. */
  readonly cursor: number | null
  /** Index of the member that is shown. */
  readonly shown: number
  /** Index of its layer and direction. */
  readonly part: number
  /** Timestep and unit under the sequence's cursor. */
  readonly t: number
  readonly unit: number
  /** The reader chose step or unit: they are no longer chosen for her. */
  readonly chosen: boolean
}

export const initialTraining: TrainingState = {
  task: null,
  failure: null,
  lengths: null,
  lossChoices: [],
  draft: null,
  phase: 'empty',
  run: null,
  ghost: null,
  perSecond: null,
  recovered: 0,
  canSave: true,
  offer: null,
  offeredAt: 0,
  cursor: null,
  shown: 0,
  part: 0,
  t: 0,
  unit: 0,
  chosen: false,
}

export const useTraining = create<TrainingState>(() => initialTraining)

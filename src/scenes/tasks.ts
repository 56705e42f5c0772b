/** The task of each scene. A scene with data of its own names the file, which is passed to its task. */
import { bracketsTask } from './brackets/task.ts'
import { co2Task } from './co2/task.ts'
import { countingTask } from './counting/task.ts'
import { pairsTask } from './pairs/task.ts'
import { recallTask } from './recall/task.ts'
import { sentimentTask } from './sentiment/task.ts'
import type { Task } from './task.ts'
import { weatherTask } from './weather/task.ts'
import type { SceneId } from './list.ts'

export interface TaskEntry {
  /** A file in public/scenes/<id>, or null for generated data. */
  readonly data: string | null
  /** Timesteps of a training sequence that one may ask for; null when the task has its own. */
  readonly lengths: { readonly usual: number; readonly least: number; readonly most: number } | null
  /**
   * @param data the text of that file, '' when there is none
   * @param T timesteps of a training sequence, within `lengths`; the usual number when null
   */
  readonly create: (data: string, T?: number | null) => Task
}

export const tasks: Readonly<Record<SceneId, TaskEntry>> = {
  recall: {
    data: null,
    lengths: { usual: 24, least: 12, most: 400 },
    create: (_, T) => recallTask(T ?? undefined),
  },
  counting: { data: null, lengths: null, create: () => countingTask() },
  co2: {
    data: 'co2-concentration.csv',
    lengths: { usual: 36, least: 24, most: 72 },
    create: (data, T) => co2Task(data, T ?? undefined),
  },
  pairs: { data: null, lengths: null, create: pairsTask },
  brackets: { data: null, lengths: null, create: bracketsTask },
  weather: {
    data: 'seattle-weather.csv',
    lengths: { usual: 28, least: 14, most: 56 },
    create: (data, T) => weatherTask(data, T ?? undefined),
  },
  sentiment: { data: null, lengths: null, create: sentimentTask },
}

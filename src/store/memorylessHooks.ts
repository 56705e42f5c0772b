/** The two studies of the laboratory as they stand, and the scene's task that one of them takes. */
import { useEffect, useMemo, useState } from 'react'
import { isSceneId } from '../scenes/list.ts'
import { tasks } from '../scenes/tasks.ts'
import { useView } from './hooks.ts'
import {
  gapStudy,
  orderStudy,
  type GapStudy,
  type MemorylessSettings,
  type OrderStudy,
  type SceneTask,
} from './memoryless.ts'
import { fetchData } from './taskData.ts'
import { useTrials } from './trials.ts'

export const useGapStudy = (settings: MemorylessSettings): GapStudy => {
  const results = useTrials((state) => state.results)
  return useMemo(() => gapStudy(settings, results), [settings, results])
}

interface Loaded {
  readonly id: string
  readonly scene: SceneTask | null
  readonly failure: string | null
}

/** The task of the scene on screen; null while its data come, a failure when they do not. */
export const useSceneTask = (): Omit<Loaded, 'id'> => {
  const id = useView((view) => view.scene)
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    if (!isSceneId(id)) return undefined
    let isOver = false
    const keep = (own: Omit<Loaded, 'id'>): void => {
      if (!isOver) setLoaded({ id, ...own })
    }
    fetchData(id)
      .then((data) => keep({ scene: { id, data, task: tasks[id].create(data) }, failure: null }))
      .catch((error: unknown) =>
        keep({ scene: null, failure: error instanceof Error ? error.message : String(error) }),
      )
    return () => {
      isOver = true
    }
  }, [id])
  return loaded?.id === id ? loaded : { scene: null, failure: null }
}

export const useOrderStudy = (settings: MemorylessSettings, scene: SceneTask | null): OrderStudy | null => {
  const results = useTrials((state) => state.results)
  return useMemo(() => scene && orderStudy(settings, scene, results), [settings, scene, results])
}

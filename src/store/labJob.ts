/** A job of a laboratory in its worker, for components: how far it is, and whether it is still going. */
import { useEffect, useRef, useState } from 'react'
import { sceneIds, type SceneId } from '../scenes/list.ts'
import { runLabJob } from '../workers/labClient.ts'
import type { LabJob, LabProgress } from '../workers/labJobs.ts'
import { fetchData } from './taskData.ts'

export type { SceneId } from '../scenes/list.ts'
export type { ClippingProgress } from '../workers/clippingRun.ts'
export type { RaceLine, RaceProgress } from '../workers/decayRace.ts'

type Kind = LabJob['kind']

export type JobSettings<K extends Kind> = Extract<LabJob, { kind: K }>['settings']

export interface JobState<K extends Kind> {
  readonly progress: LabProgress[K] | null
  readonly running: boolean
  readonly failure: string | null
}

/** The scene of that name; of one that there is not, the first, which an address falls back to. */
export const knownScene = (name: string): SceneId => sceneIds.find((id) => id === name) ?? sceneIds[0]!

/** Sliders are followed when they rest. */
const REST_MS = 200

/**
 * Runs a job again whenever `settings` becomes another object, or drops it when it is null; what the job before
 * said stays until the new one says something.
 */
export const useLabJob = <K extends Kind>(
  kind: K,
  task: SceneId,
  settings: JobSettings<K> | null,
): JobState<K> => {
  const [state, setState] = useState<JobState<K>>({ progress: null, running: false, failure: null })
  const drop = useRef<(() => void) | null>(null)
  useEffect(() => {
    if (!settings) return undefined
    let isCurrent = true
    const start = async (): Promise<void> => {
      try {
        const data = await fetchData(task)
        if (!isCurrent) return
        setState((before) => ({ ...before, running: true, failure: null }))
        drop.current = runLabJob({ kind, task, data, settings } as LabJob, (answer) => {
          if (answer.type === 'failed')
            setState((before) => ({ ...before, running: false, failure: answer.message }))
          else
            setState({
              progress: answer.progress as LabProgress[K],
              running: !answer.done,
              failure: null,
            })
        })
      } catch (error) {
        if (isCurrent)
          setState((before) => ({
            ...before,
            running: false,
            failure: error instanceof Error ? error.message : String(error),
          }))
      }
    }
    const timer = setTimeout(() => void start(), REST_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
      drop.current?.()
      drop.current = null
    }
  }, [kind, task, settings])
  // A job that was dropped says nothing more.
  return settings || !state.running ? state : { ...state, running: false }
}

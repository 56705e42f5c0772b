/**
 * Trials of the page: networks trained one after another in a worker, with what came of each. A trial that was
 * made is not made again; its result follows from its settings.
 */
import { create } from 'zustand'
import type { FromTrials, ToTrials } from '../workers/trialsDriver.ts'
import type { Trial, TrialResult } from '../workers/trial.ts'
import { loadResults, saveResult } from './trialStorage.ts'

export type { Model, Trial, TrialResult } from '../workers/trial.ts'

export interface TrialsState {
  /** By `keyOf` the trial. */
  readonly results: ReadonlyMap<string, TrialResult>
  /** What was ordered and is still to be made, the running one first; [] at rest. */
  readonly queue: readonly Trial[]
  /** How many of the order are made. */
  readonly made: number
  /** Updates of the running trial. */
  readonly update: number
  /** Why it stopped: the worker's own words, or 'lost' when it is gone. */
  readonly failure: string | null
}

const resting = { queue: [], made: 0, update: 0 } as const

export const useTrials = create<TrialsState>(() => ({ results: new Map(), failure: null, ...resting }))

const { getState: get, setState: set } = useTrials

/** The data of a series are the same whenever its scene is; they need not stand in every key. */
export const keyOf = ({ exercise, ...rest }: Trial): string =>
  JSON.stringify([exercise.kind === 'scene' ? exercise.id : exercise, rest])

/** What a store needs of a worker; a test gives its own. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

const createWorker = (): WorkerLike =>
  new Worker(new URL('../workers/trials.worker.ts', import.meta.url), { type: 'module' })

/** Silence after which a worker counts as gone, counted in ticks, so that a sleeping computer is none; ms. */
const TICK = 1000
const PATIENCE = 20_000

let worker: WorkerLike | null = null
let timer: ReturnType<typeof setInterval> | undefined
let silent = 0

const end = (failure: string | null): void => {
  clearInterval(timer)
  worker?.terminate()
  worker = null
  set({ ...resting, failure })
}

const hear = (message: FromTrials): void => {
  silent = 0
  const { results, queue, made } = get()
  const [current, ...rest] = queue
  if (message.type === 'progress') set({ update: message.update })
  else if (message.type === 'failed') end(message.message)
  else if (message.type === 'done') end(null)
  else if (current) {
    // Where nothing may be stored, a reload trains again.
    saveResult(keyOf(current), message.result).catch(() => {})
    set({
      results: new Map(results).set(keyOf(current), message.result),
      queue: rest,
      made: made + 1,
      update: 0,
    })
  }
}

export const trials = {
  /** Makes those that were not made, in their order; what was being made is left. */
  run: (wanted: readonly Trial[], create: () => WorkerLike = createWorker): void => {
    end(null)
    const queue = wanted.filter((trial) => !get().results.has(keyOf(trial)))
    if (queue.length === 0) return
    set({ queue })
    const own = create()
    worker = own
    silent = 0
    timer = setInterval(() => {
      silent += TICK
      if (silent > PATIENCE) end('lost')
    }, TICK)
    own.addEventListener('error', (event) => {
      event.preventDefault()
      if (own === worker) end('lost')
    })
    own.addEventListener('message', (event) => {
      if (own === worker) hear((event as MessageEvent<FromTrials>).data)
    })
    own.postMessage({ type: 'run', trials: queue } satisfies ToTrials, [])
  },
  /** Takes up what was made before the page was loaded. */
  restore: async (): Promise<void> => {
    const kept = await loadResults().catch(() => null)
    if (kept && kept.size > 0) set({ results: new Map([...kept, ...get().results]) })
  },
  /** Ends the running trial; what was made stays. */
  stop: (): void => end(null),
}

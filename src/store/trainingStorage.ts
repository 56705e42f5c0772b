/**
 * Training runs in IndexedDB, so that closing the tab loses at most the last second. Each run has an id
 * of its own and each tab writes only its own runs; a lock says which runs are open in some tab.
 */
import { createStore, delMany, get, getMany, keys, setMany, type UseStore } from 'idb-keyval'
import type { Checkpoint, Resume } from '../workers/trainingSession.ts'
import type { Run } from './trainingRun.ts'

/** All of a run but its checkpoints, which are written once each. */
interface Head {
  readonly format: 1
  readonly run: Omit<Run, 'checkpoints'>
  readonly resume: Resume
  /** Updates of the checkpoints that belong to it. */
  readonly updates: readonly number[]
  /** Milliseconds since 1970. */
  readonly savedAt: number
}

export interface SavedRun {
  readonly run: Run
  readonly resume: Resume
  readonly savedAt: number
}

/** Runs that are kept; older ones go. */
const MOST_RUNS = 4

let opened: UseStore | null = null
const database = (): UseStore => (opened ??= createStore('gatescope-training', 'runs'))

const headKey = (id: string): string => `head/${id}`
const checkpointKey = (id: string, update: number): string => `checkpoint/${id}/${update}`
const lockName = (id: string): string => `gatescope-training/${id}`

const written = new Map<string, Set<number>>()

/**
 * Writes a run: its head whole, of its checkpoints those that are new; all or nothing.
 * @throws DOMException when storage is forbidden or full
 */
export const saveRun = async (run: Run, resume: Resume): Promise<void> => {
  const before = written.get(run.id) ?? new Set<number>()
  const { checkpoints, ...rest } = run
  const fresh = checkpoints.filter(({ update }) => !before.has(update))
  const updates = checkpoints.map(({ update }) => update)
  const head: Head = { format: 1, run: rest, resume, updates, savedAt: Date.now() }
  await setMany(
    [
      [headKey(run.id), head],
      ...fresh.map((checkpoint): [string, Checkpoint] => [
        checkpointKey(run.id, checkpoint.update),
        checkpoint,
      ]),
    ],
    database(),
  )
  const gone = [...before].filter((update) => !updates.includes(update))
  written.set(run.id, new Set(updates))
  if (gone.length > 0)
    await delMany(
      gone.map((update) => checkpointKey(run.id, update)),
      database(),
    )
}

/** Removes a run for good. */
export const forgetRun = async (id: string): Promise<void> => {
  written.delete(id)
  const gone = (await keys<string>(database())).filter(
    (key) => key === headKey(id) || key.startsWith(`checkpoint/${id}/`),
  )
  await delMany(gone, database())
}

/** Runs whose lock this tab holds or has asked for. */
const own = new Set<string>()

/** Holds the lock of a run as long as this tab lives; false when another tab has it. */
export const claimRun = (id: string): Promise<boolean> => {
  if (own.has(id)) return Promise.resolve(true)
  const { locks } = navigator as Partial<Navigator>
  // Without locks a run's id alone keeps tabs apart.
  if (!locks) return Promise.resolve(true)
  own.add(id)
  return new Promise((resolve) => {
    void locks.request(lockName(id), { ifAvailable: true }, (lock) => {
      if (lock === null) own.delete(id)
      resolve(lock !== null)
      return lock ? new Promise(() => {}) : undefined
    })
  })
}

const claimed = async (): Promise<ReadonlySet<string | undefined>> => {
  const { locks } = navigator as Partial<Navigator>
  const state = await locks?.query()
  return new Set(state?.held?.map(({ name }) => name))
}

const heads = async (): Promise<readonly Head[]> => {
  const names = (await keys<string>(database())).filter((key) => key.startsWith('head/'))
  const found = await getMany<Head | undefined>(names, database())
  return found.filter((head) => head?.format === 1) as readonly Head[]
}

/** A run that can be taken up again. */
export type Offer = Pick<Run, 'id' | 'settings' | 'update' | 'until'> & Pick<Head, 'savedAt'>

/**
 * The run of a task that was saved last and is open in no other tab, or null. This tab holds the locks of all
 * that it trained, and only one of them was open, which has ended when another task is looked at. Runs beyond
 * the newest few go.
 */
export const findRun = async (task: string): Promise<Offer | null> => {
  const taken = await claimed()
  const free = (await heads())
    .filter(({ run }) => own.has(run.id) || !taken.has(lockName(run.id)))
    .toSorted((a, b) => b.savedAt - a.savedAt)
  await Promise.all(free.slice(MOST_RUNS).map(({ run }) => forgetRun(run.id)))
  const found = free.slice(0, MOST_RUNS).find(({ run }) => run.settings.task === task && run.update > 0)
  return found ? { ...found.run, savedAt: found.savedAt } : null
}

/** A saved run whole, or null when it is not there (any more). */
export const loadRun = async (id: string): Promise<SavedRun | null> => {
  const head = await get<Head>(headKey(id), database())
  if (!head || head.format !== 1) return null
  const checkpoints = await getMany<Checkpoint | undefined>(
    head.updates.map((update) => checkpointKey(id, update)),
    database(),
  )
  written.set(id, new Set(head.updates))
  const run: Run = { ...head.run, checkpoints: checkpoints.filter((one) => one !== undefined) }
  return { run, resume: head.resume, savedAt: head.savedAt }
}

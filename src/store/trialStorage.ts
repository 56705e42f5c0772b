/**
 * What came of trials, in IndexedDB: it follows from a trial's settings, so that a reload need not train again.
 */
import { createStore, entries, set, type UseStore } from 'idb-keyval'
import type { TrialResult } from '../workers/trial.ts'

/** Another name once the same settings no longer give the same result. */
const NAME = 'gatescope-trials-1'

let opened: UseStore | null = null
const database = (): UseStore => (opened ??= createStore(NAME, 'results'))

/** @throws DOMException when storage is forbidden or full */
export const saveResult = async (key: string, result: TrialResult): Promise<void> =>
  set(key, result, database())

/**
 * All that is kept, by the key of its trial.
 * @throws DOMException when storage is forbidden
 */
export const loadResults = async (): Promise<ReadonlyMap<string, TrialResult>> =>
  new Map(await entries<string, TrialResult>(database()))

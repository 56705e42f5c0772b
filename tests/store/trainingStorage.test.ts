/** Which stored run is offered: never one that another tab has open, always one that this tab left. */
import { beforeEach, expect, test, vi } from 'vitest'
import { tasks } from '../../src/scenes/tasks.ts'
import { newRun } from '../../src/store/trainingRun.ts'
import { claimRun, findRun, saveRun } from '../../src/store/trainingStorage.ts'
import { createSession } from '../../src/workers/trainingSession.ts'
import { settings } from '../workers/support.ts'

const stored = vi.hoisted(() => new Map<string, unknown>())

vi.mock('idb-keyval', () => ({
  createStore: () => null,
  get: (key: string) => Promise.resolve(stored.get(key)),
  getMany: (keys: readonly string[]) => Promise.resolve(keys.map((key) => stored.get(key))),
  keys: () => Promise.resolve([...stored.keys()]),
  setMany: (entries: readonly [string, unknown][]) => {
    for (const [key, value] of entries) stored.set(key, value)
    return Promise.resolve()
  },
  delMany: (keys: readonly string[]) => {
    for (const key of keys) stored.delete(key)
    return Promise.resolve()
  },
}))

/** Locks of all tabs; the tests' own requests are this tab's. */
const held = new Set<string>()

beforeEach(() => {
  stored.clear()
  held.clear()
  vi.stubGlobal('navigator', {
    locks: {
      request: (name: string, _: unknown, hold: (lock: object | null) => unknown) => {
        const free = !held.has(name)
        if (free) held.add(name)
        return Promise.resolve(hold(free ? { name } : null))
      },
      query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
    },
  })
})

const task = tasks.counting.create('')
const session = createSession(task, settings)
session.advance()

const save = (id: string): Promise<void> =>
  saveRun({ ...newRun(id, task, settings), update: session.update() }, session.resume())

test('a run that this tab trained is offered when its task is looked at again', async () => {
  await claimRun('mine')
  await save('mine')
  expect(await findRun('counting')).toMatchObject({ id: 'mine', update: 1 })
  expect(await findRun('recall')).toBeNull()
})

test('a run that another tab has open is not offered', async () => {
  held.add('gatescope-training/theirs')
  await save('theirs')
  expect(await findRun('counting')).toBeNull()
  expect(await claimRun('theirs')).toBe(false)
  expect(await findRun('counting')).toBeNull()
})

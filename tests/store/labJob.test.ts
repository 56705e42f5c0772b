// @vitest-environment jsdom
/** A job of a laboratory, as components see it. */
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useLabJob, type JobSettings, type JobState } from '../../src/store/labJob.ts'
import { runLabJob } from '../../src/workers/labClient.ts'

vi.mock('../../src/workers/labClient.ts', () => ({ runLabJob: vi.fn<() => () => void>(() => () => {}) }))
vi.mock('../../src/store/taskData.ts', () => ({ fetchData: async () => '' }))

interface Own {
  readonly own: JobSettings<'race'> | null
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('a job that was dropped is not running, and keeps what it said', async () => {
  const { result, rerender } = renderHook<JobState<'race'>, Own>(
    ({ own }) => useLabJob('race', 'recall', own),
    { initialProps: { own: {} as JobSettings<'race'> } },
  )
  await act(() => vi.runAllTimersAsync())
  expect(result.current.running).toBe(true)
  const hear = vi.mocked(runLabJob).mock.lastCall![1]
  const progress = { updates: 3 } as never
  act(() => hear({ type: 'progress', progress, done: false } as never))
  expect(result.current).toEqual({ progress, running: true, failure: null })
  rerender({ own: null })
  expect(result.current).toEqual({ progress, running: false, failure: null })
})

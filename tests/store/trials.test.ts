/** The page's side of trials: what was made is kept, a lost worker is told, results come by key. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  keyOf,
  trials,
  useTrials,
  type Trial,
  type TrialResult,
  type WorkerLike,
} from '../../src/store/trials.ts'
import type { FromTrials } from '../../src/workers/trialsDriver.ts'

const trial = (seed: number): Trial => ({
  exercise: { kind: 'symbol recall', steps: 2 },
  model: { cell: 'rnn', size: 4, window: null, initialiser: 'recommended' },
  seed,
  budget: { updates: 3, batch: 4, learningRate: 0.01, clip: 1 },
  shuffle: false,
  every: null,
})

const result: TrialResult = {
  parameters: 1,
  updates: 3,
  learned: true,
  metric: 1,
  shuffledMetric: 0.5,
  diverged: null,
}

const fakeWorker = () => {
  const listeners: Record<string, (event: unknown) => void> = {}
  const worker: WorkerLike = {
    postMessage: vi.fn<(message: unknown) => void>(),
    terminate: vi.fn<() => void>(),
    addEventListener: (type: string, listener: unknown) => {
      listeners[type] = listener as (event: unknown) => void
    },
  }
  return {
    worker,
    say: (data: FromTrials) => listeners['message']!({ data }),
    fail: () => listeners['error']!({ preventDefault: () => {} }),
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  trials.stop()
  useTrials.setState({ results: new Map(), failure: null })
})
afterEach(() => vi.useRealTimers())

test('results come by trial; what was made is not made again', () => {
  const { worker, say } = fakeWorker()
  trials.run([trial(1), trial(2)], () => worker)
  say({ type: 'progress', index: 0, update: 2 })
  expect(useTrials.getState().update).toBe(2)
  say({ type: 'result', index: 0, result })
  expect(useTrials.getState()).toMatchObject({ made: 1, queue: [trial(2)], update: 0 })
  trials.stop()
  expect(worker.terminate).toHaveBeenCalled()
  const again = fakeWorker()
  trials.run([trial(1), trial(2)], () => again.worker)
  expect(again.worker.postMessage).toHaveBeenCalledWith({ type: 'run', trials: [trial(2)] }, [])
  again.say({ type: 'result', index: 0, result })
  again.say({ type: 'done' })
  expect(useTrials.getState().queue).toEqual([])
  expect([...useTrials.getState().results.keys()]).toEqual([keyOf(trial(1)), keyOf(trial(2))])
})

test('a worker that ends or falls silent is told as lost, with what was made kept', () => {
  const first = fakeWorker()
  trials.run([trial(1), trial(2)], () => first.worker)
  first.say({ type: 'result', index: 0, result })
  first.fail()
  expect(useTrials.getState()).toMatchObject({ failure: 'lost', queue: [] })
  const second = fakeWorker()
  trials.run([trial(1), trial(2)], () => second.worker)
  expect(useTrials.getState().failure).toBeNull()
  vi.advanceTimersByTime(30_000)
  expect(useTrials.getState().failure).toBe('lost')
  expect(useTrials.getState().results.size).toBe(1)
  // What the old one says late changes nothing.
  first.say({ type: 'result', index: 0, result })
  expect(useTrials.getState().results.size).toBe(1)
})

test('nothing to make starts no worker', () => {
  const create = vi.fn<() => WorkerLike>(() => fakeWorker().worker)
  trials.run([], create)
  expect(create).not.toHaveBeenCalled()
})

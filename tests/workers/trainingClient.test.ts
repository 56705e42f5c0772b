import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startTraining, type WorkerLike } from '../../src/workers/trainingClient.ts'
import type { FromWorker, ToWorker } from '../../src/workers/trainingMessages.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const report = (playing: boolean): FromWorker => ({
  type: 'report',
  update: 1,
  playing,
  canAdvance: true,
  perSecond: null,
  members: [],
  checkpoints: [],
  level: 0,
  now: null,
  resume: null,
})

const start = () => {
  const target = new EventTarget()
  const posted: ToWorker[] = []
  const worker: WorkerLike = {
    postMessage: (message: ToWorker) => void posted.push(message),
    terminate: vi.fn<() => void>(),
    addEventListener: target.addEventListener.bind(target),
  }
  const [onMessage, onLost] = [vi.fn<(message: FromWorker) => void>(), vi.fn<() => void>()]
  const client = startTraining({ onMessage, onLost }, 4000, () => worker)
  const say = (message: FromWorker) => target.dispatchEvent(new MessageEvent('message', { data: message }))
  return { client, worker, posted, onMessage, onLost, say, target }
}

test('a worker that is silent while it owes an answer is asked, then counts as lost, once', () => {
  const { client, worker, posted, onLost } = start()
  client.send({ type: 'play', until: 10 })
  vi.advanceTimersByTime(3000)
  expect(posted.at(-1)).toEqual({ type: 'ping' })
  expect(onLost).not.toHaveBeenCalled()
  vi.advanceTimersByTime(20_000)
  expect(onLost).toHaveBeenCalledTimes(1)
  expect(worker.terminate).toHaveBeenCalled()
})

test('one that speaks is not lost, and one that rests owes nothing', () => {
  const { client, onLost, say } = start()
  client.send({ type: 'play', until: 10 })
  for (let k = 0; k < 10; k++) {
    vi.advanceTimersByTime(3000)
    say(report(true))
  }
  say(report(false))
  vi.advanceTimersByTime(60_000)
  expect(onLost).not.toHaveBeenCalled()
})

test('an error of the worker is a loss; after a stop nothing is heard', () => {
  const { client, onLost, onMessage, say, target } = start()
  target.dispatchEvent(new Event('error'))
  expect(onLost).toHaveBeenCalledTimes(1)
  client.stop()
  say(report(true))
  expect(onMessage).not.toHaveBeenCalled()
})

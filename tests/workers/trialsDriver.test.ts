/** The driver makes trials in order, hears between slices, and says what came. */
import { expect, test } from 'vitest'
import { createTrialsDriver, type FromTrials, type ToTrials } from '../../src/workers/trialsDriver.ts'
import { runTrial, type Trial } from '../../src/workers/trial.ts'

const trial = (seed: number, updates = 12): Trial => ({
  exercise: { kind: 'symbol recall', steps: 2 },
  model: { cell: 'rnn', size: 4, window: null, initialiser: 'recommended' },
  seed,
  budget: { updates, batch: 4, learningRate: 0.01, clip: 1 },
  shuffle: false,
  every: null,
})

/** A driver with a clock that each look moves on, and turns that the test takes. */
const start = (perLook: number) => {
  const said: FromTrials[] = []
  const turns: (() => void)[] = []
  let time = 0
  const driver = createTrialsDriver({
    post: (message) => said.push(message),
    now: () => (time += perLook),
    later: (callback) => turns.push(callback),
  })
  const take = (most: number): void => {
    for (let k = 0; k < most && turns.length > 0; k++) turns.shift()!()
  }
  return { said, driver: (message: ToTrials) => driver(message), take }
}

test('all are made in order, with the results of this thread', () => {
  const { said, driver, take } = start(5)
  driver({ type: 'run', trials: [trial(1), trial(2)] })
  take(100)
  expect(said.filter(({ type }) => type !== 'progress')).toEqual([
    { type: 'result', index: 0, result: runTrial(trial(1)) },
    { type: 'result', index: 1, result: runTrial(trial(2)) },
    { type: 'done' },
  ])
})

test('while it trains it says how far it is', () => {
  const { said, driver, take } = start(30)
  driver({ type: 'run', trials: [trial(1, 40)] })
  take(20)
  const updates = said.flatMap((message) => (message.type === 'progress' ? [message.update] : []))
  expect(updates.length).toBeGreaterThan(1)
  expect([...new Set(updates)].sort((a, b) => a - b)).toEqual(updates)
})

test('stop ends it; another order takes its place', () => {
  const { said, driver, take } = start(30)
  driver({ type: 'run', trials: [trial(1, 1000)] })
  take(3)
  driver({ type: 'stop' })
  take(50)
  expect(said.at(-1)).toEqual({ type: 'done' })
  driver({ type: 'run', trials: [trial(1, 1000)] })
  driver({ type: 'run', trials: [trial(3, 2)] })
  take(50)
  expect(said.filter(({ type }) => type === 'result')).toEqual([
    { type: 'result', index: 0, result: runTrial(trial(3, 2)) },
  ])
})

test('what cannot be made is told, and nothing follows', () => {
  const { said, driver, take } = start(5)
  const odd: Trial = { ...trial(1), model: { ...trial(1).model, window: 0 } }
  driver({ type: 'run', trials: [odd, trial(2)] })
  take(50)
  expect(said).toEqual([
    { type: 'failed', message: expect.stringContaining('whole number of steps') as string },
  ])
})

/**
 * Trials reach what is said of them, with fixed seeds: small budgets here, the whole table in docs/tasks.md.
 * "Not learned" is always "within this budget".
 */
import { expect, test, vi } from 'vitest'
import { runTrial, startTrial, type Model, type Trial } from '../../src/workers/trial.ts'

// Real training: a second on a free machine, more on a busy one.
vi.setConfig({ testTimeout: 60_000 })

const budget = { updates: 400, batch: 16, learningRate: 0.01, clip: 1 }
const memoryless = (window: number): Model => ({
  cell: 'feedforward',
  size: 8,
  window,
  initialiser: 'recommended',
})
const recurrent = (cell: string, initialiser: Model['initialiser'] = 'recommended'): Model => ({
  cell,
  size: 8,
  window: null,
  initialiser,
})
const recall = (model: Model, steps: number, more: Partial<Trial> = {}): Trial => ({
  exercise: { kind: 'symbol recall', steps },
  model,
  seed: 1,
  budget,
  shuffle: false,
  every: 50,
  ...more,
})

test('a window of k steps recalls over k − 1 steps and not over k', () => {
  expect(runTrial(recall(memoryless(4), 3)).learned).toBe(true)
  const beyond = runTrial(recall(memoryless(4), 4, { budget: { ...budget, updates: 200 } }))
  expect(beyond.learned).toBe(false)
  expect(beyond.metric).toBeLessThan(0.4)
  expect(beyond.updates).toBe(200)
})

test('over 20 steps a GRU with chrono initialisation recalls; a layer without memory guesses', () => {
  const gru = runTrial(recall(recurrent('gru', 'chrono'), 20))
  expect(gru.learned).toBe(true)
  expect(gru.updates).toBeLessThan(budget.updates)
  expect(gru.metric).toBeGreaterThanOrEqual(0.98)
  const guesses = runTrial(recall(memoryless(1), 20, { budget: { ...budget, updates: 100 } }))
  expect(guesses.metric).toBeLessThan(0.4)
})

test('parity at every step is learned by the GRU', () => {
  const exercise = { kind: 'parity', steps: 8 } as const
  const result = runTrial(
    recall(recurrent('gru', 'forget-bias'), 0, { exercise, budget: { ...budget, updates: 1500 } }),
  )
  expect(result.learned).toBe(true)
})

test('a latch over 20 steps is held by the RNN', () => {
  const exercise = { kind: 'latch', steps: 20 } as const
  const result = runTrial(
    recall({ ...recurrent('rnn'), size: 4 }, 0, { exercise, budget: { ...budget, updates: 1500 } }),
  )
  expect(result.learned).toBe(true)
})

test('shuffled steps cost a layer without memory nothing and an LSTM nearly all', () => {
  const exercise = { kind: 'scene', id: 'recall', data: '' } as const
  const trial = (model: Model): Trial =>
    recall(model, 0, { exercise, every: null, budget: { ...budget, updates: 300 } })
  const still = runTrial(trial(memoryless(1)))
  expect(still.shuffledMetric).toBe(still.metric)
  const lstm = runTrial(trial(recurrent('lstm')))
  expect(lstm.metric).toBeLessThan(0.25)
  expect(lstm.shuffledMetric).toBeGreaterThan(1.5 * lstm.metric)
})

test('what is trained on shuffled steps is judged on them', () => {
  const result = runTrial(recall(memoryless(3), 2, { shuffle: true, budget: { ...budget, updates: 50 } }))
  expect(result.shuffledMetric).toBe(result.metric)
})

test('in slices or at once: the same to the last bit', () => {
  const trial = recall(recurrent('lstm'), 3, { budget: { ...budget, updates: 60 }, every: null })
  const running = startTrial(trial)
  for (let slices = 0; ; slices++) {
    const result = running.advance(7)
    if (!result) continue
    expect(slices).toBe(8)
    expect(running.update()).toBe(60)
    expect(result).toEqual(runTrial(trial))
    break
  }
})

test('a trial that diverges says where', () => {
  const wild = runTrial(
    recall(recurrent('rnn-relu', 'default'), 20, { budget: { ...budget, learningRate: 1e9, clip: 1e9 } }),
  )
  expect(wild.learned).toBe(false)
  expect(wild.diverged?.update).toBeGreaterThan(0)
})

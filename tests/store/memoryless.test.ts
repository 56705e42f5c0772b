/** Which trials a study orders, and how it reads what came of them. */
import { expect, test } from 'vitest'
import { symbolRecall } from '../../src/scenes/exercises/symbolRecall.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { parseSettings } from '../../src/store/labSettings.ts'
import {
  contestantsOf,
  gapsOf,
  gapStudy,
  madeOf,
  memorylessFields,
  orderStudy,
} from '../../src/store/memoryless.ts'
import { keyOf, type TrialResult } from '../../src/store/trials.ts'

const usual = parseSettings(memorylessFields, '')

const result = (metric: number, learned: boolean): TrialResult => ({
  parameters: 10,
  updates: 100,
  learned,
  metric,
  shuffledMetric: metric / 2,
  diverged: null,
})

test('the gaps are those of the edge of the window and the chosen one besides the usual, each once', () => {
  expect(gapsOf({ k: 8, gap: 12 })).toEqual([1, 2, 4, 6, 7, 8, 12, 16, 20, 24])
  expect(gapsOf({ k: 2, gap: 3 })).toEqual([1, 2, 3, 4, 6, 8, 12, 16, 20, 24])
  expect(Math.max(...gapsOf({ k: 24, gap: 24 }))).toBe(24)
})

test('a layer that sees one step, one that sees k, and recurrent cells that see one', () => {
  const all = contestantsOf({ ...usual, k: 5, cells: 'all' }, symbolRecall(3), 8)
  expect(all.map(({ id, model }) => [id, model.cell, model.window])).toEqual([
    ['memoryless', 'feedforward', 1],
    ['window', 'feedforward', 5],
    ['rnn', 'rnn', null],
    ['lstm', 'lstm', null],
    ['gru', 'gru', null],
  ])
  expect(contestantsOf(usual, symbolRecall(3), 8)).toHaveLength(3)
})

test('every network meets every gap and seed, gap after gap; what was made is read back', () => {
  const settings = { ...usual, seeds: 2 }
  const empty = gapStudy(settings, new Map())
  expect(empty.trials).toHaveLength(empty.gaps.length * 3 * 2)
  expect(new Set(empty.trials.map(keyOf)).size).toBe(empty.trials.length)
  const steps = empty.trials.map(({ exercise }) => ('steps' in exercise ? exercise.steps : NaN))
  expect([...steps].sort((a, b) => a - b)).toEqual(steps)
  expect(empty.rows[0]!.outcomes[0]).toMatchObject({ results: [], metric: NaN, learned: 0, seeds: 2 })

  const results = new Map([
    [keyOf(empty.trials[0]!), result(0.2, false)],
    [keyOf(empty.trials[1]!), result(1, true)],
  ])
  const study = gapStudy(settings, results)
  expect(study.rows.map(({ parameters }) => parameters)).toEqual([84, 364, 148])
  const { metric, shuffled, learned } = study.rows[0]!.outcomes[0]!
  expect({ metric, shuffled, learned }).toEqual({ metric: 0.6, shuffled: 0.3, learned: 1 })
  expect(madeOf(study.trials, results)).toBe(2)
})

test('the order study takes the budget and size of the scene’s task, and shuffled training only when asked', () => {
  const scene = { id: 'recall', data: '', task: tasks.recall.create('') } as const
  const study = orderStudy({ ...usual, seeds: 1 }, scene, new Map())
  expect(study.trials.map(({ shuffle }) => shuffle)).toEqual([false, false, false])
  expect(study.trials[0]).toMatchObject({ budget: { updates: scene.task.budget.updates }, every: null })
  expect(study.rows.every(({ reshuffled }) => reshuffled === null)).toBe(true)
  const also = orderStudy({ ...usual, seeds: 1, also: 'yes' }, scene, new Map())
  expect(also.trials.map(({ shuffle }) => shuffle)).toEqual([false, false, false, true, true, true])
})

test('with equal parameters the network with the most keeps its units, and no other comes nearer with one more or less', () => {
  const settings = { ...usual, cells: 'all', equal: 'parameters' } as const
  const { rows } = gapStudy(settings, new Map())
  const before = gapStudy({ ...settings, equal: 'size' }, new Map()).rows
  const most = Math.max(...before.map(({ parameters }) => parameters))
  const spread = (all: typeof rows): number => {
    const counts = all.map(({ parameters }) => parameters)
    return Math.max(...counts) / Math.min(...counts)
  }
  expect(rows.find((_, k) => before[k]!.parameters === most)!.contestant.model.size).toBe(8)
  expect(spread(rows)).toBeLessThan(1.1)
  expect(spread(rows)).toBeLessThan(spread(before))
  for (const [k, { contestant, parameters }] of rows.entries()) {
    const perUnit = (parameters - before[k]!.parameters) / (contestant.model.size - 8 || 1)
    if (perUnit > 0) expect(Math.abs(parameters - most)).toBeLessThanOrEqual(perUnit)
  }
  // Other networks are other trials: what was made with equal units is not shown for them.
  const sizes = new Set(rows.map(({ contestant }) => contestant.model.size))
  expect(sizes.size).toBeGreaterThan(1)
})

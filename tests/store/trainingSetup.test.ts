import { describe, expect, test } from 'vitest'
import { tasks } from '../../src/scenes/tasks.ts'
import { sceneIds } from '../../src/scenes/list.ts'
import { draftFor, equalTerms, problemsOf, sameRun, type Draft } from '../../src/store/trainingSetup.ts'
import { fetchText } from '../scenes/files.ts'

const entry = tasks.recall
const task = entry.create('')
const draft = draftFor('recall', task)

const wrong = (part: Partial<Draft>) => problemsOf({ ...draft, ...part }, task, entry)
const withOptimizer = (part: Partial<Draft['optimizer']>) =>
  wrong({ optimizer: { ...draft.optimizer, ...part } })

test.each(sceneIds)('%s: what the form starts with can be trained', async (id) => {
  const { data, create } = tasks[id]
  const own = create(data === null ? '' : await fetchText(`${id}/${data}`))
  const first = draftFor(id, own)
  expect(problemsOf(first, own, tasks[id])).toEqual([])
  expect(problemsOf(equalTerms(first), own, tasks[id])).toEqual([])
})

describe('what cannot be trained is told with its field', () => {
  test.each([
    ['hiddenSize', 0],
    ['hiddenSize', 2.5],
    ['hiddenSize', NaN],
    ['layers', 0],
    ['layers', 9],
    ['T', 11],
    ['T', 401],
    ['batch', 0],
    ['batch', 5000],
    ['updates', 0],
    ['clip', 0],
    ['clip', NaN],
  ] as const)('%s = %s', (field, value) => {
    const problems = wrong({ [field]: value })
    expect(problems.map((problem) => problem.field)).toEqual([field])
    expect(['whole', 'range']).toContain(problems[0]?.kind)
  })

  test.each([
    ['learningRate', -1],
    ['learningRate', Infinity],
    ['momentum', 1.5],
    ['momentum', 1],
    ['beta1', 1],
    ['beta2', 1],
    ['beta2', NaN],
    ['l2', -0.1],
    ['weightDecay', NaN],
  ] as const)('%s = %s', (field, value) => {
    expect(withOptimizer({ [field]: value }).map((problem) => problem.field)).toEqual([field])
  })

  test('no cell, no seed, a seed that is no whole number, too many seeds', () => {
    expect(wrong({ cells: [] })).toEqual([{ kind: 'none', field: 'cells' }])
    expect(wrong({ seeds: [] })).toEqual([{ kind: 'none', field: 'seeds' }])
    expect(wrong({ seeds: [1, 0.5] })[0]).toMatchObject({ kind: 'whole', field: 'seeds', came: 0.5 })
    expect(wrong({ seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9] })).toEqual([
      { kind: 'many', field: 'seeds', count: 9, most: 8 },
    ])
    expect(withOptimizer({ beta1: 0.9999 })).toEqual([])
  })
})

test('a batch larger than the data is refused with both numbers', async () => {
  const co2 = tasks.co2.create(await fetchText('co2/co2-concentration.csv'))
  const asked = { ...draftFor('co2', co2), batch: 2000 }
  expect(problemsOf(asked, co2, tasks.co2)).toEqual([
    { kind: 'batch', field: 'batch', batch: 2000, sequences: co2.sequences },
  ])
})

test('a network beyond memory is refused before it is allocated, with the size that would fit', () => {
  const [problem, ...rest] = wrong({ hiddenSize: 60_000 })
  expect(rest).toEqual([])
  if (problem?.kind !== 'memory') throw new Error(`expected memory, got ${problem?.kind}`)
  expect(problem.estimate.bytes).toBeGreaterThan(problem.limit)
  expect(wrong({ hiddenSize: problem.largest })).toEqual([])
})

test('a run goes on under another budget, not under other settings', () => {
  expect(sameRun(draft, { ...draft, updates: 7 })).toBe(true)
  expect(sameRun(draft, { ...draft, batch: 7 })).toBe(false)
  expect(sameRun(draft, { ...draft, optimizer: { ...draft.optimizer, l2: 1e-4 } })).toBe(false)
})

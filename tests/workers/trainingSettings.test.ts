import { describe, expect, test } from 'vitest'
import { cells } from '../../src/engine/index.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import {
  estimateMemory,
  largestSize,
  MEMORY_LIMIT,
  mostCheckpoints,
} from '../../src/workers/memoryEstimate.ts'
import { membersOf, networkOf, parametersOf, schemeFor, sizesOf } from '../../src/workers/trainingSettings.ts'
import { settings } from './support.ts'

const task = tasks.counting.create('')

test('members are cells by seeds, each with an id of its own', () => {
  const members = membersOf(task, { ...settings, seeds: [3, 5] })
  expect(members.map(({ id }) => id)).toEqual(['rnn/3', 'rnn/5', 'lstm/3', 'lstm/5', 'gru/3', 'gru/5'])
})

test('each cell starts as the literature recommends for it, unless something else is asked', () => {
  const chosen = Object.fromEntries(cells.map(({ id }) => [id, schemeFor(id, 'recommended')]))
  expect(chosen).toMatchObject({ feedforward: 'default', rnn: 'orthogonal', lstm: 'chrono', gru: 'chrono' })
  expect(schemeFor('lstm', 'forget-bias')).toBe('forget-bias')
})

describe('equal numbers of parameters', () => {
  const equal = { ...settings, equal: 'parameters', hiddenSize: 8 } as const

  test('the largest cell keeps its size; no other size of another cell comes nearer', () => {
    const sizes = sizesOf(task, equal)
    expect(sizes['lstm']).toBe(8)
    const wanted = parametersOf(task, equal, 'lstm', 8)
    for (const cell of ['rnn', 'gru']) {
      const off = (size: number) => Math.abs(parametersOf(task, equal, cell, size) - wanted)
      const size = sizes[cell]!
      expect(off(size)).toBeLessThanOrEqual(Math.min(off(size - 1), off(size + 1)))
    }
  })

  test('also stacked and in both directions', () => {
    const stacked = { ...equal, layers: 2, direction: 'bidirectional' } as const
    for (const member of membersOf(task, stacked)) {
      const network = networkOf(task, stacked, member)
      expect(network.parts).toHaveLength(4)
      expect(network.parameterCount).toBe(parametersOf(task, stacked, member.cell, member.size))
    }
  })
})

describe('memory', () => {
  test('a small run fits with all its checkpoints; the parts add up', () => {
    const estimate = estimateMemory(task, settings, 24)
    expect(estimate.fits).toBe(true)
    expect(estimate.bytes).toBe(estimate.weights + estimate.trace + estimate.checkpoints)
    expect(mostCheckpoints(estimate.parameters)).toBe(64)
  })

  test('the largest size that fits is told, and one more does not fit', () => {
    const huge = { ...settings, hiddenSize: 20_000 }
    expect(estimateMemory(task, huge, 24).fits).toBe(false)
    const size = largestSize(task, huge, 24)
    expect(estimateMemory(task, { ...huge, hiddenSize: size }, 24).bytes).toBeLessThanOrEqual(MEMORY_LIMIT)
    expect(estimateMemory(task, { ...huge, hiddenSize: size + 1 }, 24).fits).toBe(false)
  })

  test('a long sequence counts, and adaptive optimizers need more than plain ones', () => {
    expect(estimateMemory(task, settings, 10_000_000).fits).toBe(false)
    const plain = { ...settings, optimizer: { ...settings.optimizer, name: 'sgd' } as const }
    expect(estimateMemory(task, plain, 24).weights).toBeLessThan(estimateMemory(task, settings, 24).weights)
  })

  test('large networks keep fewer checkpoints, yet some', () => {
    expect(mostCheckpoints(1e6)).toBeLessThan(64)
    expect(mostCheckpoints(1e9)).toBe(8)
  })
})

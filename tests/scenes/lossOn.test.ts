/** Loss on every step or on the last: what counts changes, what is asked does not. */
import { expect, test } from 'vitest'
import { rng } from '../../src/engine/index.ts'
import { lossChoices, withLossOn } from '../../src/scenes/lossOn.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { fetchText } from './files.ts'

test('recall, last: only the last value that is asked for counts', () => {
  const task = tasks.recall.create('')
  expect(lossChoices(task)).toEqual(['every', 'last'])
  const own = withLossOn(task, 'last')
  for (const { sequence, mask, target } of [...own.validation, ...own.sample(rng(1), 50)]) {
    const asked = (sequence as number[][]).flatMap((row, t) => (row[2] === 1 ? [t] : []))
    expect(Array.from(mask!)).toEqual(Array.from(target, (_, t) => (t === asked.at(-1) ? 1 : 0)))
  }
  // Mean square of the last recalled values.
  const squares = own.validation.map(({ target, mask }) =>
    Array.from(target).reduce((sum, y, t) => sum + (mask![t] ? y * y : 0), 0),
  )
  expect(own.baseline.loss).toBeCloseTo(squares.reduce((a, b) => a + b, 0) / squares.length, 12)
  const right = (sequence: unknown): Float64Array =>
    Float64Array.from(task.validation.find((one) => one.sequence === sequence)!.target)
  expect(own.measure(right)).toBe(0)
})

test('CO₂, last: the last month alone; sentiment, every: the same answer after each word', async () => {
  const co2 = withLossOn(tasks.co2.create(await fetchText('co2/co2-concentration.csv')), 'last')
  for (const { mask, target } of co2.validation)
    expect(Array.from(mask!)).toEqual(Array.from(target, (_, t) => (t === target.length - 1 ? 1 : 0)))
  const task = tasks.sentiment.create('')
  const every = withLossOn(task, 'every')
  expect(every.outputs).toBe('every')
  every.validation.forEach(({ sequence, target }, k) => {
    expect(Array.from(target)).toEqual(
      Array.from(sequence as readonly number[], () => task.validation[k]!.target[0]),
    )
  })
  // Judged after the last word, as before.
  const byLast = (sequence: unknown): Float64Array => {
    const words = sequence as readonly number[]
    return Float64Array.from(words, (word, t) => (t === words.length - 1 && word % 2 === 0 ? 1 : 0))
  }
  const single = (sequence: unknown): Float64Array => byLast(sequence).slice(-1)
  expect(every.measure(byLast)).toBe(task.measure(single))
  expect(every.measure(byLast)).toBeGreaterThan(0)
})

test('counting always ends alike: its last step alone teaches nothing and is refused', () => {
  const task = tasks.counting.create('')
  expect(lossChoices(task)).toEqual(['every'])
  expect(() => withLossOn(task, 'last')).toThrow(/expected one of every/)
  expect(withLossOn(task, 'every')).toBe(task)
  expect(withLossOn(task, null)).toBe(task)
})

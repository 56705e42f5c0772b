/** Targets of the exercises worked out a second way, and what each says of itself. */
import { describe, expect, test } from 'vitest'
import { rng, type TrainingSequence } from '../../../src/engine/index.ts'
import { adding } from '../../../src/scenes/exercises/adding.ts'
import { latch } from '../../../src/scenes/exercises/latch.ts'
import { parity } from '../../../src/scenes/exercises/parity.ts'
import { sine } from '../../../src/scenes/exercises/sine.ts'
import { SYMBOLS, symbolRecall } from '../../../src/scenes/exercises/symbolRecall.ts'

const rowsOf = ({ sequence }: TrainingSequence): readonly (readonly number[])[] =>
  sequence as readonly (readonly number[])[]

const all = [symbolRecall(20), adding(40), latch(50), parity(16), sine(40)]

test.each(all)('$longest steps: what is drawn is held out, seeded and no longer than told', (exercise) => {
  const drawn = exercise.sample(rng(3), 100)
  expect(drawn).toEqual(exercise.sample(rng(3), 100))
  expect(Math.max(...drawn.map(({ sequence }) => sequence.length))).toBe(exercise.longest)
  const held = new Set(exercise.validation.map(({ sequence }) => JSON.stringify(sequence)))
  if (exercise.longest > 16)
    expect(drawn.some(({ sequence }) => held.has(JSON.stringify(sequence)))).toBe(false)
})

test('recall: the answer is the marked symbol, always as many steps before the end', () => {
  for (const gap of [0, 1, 20]) {
    const exercise = symbolRecall(gap)
    for (const one of [...exercise.sample(rng(1), 100), ...exercise.validation]) {
      const marked = rowsOf(one).findIndex((row) => row[SYMBOLS] === 1)
      expect(rowsOf(one).length - 1 - marked).toBe(gap)
      expect(rowsOf(one)[marked]!.indexOf(1)).toBe(one.target[0])
      expect(rowsOf(one).filter((row) => row[SYMBOLS] === 1)).toHaveLength(1)
    }
  }
})

test('recall: no answer is likelier than another, and guessing one is the baseline', () => {
  const exercise = symbolRecall(3)
  const always = exercise.measure(() => Float64Array.of(1, 0, 0, 0))
  expect(Math.abs(always - exercise.baseline.metric)).toBeLessThan(0.08)
})

test('adding: the sum of the two marked numbers, one in each half', () => {
  for (const one of adding(40).sample(rng(1), 100)) {
    const marked = rowsOf(one).flatMap(([value, mark], t) => (mark === 1 ? [{ value: value!, t }] : []))
    expect(marked.map(({ t }) => t < 20)).toEqual([true, false])
    expect(one.target[0]).toBe(marked[0]!.value + marked[1]!.value)
  }
  const { measure, baseline } = adding(40)
  expect(Math.abs(measure(() => Float64Array.of(1)) - baseline.metric)).toBeLessThan(0.05)
})

test('latch: the sign of the first step, and noise that never reaches it', () => {
  for (const one of latch(50).sample(rng(1), 100)) {
    const [[first], ...noise] = rowsOf(one) as [[number], ...number[][]]
    expect(one.target[0]).toBe(first > 0 ? 1 : 0)
    expect(noise).toHaveLength(50)
    expect(noise.every(([value]) => Math.abs(value!) < 1)).toBe(true)
  }
})

test('parity: whether the ones so far are odd', () => {
  for (const one of parity(16).sample(rng(1), 50))
    rowsOf(one).forEach((_, t) => {
      const ones = rowsOf(one)
        .slice(0, t + 1)
        .filter(([bit]) => bit === 1).length
      expect(one.target[t]).toBe(ones % 2)
    })
})

describe('sine', () => {
  const exercise = sine(40)

  test('the target is the next value of a wave: y₊ + y₋ is the same multiple of y at every step', () => {
    for (const one of exercise.sample(rng(1), 20)) {
      const values = [...rowsOf(one).map(([value]) => value!), one.target[39]!]
      expect(Array.from(one.target)).toEqual(values.slice(1))
      const ratios = values.flatMap((y, t) =>
        t > 0 && t < 40 && Math.abs(y) > 0.3 ? [(values[t - 1]! + values[t + 1]!) / y] : [],
      )
      for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0]!, 4)
    }
  })

  test('persistence is the baseline, and a perfect forecast has no error', () => {
    const repeat = exercise.measure((sequence) => Float64Array.from((sequence as number[][]).flat()))
    expect(repeat).toBe(exercise.baseline.metric)
    const known = new Map(exercise.validation.map(({ sequence, target }) => [sequence, target]))
    expect(exercise.measure((sequence) => Float64Array.from(known.get(sequence)!))).toBe(0)
  })
})

/** A window holds what it says, and a network that reads through it judges the same sequences. */
import { expect, test } from 'vitest'
import { rng } from '../../src/engine/index.ts'
import { symbolRecall } from '../../src/scenes/exercises/symbolRecall.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { windowed, windowedSequence } from '../../src/scenes/window.ts'

test('each step holds its input, then those before it, then zeros', () => {
  const rows = [
    [1, 2],
    [3, 4],
    [5, 6],
  ]
  const expected = [1, 2, 0, 0, 3, 4, 1, 2, 5, 6, 3, 4]
  expect([...windowedSequence({ kind: 'vector', size: 2 }, rows, 2)]).toEqual(expected)
  const flat = Float64Array.from(rows.flat())
  expect([...windowedSequence({ kind: 'vector', size: 2 }, flat, 2)]).toEqual(expected)
})

test('symbols become a place each, embedded ones too', () => {
  const expected = [0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1]
  expect([...windowedSequence({ kind: 'one-hot', symbols: 3 }, [2, 0], 2)]).toEqual(expected)
  expect([...windowedSequence({ kind: 'embedding', symbols: 3, size: 4 }, [2, 0], 2)]).toEqual(expected)
})

test('a window of one step is the sequence itself', () => {
  const exercise = symbolRecall(5)
  const own = windowed(exercise, 1)
  expect(own.input).toEqual(exercise.input)
  own.validation.forEach(({ sequence, target }, k) => {
    const original = exercise.validation[k]!
    expect([...(sequence as Float64Array)]).toEqual((original.sequence as number[][]).flat())
    expect(target).toBe(original.target)
  })
})

test('batches are the same sequences, and the metric sees the same outputs', () => {
  const exercise = tasks.counting.create('')
  const own = windowed(exercise, 3)
  expect(own.sample(rng(4), 5).map(({ sequence }) => sequence)).toEqual(
    exercise.sample(rng(4), 5).map(({ sequence }) => windowedSequence(exercise.input, sequence, 3)),
  )
  // A prediction that follows from the newest symbol alone counts alike with and without the window.
  const next = (symbol: number): readonly number[] => (symbol === 2 ? [0, 0, 1] : [0, 1, 0])
  const plain = exercise.measure((sequence) =>
    Float64Array.from((sequence as readonly number[]).flatMap((symbol) => next(symbol))),
  )
  const seen = own.measure((sequence) => {
    const flat = sequence as Float64Array
    return Float64Array.from({ length: flat.length / 9 }, (_, t) => t).reduce<Float64Array>(
      (out, t) => {
        out.set(next(flat.subarray(t * 9, t * 9 + 3).indexOf(1)), t * 3)
        return out
      },
      new Float64Array(flat.length / 3),
    )
  })
  expect(seen).toBe(plain)
})

test.each([0, -1, 1.5, NaN])('a window of %s steps is refused', (k) => {
  expect(() => windowed(symbolRecall(2), k)).toThrow(/whole number of steps of at least 1/)
})

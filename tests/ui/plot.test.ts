import { line, scaleLinear } from 'd3'
import fc from '../support/fc.ts'
import { describe, expect, test } from 'vitest'
import { lineIndices, linear, linePath } from '../../src/ui/plot.ts'

test('a straight scale says what d3’s says, within its domain and beyond', () => {
  const ours = linear([-3, 7], [100, 20])
  const theirs = scaleLinear([-3, 7], [100, 20])
  for (const value of [-8, -3, 0, 2.5, 7, 11]) expect(ours(value)).toBeCloseTo(theirs(value), 12)
})

test('a domain of one value maps it to the start', () => {
  expect(linear([2, 2], [5, 50])(2)).toBe(5)
})

test('a line says what d3’s says, also where a value is missing', () => {
  const points = [
    [0, 1.23456],
    [10, -2],
    [20, NaN],
    [30, 4],
    [40, 5],
  ] as const
  const theirs = line<readonly [number, number]>().defined(([, y]) => Number.isFinite(y))([...points])
  expect(linePath(points)).toBe(theirs)
})

test('no points make no line', () => {
  expect(linePath([])).toBe('')
})

describe('the indices that a line needs', () => {
  test('are all of a short series', () => {
    expect(lineIndices([3, 1, 2], 2)).toEqual([0, 1, 2])
    expect(lineIndices([], 2)).toEqual([])
  })

  test('are the lowest and highest of each part and both ends, in their order', () => {
    expect(lineIndices([0, 5, -5, 1, 2, 2, 9, 3, 4, 1], 2)).toEqual([0, 1, 2, 6, 9])
  })

  test('keep every peak of a long series, and what is not a number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 50, maxLength: 400 }),
        fc.integer({ min: 1, max: 20 }),
        (series, columns) => {
          const kept = lineIndices(series, columns)
          expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b))
          expect(kept.length).toBeLessThanOrEqual(2 * columns + 2)
          const shown = kept.map((k) => series[k]!)
          expect(Math.max(...shown)).toBe(Math.max(...series))
          expect(Math.min(...shown)).toBe(Math.min(...series))
        },
      ),
    )
    expect(lineIndices([1, 2, 3, NaN, 5, 6, 7, 8], 2)).toContain(3)
    expect(lineIndices([0, 9, NaN, 1, -9, 5, 6, 7, 8, 2], 2)).toEqual([0, 1, 2, 4, 8, 9])
  })
})

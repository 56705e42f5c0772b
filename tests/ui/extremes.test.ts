import fc from '../support/fc.ts'
import { describe, expect, test } from 'vitest'
import { extremesOf, linePixels } from '../../src/ui/canvas/extremes.ts'

const of = (values: readonly number[], columns: number) =>
  extremesOf((t) => values[t] ?? NaN, values.length, columns)

const at = (value: number) => ({ low: value, high: value })

test('no peak is lost, whatever the length and the number of columns', () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 1, max: 120 }),
      (values, columns) => {
        const found = of(values, columns)
        expect(found).toHaveLength(columns)
        expect(Math.max(...found.map((column) => column!.high))).toBe(Math.max(...values))
        expect(Math.min(...found.map((column) => column!.low))).toBe(Math.min(...values))
      },
    ),
  )
})

test('each column holds its own part', () => {
  expect(of([1, 5, -2, 0], 2)).toEqual([
    { low: 1, high: 5 },
    { low: -2, high: 0 },
  ])
})

test('fewer values than columns repeat', () => {
  expect(of([1, 2], 4).map((column) => column?.low)).toEqual([1, 1, 2, 2])
})

test('what is not finite is left out; a part without any finite value has none', () => {
  expect(of([NaN, 3, NaN, Infinity], 2)).toEqual([{ low: 3, high: 3 }, null])
  expect(of([], 2)).toEqual([null, null])
})

describe('the line’s pixels', () => {
  /** How much ink a column has, in pixels. */
  const ink = (pixels: Uint8ClampedArray, width: number, x: number): number =>
    pixels.reduce((sum, alpha, k) => sum + (k % width === x ? alpha / 255 : 0), 0)

  test('are as many in a column as the values lie apart, and the thickness', () => {
    // ±2 over 20 px less a margin of 1: 4.5 px a unit.
    const pixels = linePixels([{ low: -2, high: 2 }, null, { low: 0, high: 1 }], 20, 1)
    expect(pixels).toHaveLength(60)
    expect(ink(pixels, 3, 0)).toBeCloseTo(4 * 4.5 + 1, 1)
    expect(ink(pixels, 3, 1)).toBe(0)
    expect(ink(pixels, 3, 2)).toBeCloseTo(4.5 + 1, 1)
  })

  test('leave no gap between a value and the next', () => {
    const pixels = linePixels([at(-1), at(1)], 10, 1)
    expect(ink(pixels, 2, 1)).toBeCloseTo(2 * 4 + 1, 1)
  })

  test('of nothing but 0 lie in the middle', () => {
    const pixels = linePixels([at(0)], 9, 1)
    expect([...pixels]).toEqual([0, 0, 0, 0, 255, 0, 0, 0, 0])
    expect(linePixels([], 9, 1)).toHaveLength(0)
  })
})

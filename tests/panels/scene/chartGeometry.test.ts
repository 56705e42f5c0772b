import fc from '../../support/fc.ts'
import { expect, test } from 'vitest'
import { BOTTOM, chartOf, spread, TOP } from '../../../src/panels/scene/chartGeometry.ts'

const size = { width: 800, height: 264, left: 98, right: 104 }
const observed = [390, 392, 395, 391, 388]

test('months run from the left edge to the right one, levels upwards, with room above and below', () => {
  const { x, y } = chartOf(observed, size)
  expect(x(0)).toBe(98)
  expect(x(4)).toBe(696)
  expect(y(395)).toBeGreaterThan(TOP)
  expect(y(388)).toBeLessThan(264 - BOTTOM)
  expect(y(395)).toBeLessThan(y(388))
})

test('the nearest month to a place, kept within the series', () => {
  const { x, stepAt } = chartOf(observed, size)
  observed.forEach((_, k) => expect(stepAt(x(k) + 20)).toBe(k))
  expect(stepAt(-50)).toBe(0)
  expect(stepAt(5000)).toBe(4)
})

test('a series of one month and one that never changes have a chart', () => {
  for (const levels of [[400], [400, 400, 400]]) {
    const { x, y, stepAt } = chartOf(levels, size)
    expect([x(0), y(400)].every(Number.isFinite)).toBe(true)
    expect(stepAt(5000)).toBe(levels.length - 1)
  }
})

test('names of lines keep their order and their distance', () => {
  expect(spread([10, 50, 90], 13)).toEqual([10, 50, 90])
  expect(spread([50, 48, 49], 13)).toEqual([74, 48, 61])
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 8 }), (wanted) => {
      const placed = spread(wanted, 13).toSorted((a, b) => a - b)
      expect(placed.slice(1).every((place, k) => place - placed[k]! >= 13 - 1e-9)).toBe(true)
    }),
  )
})

test('on a page without room the chart has no negative width', () => {
  const { end, x, stepAt } = chartOf(observed, { ...size, width: 20 })
  expect(end).toBeGreaterThan(size.left)
  expect(x(4)).toBe(end)
  expect(stepAt(0)).toBe(0)
})

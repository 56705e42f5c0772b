/** Places in the pictures of the laboratory. */
import { expect, test } from 'vitest'
import {
  downPath,
  gapAxis,
  gapBox,
  metricAxis,
  nearestGap,
  placeOfName,
  shareAxis,
  squares,
} from '../../../src/panels/memoryless/geometry.ts'

const gaps = [1, 2, 4, 6, 7, 8, 12, 16, 20, 24]

test.each([
  [1100, false],
  [366, true],
] as const)(
  'at %s px the chart has room, its numbers do not touch, the largest gap is at its end',
  (width, narrow) => {
    const box = gapBox(width, narrow)
    expect(box.right).toBeLessThan(width)
    const axis = gapAxis(box, gaps)
    expect(axis.at(24)).toBe(box.right)
    expect(axis.ticks.at(-1)).toBe(24)
    axis.ticks.slice(1).forEach((tick, k) => {
      expect(axis.at(tick) - axis.at(axis.ticks[k]!)).toBeGreaterThanOrEqual(20)
    })
  },
)

test('a place leads to the nearest gap', () => {
  const axis = gapAxis(gapBox(1100, false), gaps)
  for (const gap of gaps) expect(nearestGap(axis, gaps, axis.at(gap) + 3)).toBe(gap)
  expect(nearestGap(axis, gaps, 0)).toBe(1)
  expect(nearestGap(axis, gaps, 5000)).toBe(24)
})

test('shares go up, metrics to the right from 0, past the largest', () => {
  const box = gapBox(600, false)
  expect(shareAxis(box).at(0)).toBe(box.bottom)
  expect(shareAxis(box).at(1)).toBe(box.top)
  const axis = metricAxis(100, 500, [0.2, NaN, 0.5])
  expect(axis.at(0)).toBe(100)
  expect(axis.at(0.5)).toBeLessThan(500)
  expect(metricAxis(100, 500, []).ticks.length).toBeGreaterThan(0)
})

test('squares fill the width or stop growing', () => {
  expect(squares(26, 16, 374, 34).width).toBeCloseTo(358 / 26)
  expect(squares(3, 16, 1000, 34).width).toBe(34)
  expect(squares(3, 16, 1000, 34).left(2)).toBe(84)
})

test('a name begins at its line, ends at it where there is no room, and stays in the plot', () => {
  expect(placeOfName(100, 80, 12, 400)).toBe(100)
  expect(placeOfName(380, 80, 12, 400)).toBe(300)
  expect(placeOfName(200, 300, 12, 374)).toBe(12)
})

test('a line goes down through all rows, and leaves the name of each its room', () => {
  expect(downPath(2, 46, 22)).toBe('m0 22v24m0 22v24')
  expect(downPath(3, 46, 0)).toBe('m0 0v46m0 0v46m0 0v46')
})

import fc from '../../support/fc.ts'
import { expect, test } from 'vitest'
import {
  lossScale,
  namesAtLines,
  nearestIndex,
  normScale,
  pathOf,
  spread,
  updateScale,
  updateTicks,
} from '../../../src/panels/train/axes.ts'
import { keyIndex, plotsOf } from '../../../src/panels/train/Charts.tsx'
import { rowHeight } from '../../../src/panels/train/GateMaps.tsx'

const box = { left: 100, right: 500, top: 20, bottom: 220 }

test('updates lie by their square root, from edge to edge', () => {
  const x = updateScale(box, 400)
  expect([0, 100, 400].map(x)).toEqual([100, 300, 500])
})

test('ticks have room, rise, and name both ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (last) => {
      const x = updateScale(box, last)
      const ticks = updateTicks(x, last, 46)
      expect([ticks[0], ticks.at(-1)]).toEqual([0, last])
      for (let k = 2; k < ticks.length; k++)
        expect(x(ticks[k]!) - x(ticks[k - 1]!)).toBeGreaterThanOrEqual(46 - 1e-9)
    }),
  )
})

test('the loss axis holds every finite loss between its first and last tick', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), { minLength: 1 }), (losses) => {
      const { y } = lossScale(box, losses)
      for (const loss of losses) {
        expect(y(loss)).toBeGreaterThanOrEqual(box.top)
        expect(y(loss)).toBeLessThanOrEqual(box.bottom)
      }
    }),
  )
})

test('the loss axis ends at the round numbers around the losses, above 1 as below', () => {
  expect(lossScale(box, [0.03, 0.002]).ticks).toEqual([0.002, 0.005, 0.01, 0.02, 0.05])
  expect(lossScale(box, [1.01, 1.19]).ticks).toEqual([1, 1.05, 1.1, 1.15, 1.2])
  expect(lossScale(box, [1.01, 1.35]).ticks).toEqual([1, 1.1, 1.2, 1.3, 1.4])
  expect(lossScale(box, [0.69]).ticks.at(0)).toBe(0.6)
  expect(lossScale(box, [0.69, 0.51]).ticks).toEqual([0.5, 0.55, 0.6, 0.65, 0.7])
  expect(lossScale(box, [1.01, 30]).ticks).toEqual([1, 2, 5, 10, 20, 50])
  const { y } = lossScale(box, [1.01, 1.35])
  expect(y(1.01) - y(1.35)).toBeGreaterThan((box.bottom - box.top) / 3)
  // Over many powers of ten only those are named, not too many, and a round loss needs no further one.
  const wide = lossScale(box, [1e-9, 1e9]).ticks
  expect(wide.length).toBeLessThanOrEqual(8)
  for (const tick of wide) expect(Math.log10(tick) % 1).toBeCloseTo(0)
  expect(lossScale(box, [0.01, 1]).ticks).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1])
})

test('losses that are no numbers, or none at all, give an axis all the same', () => {
  for (const losses of [[], [NaN], [Infinity, 0]])
    expect(lossScale(box, losses).ticks.length).toBeGreaterThan(1)
  expect(normScale(box, 0).y(0)).toBe(box.bottom)
})

test('a line is broken where there is no number', () => {
  expect(
    pathOf([
      [0, 1],
      [1, 2],
      [2, NaN],
      [3, 4],
    ]),
  ).toBe('M0.0 1.0L1.0 2.0M3.0 4.0')
})

test('names are spread, and keep their order', () => {
  expect(spread([10, 12, 40], 13)).toEqual([10, 23, 40])
  expect(spread([40, 10, 12], 13)).toEqual([40, 10, 23])
})

test('names of lines stand above them, or below, never on their own', () => {
  expect(namesAtLines([100], 13, box)).toEqual([96])
  expect(namesAtLines([100, 60], 13, box)).toEqual([96, 56])
  // At the top of the plot there is no room above.
  expect(namesAtLines([22], 13, box)).toEqual([33])
  // Too near for both above: the lower line's name stands under it.
  expect(namesAtLines([105, 100], 13, box)).toEqual([116, 96])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 40, max: 200 }), { maxLength: 5 }), (lines) => {
      const names = namesAtLines(lines, 13, box)
      for (const [k, name] of names.entries()) {
        for (const line of lines) expect(name <= line - 4 || name >= line + 11).toBe(true)
        for (const other of names.slice(k + 1)) expect(Math.abs(name - other)).toBeGreaterThanOrEqual(13)
      }
    }),
  )
})

test('the nearest checkpoint to a place', () => {
  expect(nearestIndex((u) => u * 10, [0, 1, 4], 18)).toBe(1)
})

test('keys move by a checkpoint, stop at the ends, and leave others alone', () => {
  expect(keyIndex('ArrowLeft', 0, 9)).toBe(0)
  expect(keyIndex('ArrowRight', 3, 9)).toBe(4)
  expect(keyIndex('End', 3, 9)).toBe(8)
  expect(keyIndex('PageUp', 6, 9)).toBe(8)
  expect(keyIndex('a', 3, 9)).toBeNull()
})

test('plots stay inside the page, side by side or stacked', () => {
  for (const [width, narrow] of [
    [1104, false],
    [700, false],
    [390, true],
  ] as const) {
    const { loss, norms } = plotsOf(width, narrow, ['LSTM'])
    // The longest name of a cell ends inside the page, and before the numbers of the norms.
    const long = plotsOf(width, narrow, ['LSTM', 'GRU, reset before'])
    expect((narrow ? width : long.norms.left - 30) - long.loss.right).toBeGreaterThan(17 * 6.7 + 8)
    expect(long.loss.right - long.loss.left).toBeGreaterThan(200)
    for (const plot of [loss, norms]) {
      expect(plot.right).toBeGreaterThan(plot.left)
      expect(plot.right).toBeLessThan(width)
    }
    if (!narrow) expect(norms.left).toBeGreaterThan(loss.right)
  }
})

test('rows of a map shrink with their number, yet can be seen', () => {
  expect(rowHeight(18)).toBe(4)
  expect(rowHeight(64)).toBe(2)
  expect(rowHeight(1)).toBe(40)
  expect(rowHeight(12)).toBe(4)
})

import fc from '../support/fc.ts'
import { expect, test } from 'vitest'
import { strandsOf, strandValue } from '../../src/describe/strands.ts'
import { shownUnits } from '../../src/ui/canvas/bins.ts'
import { blockOf } from '../../src/ui/canvas/block.ts'
import { heatRows, rowPixels } from '../../src/ui/canvas/heatmap.ts'
import { tableIndex, tableOf } from '../../src/ui/colour.ts'

const table = tableOf('hidden', 'light')

/** Red, green and blue of a pixel as it lies in memory. */
const rgbOf = (pixel: number): readonly number[] => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]

test('every pixel has the colour of the unit that stands for its row', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 16 }),
      fc.nat(),
      (H, T, most, seed) => {
        const rows = Math.min(H, most)
        const values = Float64Array.from({ length: T * H }, (_, k) => 1.4 * Math.sin(7 * k + seed))
        const from = Math.min(T - 1, seed % T)
        const pixels = rowPixels(
          values,
          H,
          heatRows(H, rows, () => table),
          { from, count: T - from },
        )
        for (let t = from; t < T; t++)
          shownUnits(values, H, t, rows).forEach((unit, row) => {
            const colour = table.rgb[tableIndex(table, values[t * H + unit]!)]
            expect(rgbOf(pixels[row * (T - from) + t - from]!)).toEqual(colour)
          })
      },
    ),
  )
})

test('a ribbon shows bins, and the selected unit after its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 17, max: 60 }), fc.nat(), fc.nat(), (H, selected, seed) => {
      const T = 5
      const values = Float64Array.from({ length: T * H }, (_, k) => 1.4 * Math.sin(7 * k + seed))
      const strands = strandsOf(H, selected % H)
      const rows = strands.map(({ from, to }) => ({ first: from, end: to, table }))
      const pixels = rowPixels(values, H, rows, { from: 0, count: T })
      expect(strands.some(({ unit }) => unit === selected % H)).toBe(true)
      for (let t = 0; t < T; t++)
        strands.forEach((strand, row) => {
          const value = strandValue(values.subarray(t * H, (t + 1) * H), strand)
          expect(rgbOf(pixels[row * T + t]!)).toEqual(table.rgb[tableIndex(table, value)])
        })
    }),
  )
})

test('what is no number has the middle of the table', () => {
  const [pixel] = rowPixels(
    [NaN],
    1,
    heatRows(1, 1, () => table),
    { from: 0, count: 1 },
  )
  expect(rgbOf(pixel!)).toEqual(table.rgb[64])
})

test('infinite values are clipped', () => {
  const [low, high] = rowPixels(
    [-Infinity, Infinity],
    2,
    heatRows(2, 2, () => table),
    { from: 0, count: 1 },
  )
  expect(rgbOf(low!)).toEqual(table.rgb[0])
  expect(rgbOf(high!)).toEqual(table.rgb.at(-1))
})

test('a block holds the steps in view with room to both sides, and moves now and then', () => {
  for (const T of [1, 24, 1024, 1025, 5000]) {
    let moves = 0
    let before = -1
    for (let first = 0; first + 80 <= Math.max(80, T); first++) {
      const last = Math.min(T, first + 80) - 1
      const { from, count } = blockOf(first, last, T)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(from + count).toBeLessThanOrEqual(T)
      expect(from).toBeLessThanOrEqual(Math.max(0, first - 256))
      expect(from + count).toBeGreaterThanOrEqual(Math.min(T, last + 257))
      if (from * T + count !== before) moves++
      before = from * T + count
    }
    expect(moves).toBeLessThanOrEqual(T <= 1024 ? 1 : 2 * Math.ceil(T / 256))
  }
})

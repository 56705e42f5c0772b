import { describe, expect, test } from 'vitest'
import { cellOf, cells } from '../../../src/engine/index.ts'
import { bandRows } from '../../../src/panels/bands/bandRows.ts'
import { endsAt, namedEvery } from '../../../src/panels/bands/LensPlot.tsx'

describe('the dot plot of a band', () => {
  test.each(cells.map((cell) => cell.id))(
    'has both ends of its axis for every unit of %s, clear of its number',
    (id) => {
      for (const H of [2, 3, 4, 6, 8, 16])
        for (const { slot, rowHeight, height } of bandRows(cellOf(id), 3, H, 'wide').slice(1))
          for (let unit = 0; unit < H; unit++) {
            const own = (unit + 0.5) * rowHeight
            const ends = endsAt(height, own)
            expect(ends, `${slot} ${unit} of ${H}`).not.toBeNull()
            expect(Math.abs(ends! - own)).toBeGreaterThanOrEqual(12)
            expect(ends).toBeGreaterThanOrEqual(5)
            expect(ends).toBeLessThanOrEqual(height - 5)
          }
      expect(endsAt(48, null)).toBe(24)
      // A band of one row has room for one number.
      expect(endsAt(14, 7)).toBeNull()
    },
  )

  test('names the components of x without overlap: all of six, every second of eight', () => {
    const every = (I: number): number => namedEvery(bandRows(cellOf('lstm'), I, 8, 'wide')[0]!.rowHeight)
    expect([1, 3, 5, 6, 7, 8, 12, 16].map(every)).toEqual([1, 1, 1, 1, 2, 2, 2, 3])
    for (let I = 1; I <= 20; I++) {
      const { rowHeight, rows } = bandRows(cellOf('lstm'), I, 8, 'wide')[0]!
      if (rows > every(I)) expect(every(I) * rowHeight).toBeGreaterThanOrEqual(12 - 1e-9)
    }
  })
})

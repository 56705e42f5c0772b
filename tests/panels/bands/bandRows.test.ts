import { describe, expect, test } from 'vitest'
import { cellOf, cells } from '../../../src/engine/index.ts'
import { bandRows, bandsHeight } from '../../../src/panels/bands/bandRows.ts'

describe('the bands of a cell', () => {
  test('have the heights of the design: 6 px a unit for the LSTM, 9 for the GRU, 14 for the RNN', () => {
    const heightOf = (id: string): number | undefined => bandRows(cellOf(id), 3, 8, 'wide').at(-1)?.rowHeight
    expect([heightOf('lstm'), heightOf('gru'), heightOf('rnn')]).toEqual([6, 9, 14])
  })

  test.each(cells.map((cell) => cell.id))('of %s follow one another without overlap', (id) => {
    for (const H of [1, 8, 16, 17, 512]) {
      const rows = bandRows(cellOf(id), 3, H, 'wide')
      expect(rows.map((row) => row.slot)).toEqual(['x', ...Object.keys(cellOf(id).equations)])
      rows.slice(1).forEach((row, k) => {
        expect(row.top).toBeGreaterThanOrEqual(rows[k]!.top + rows[k]!.height)
        expect(row.rows).toBeLessThanOrEqual(16)
        expect(row.rows * row.rowHeight).toBeCloseTo(row.height, 9)
      })
      expect(bandsHeight(rows, 'wide')).toBeGreaterThan(rows.at(-1)!.top)
    }
  })
})

/** Lines between the columns of a band: over those in view, and over few others, however long the sequence. */
import { expect, test } from 'vitest'
import { linedColumns } from '../../../src/panels/bands/Grid.tsx'

test.each([
  ['a short sequence whole', { from: 3, to: 9.5 }, 24, { from: 0, count: 24 }],
  ['of a long one what is near', { from: 2490.25, to: 2545 }, 5000, { from: 2432, count: 128 }],
  ['no further than the sequence', { from: 4950, to: 5000 }, 5000, { from: 4928, count: 72 }],
  ['nothing where nothing is', { from: 512, to: 512 }, 900, { from: 512, count: 0 }],
])('%s', (_, cut, T, expected) => {
  expect(linedColumns(cut, T)).toEqual(expected)
})

test('every column in view is lined', () => {
  for (let from = 0; from < 400; from += 0.75) {
    const lined = linedColumns({ from, to: from + 50 }, 1000)
    expect(lined.from).toBeLessThanOrEqual(from)
    expect(lined.from + lined.count).toBeGreaterThanOrEqual(from + 50)
    expect(lined.count).toBeLessThanOrEqual(50 + 2 * 64)
  }
})

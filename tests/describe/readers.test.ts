import { expect, test } from 'vitest'
import { readersOf } from '../../src/describe/readers.ts'
import { cellOf, cells } from '../../src/engine/index.ts'

test('the readers of the LSTM', () => {
  const lstm = cellOf('lstm')
  expect(readersOf(lstm, 'f')).toEqual({ now: ['c'], next: [], readout: false })
  expect(readersOf(lstm, 'c')).toEqual({ now: ['h'], next: ['c'], readout: false })
  expect(readersOf(lstm, 'h')).toEqual({ now: [], next: ['f', 'i', 'g', 'o'], readout: true })
  expect(readersOf(lstm, 'a_f')).toEqual({ now: ['f'], next: [], readout: false })
  expect(readersOf(lstm, 'x')).toEqual({ now: ['f', 'i', 'g', 'o'], next: [], readout: false })
})

test('the readers of the GRU: h is read by both gates, the candidate and its own mix', () => {
  expect(readersOf(cellOf('gru'), 'h').next).toEqual(['r', 'z', 'n', 'h'])
  expect(readersOf(cellOf('gru'), 'r').now).toEqual(['n'])
})

test('every value of every cell is read by something', () => {
  for (const cell of cells)
    for (const { name } of cell.flat.single.slots) {
      const { now, next, readout } = readersOf(cell, name)
      expect(now.length + next.length + Number(readout), `${cell.id} ${name}`).toBeGreaterThan(0)
    }
})

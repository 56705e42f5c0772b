import { expect, test } from 'vitest'
import { train } from '../../../src/i18n/train.ts'
import { mapSlots, stageRows } from '../../../src/panels/train/stageRows.ts'
import { parseNumber, parseWhole } from '../../../src/panels/train/Field.tsx'
import { formatBytes, problemText } from '../../../src/panels/train/problemText.ts'
import { formatLoss } from '../../../src/store/index.ts'
import { dashOf, formatMetric } from '../../../src/panels/train/words.ts'
import { cellOf, cells } from '../../../src/engine/index.ts'

test('numbers are read as they are written in both languages', () => {
  expect(['0.01', '0,01', '1e-3', ' 5 ', '.5', '−2'].map(parseNumber)).toEqual([
    0.01, 0.01, 0.001, 5, 0.5, -2,
  ])
  for (const text of ['', 'x', '1.2.3', '0x10', 'Infinity', '1e']) expect(parseNumber(text)).toBeNaN()
})

test('whole numbers are read with the groups of the language, and as they are', () => {
  expect(['2,000', '1,000,000', '2000', '12'].map((text) => parseWhole(text, 'en'))).toEqual([
    2000, 1e6, 2000, 12,
  ])
  expect(['2.000', '2000'].map((text) => parseWhole(text, 'es'))).toEqual([2000, 2000])
  expect(parseWhole('2,5', 'en')).toBe(2.5)
  expect(parseWhole('20,00', 'en')).toBe(20)
  expect(parseWhole('x', 'en')).toBeNaN()
})

test('a problem says its field and its numbers, in both languages', () => {
  const problem = { kind: 'batch', field: 'batch', batch: 2000, sequences: 384 } as const
  expect(problemText(problem, train.en, 'en')).toBe(
    'Batch: 2,000 is more than the 384 sequences there are. Make it smaller.',
  )
  expect(problemText(problem, train.es, 'es')).toBe(
    'Lote: 2.000 es más que las 384 secuencias que hay. Hazlo menor.',
  )
  expect(formatBytes(1.5 * 2 ** 30, train.es, 'es')).toBe('1,5 GB')
  expect(formatBytes(3 * 2 ** 20, train.en, 'en')).toBe('3 MB')
})

test('a number out of its range is told with what was expected, what came and what to do', () => {
  const range = { kind: 'range', field: 'learningRate', least: 0, most: 1e6, came: -2.5 } as const
  expect(problemText(range, train.en, 'en')).toBe(
    'Learning rate α: expected a number from 0 to 1,000,000, got −2.5. Enter one in this range.',
  )
  expect(problemText({ ...range, came: NaN }, train.es, 'es')).toBe(
    'Tasa de aprend. α: se esperaba un número de 0 a 1.000.000 y hay algo que no es un número. Escribe uno de ese intervalo.',
  )
  const below = { kind: 'below', field: 'beta1', least: 0, most: 1, came: 1 } as const
  expect(problemText(below, train.en, 'en')).toContain('from 0 to less than 1, got 1.')
  const clip = { kind: 'range', field: 'clip', least: 1e-9, most: 1e9, came: 0 } as const
  expect(problemText(clip, train.en, 'en')).toContain('from 1e−9 to 1,000,000,000, got 0. Enter one')
  const many = { kind: 'many', field: 'seeds', count: 17, most: 8 } as const
  expect(problemText(many, train.en, 'en')).toBe('Seeds: expected at most 8, got 17. Remove some.')
})

test.each(cells.map(({ id }) => id))(
  '%s: its rows lie below each other and its maps name its equations',
  (id) => {
    const cell = cellOf(id)
    const { memory, meters, hidden, input, height } = stageRows(cell)
    const rows = [...(memory ? [memory] : []), ...meters, hidden, input]
    for (let k = 1; k < rows.length; k++)
      expect(rows[k]!.top).toBeGreaterThanOrEqual(rows[k - 1]!.top + rows[k - 1]!.height)
    expect(height).toBeGreaterThan(input.top + input.height)
    const slots = mapSlots(cell).map(({ slot }) => slot)
    expect(new Set(slots).size).toBe(slots.length)
    for (const slot of slots) expect(Object.keys(cell.equations)).toContain(slot)
  },
)

test('losses keep their zeros, so that two of a column compare; counts have none', () => {
  expect([0.69, 1, 0.510004, 1.5].map((loss) => formatLoss(loss, 'en'))).toEqual([
    '0.690',
    '1.00',
    '0.510',
    '1.50',
  ])
  expect(formatLoss(0.5, 'es')).toBe('0,500')
  expect([12, 1, 12.5].map((metric) => formatMetric(metric, 'en'))).toEqual(['12', '1.00', '12.5'])
})

test('no two cells share a dash', () => {
  const dashes = cells.map(({ id }) => dashOf(id))
  expect(new Set(dashes).size).toBe(cells.length)
})

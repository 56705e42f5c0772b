import fc from '../support/fc.ts'
import { expect, test } from 'vitest'
import { balance, decimalsOf } from '../../src/describe/balance.ts'

const print = (value: number, least: number): number => Number(value.toFixed(decimalsOf(value, least)))

const column = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 9 })

test('what is printed adds up to the printed sum', () => {
  fc.assert(
    fc.property(column, fc.boolean(), (values, hasOthers) => {
      const sum = values.reduce((a, b) => a + b, 0)
      const index = hasOthers ? values.length - 1 : -1
      const { least, others, left } = balance(values, sum, index)
      const shown = values.map((value, k) => (k === index && others !== null ? others : print(value, least)))
      const total = shown.reduce((a, b) => a + b, 0) + (left ?? 0)
      const unit = 10 ** -decimalsOf(sum, least)
      // Half a unit of the last digit, for rows that have more digits than the sum.
      expect(Math.abs(total - print(sum, least))).toBeLessThanOrEqual(unit / 2 + 1e-9)
      // What rounding leaves over is small: half a unit a row.
      if (left !== null) expect(Math.abs(left)).toBeLessThanOrEqual(((values.length + 1) / 2 + 1) * unit)
      if (others !== null)
        expect(Math.abs(others - (values.at(-1) ?? 0))).toBeLessThanOrEqual(
          ((values.length + 1) / 2 + 1) * unit,
        )
    }),
  )
})

test('a column that adds up is left alone; one that does not gets a digit more, or says what is left', () => {
  expect(balance([0.25, 0.5], 0.75, -1)).toEqual({ least: 2, others: null, left: null })
  expect(balance([0.333, 0.333, 0.333], 0.999, -1)).toEqual({ least: 3, others: null, left: null })
  expect(balance([1 / 3, 1 / 3, 1 / 3], 1, -1)).toEqual({ least: 2, others: null, left: 0.01 })
  expect(balance([1 / 3, 1 / 3, 1 / 3], 1, 2).others).toBeCloseTo(0.34, 12)
})

test('three significant digits below 0.1', () => {
  expect([2.5, 0.1, 0.0996, 0.05, 0.00123, 0].map((value) => decimalsOf(value))).toEqual([2, 2, 4, 4, 5, 2])
})

import fc from '../support/fc.ts'
import { expect, test } from 'vitest'
import { balance, decimalsOf } from '../../src/describe/balance.ts'

const print = (value: number, least: number): number => Number(value.toFixed(decimalsOf(value, least)))

const column = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 9 })

test('what is printed adds up to the printed sum', () => {
  fc.assert(
    fc.property(column, (values) => {
      const sum = values.reduce((a, b) => a + b, 0)
      const { least, left } = balance(values, sum)
      const total = values.reduce((all, value) => all + print(value, least), left ?? 0)
      const unit = 10 ** -decimalsOf(sum, least)
      // Half a unit of the last digit, for rows that have more digits than the sum.
      expect(Math.abs(total - print(sum, least))).toBeLessThanOrEqual(unit / 2 + 1e-9)
      // What rounding leaves over is small: half a unit a row.
      if (left !== null) expect(Math.abs(left)).toBeLessThanOrEqual(((values.length + 1) / 2 + 1) * unit)
    }),
  )
})

test('a column that adds up is left alone; one that does not gets a digit more, or says what is left', () => {
  expect(balance([0.25, 0.5], 0.75)).toEqual({ least: 2, left: null })
  expect(balance([0.333, 0.333, 0.333], 0.999)).toEqual({ least: 3, left: null })
  expect(balance([1 / 3, 1 / 3, 1 / 3], 1)).toEqual({ least: 2, left: 0.01 })
})

test('three significant digits below 0.1', () => {
  expect([2.5, 0.1, 0.0996, 0.05, 0.00123, 0].map((value) => decimalsOf(value))).toEqual([2, 2, 4, 4, 5, 2])
})

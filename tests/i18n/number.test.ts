import { expect, test } from 'vitest'
import { formatExact, formatLoss, formatNumber, formatPercent } from '../../src/i18n/index.ts'

test.each([
  [0.7849, '0.78'],
  [-0.44, '−0.44'],
  [12.3456, '12.35'],
  [0.0933, '0.0933'],
  [-0.00123, '−0.00123'],
  [0.0999, '0.0999'],
  [0.09999, '0.10'],
  [0, '0.00'],
  [-0, '0.00'],
  [0.00001234, '1.2e−5'],
  [-0.00001234, '−1.2e−5'],
  [123456, '1.23e5'],
  [NaN, 'NaN'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
])('%d is written as %s', (value, text) => {
  expect(formatNumber(value, 'en')).toBe(text)
})

test('Spanish has a decimal comma', () => {
  expect(formatNumber(-0.44, 'es')).toBe('−0,44')
  expect(formatExact(0.1234567890123, 'es')).toBe('0,1234567890123')
})

test.each([
  [0.0000806, '8.06e−5'],
  [0.000123456, '0.000123'],
  [0.5, '0.500'],
  [0, '0.00'],
  [-2.5e-7, '−2.50e−7'],
  [1234.5, '1,230'],
  [123456, '1.23e5'],
  [NaN, 'NaN'],
])('a loss of %d is written as %s', (value, text) => {
  expect(formatLoss(value, 'en')).toBe(text)
  expect(formatLoss(value, 'es')).toBe(text.replace(/[.,]/, (sign) => (sign === '.' ? ',' : '')))
})

test('percentages are whole, with a space that does not break', () => {
  expect(formatPercent(0.064)).toBe('6\u00a0%')
  expect(formatPercent(-0.5)).toBe('−50\u00a0%')
  expect(formatPercent(NaN)).toBe('NaN')
})

test('an exact number has all its digits', () => {
  expect(formatExact(-0.1, 'en')).toBe('−0.1')
  expect(formatExact(-1.5e-7, 'es')).toBe('−1,5e−7')
  expect(Number(formatExact(1 / 3, 'en'))).toBe(1 / 3)
})

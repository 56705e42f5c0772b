import fc from '../support/fc.ts'
import { expect, test } from 'vitest'
import { formatSettings, parseSettings, rejectedSettings, type Fields } from '../../src/store/labSettings.ts'

const fields = {
  bias: { low: -4, high: 8, step: 0.25, usual: 1 },
  delay: { low: 2, high: 200, step: 1, usual: 40 },
  start: ['bias', 'chrono', 'trained'],
} as const satisfies Fields

test('what is as usual is left out', () => {
  const usual = { bias: 1, delay: 40, start: 'bias' } as const
  expect(parseSettings(fields, '')).toEqual(usual)
  expect(formatSettings(fields, usual)).toBe('')
  expect(formatSettings(fields, { ...usual, bias: -2.5, start: 'chrono' })).toBe('bias_-2.5*start_chrono')
})

test('what is written can be read again', () => {
  fc.assert(
    fc.property(
      fc.record({
        bias: fc.integer({ min: -16, max: 32 }).map((n) => n / 4),
        delay: fc.integer({ min: 2, max: 200 }),
        start: fc.constantFrom('bias' as const, 'chrono' as const, 'trained' as const),
      }),
      (settings) => {
        expect(parseSettings(fields, formatSettings(fields, settings))).toEqual(settings)
      },
    ),
  )
})

test('what cannot be followed is as usual, and numbers are held within their bounds', () => {
  expect(parseSettings(fields, 'bias_99*delay_-3*start_nowhere')).toEqual({
    bias: 8,
    delay: 2,
    start: 'bias',
  })
  // A delay counts steps; a bias may lie between those of its slider.
  expect(parseSettings(fields, 'bias_1.1*delay_40.6')).toMatchObject({ bias: 1.1, delay: 41 })
  for (const text of ['bias', 'bias_', 'bias_x', '_2', '**', 'constructor_1', 'bias_NaN', 'bias_Infinity'])
    expect(parseSettings(fields, text)).toEqual({ bias: 1, delay: 40, start: 'bias' })
})

test('what cannot be followed is told with what was expected, what came and what is shown', () => {
  expect(rejectedSettings(fields, 'bias_99*delay_*start_nowhere*other_1*loose')).toEqual([
    { key: 'set', expected: 'bias_-4 – bias_8', got: 'bias_99', shown: 'bias_8' },
    { key: 'set', expected: 'delay_2 – delay_200', got: 'delay_', shown: 'delay_40' },
    {
      key: 'set',
      expected: 'start_bias, start_chrono, start_trained',
      got: 'start_nowhere',
      shown: 'start_bias',
    },
    { key: 'set', expected: 'bias, delay, start', got: 'other_1', shown: '' },
    { key: 'set', expected: 'bias, delay, start', got: 'loose', shown: '' },
  ])
  expect(rejectedSettings(fields, '')).toEqual([])
  expect(rejectedSettings(fields, 'bias_1.1*delay_40*start_chrono')).toEqual([])
  expect(rejectedSettings(fields, 'toString_1')).toHaveLength(1)
})

/** One scale for the colours and the axes of a quantity: it holds every value of the sequence. */
import { expect, test } from 'vitest'
import { reachOfValues, roundUp } from '../../src/describe/reach.ts'

test('values within 1 have a scale from −1 to 1', () => {
  expect(reachOfValues([0.2, -1, 0.9])).toBe(1)
  expect(reachOfValues([])).toBe(1)
})

test('larger ones the next 1, 2 or 5 times a power of ten', () => {
  expect([1.01, 2, 2.1, 5, 5.5, 10, 10.1, 15, 21, 99, 101].map(roundUp)).toEqual([
    2, 2, 5, 5, 10, 10, 20, 20, 50, 100, 200,
  ])
  expect(reachOfValues(Float32Array.of(-14.7, 3))).toBe(20)
})

test('what is no number stretches nothing', () => {
  expect(reachOfValues([Number.NaN, Number.POSITIVE_INFINITY, 1.5])).toBe(2)
})

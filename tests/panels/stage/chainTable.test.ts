/** Which steps the table of the chain holds. */
import { expect, test } from 'vitest'
import { tableSpan } from '../../../src/panels/stage/ChainTable.tsx'

test('all drawn steps, as long as they are few', () => {
  expect(tableSpan(0, 23, 9)).toEqual({ first: 0, last: 23 })
  expect(tableSpan(100, 129, 120)).toEqual({ first: 100, last: 129 })
})

test('of many steps a block that holds the open one, within what is drawn', () => {
  for (let t = 100; t <= 190; t++) {
    const { first, last } = tableSpan(100, 190, t)
    expect(first).toBeLessThanOrEqual(t)
    expect(last).toBeGreaterThanOrEqual(t)
    expect(last - first).toBeLessThan(24)
    expect(first).toBeGreaterThanOrEqual(100)
    expect(last).toBeLessThanOrEqual(190)
  }
  // The block stays while the clock moves within it.
  expect(tableSpan(100, 190, 121)).toEqual(tableSpan(100, 190, 143))
})

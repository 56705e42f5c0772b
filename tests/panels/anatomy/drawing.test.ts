/** What the marks of the open cell read. */
import { expect, test } from 'vitest'
import { at, carryInto } from '../../../src/engine/index.ts'
import { valuesAt } from '../../../src/panels/anatomy/drawing.ts'
import { networkOf, randomCase, traceOf } from '../../engine/support/networks.ts'

test('the values of a step are the same array as long as it stays, so that their rows need not render', () => {
  const layer = traceOf(randomCase(networkOf('lstm', { H: 4, I: 2 }), 3, 7)).traces[0]!
  const values = valuesAt(layer, 1)
  const [now, before] = [
    { slot: 'c', previous: false },
    { slot: 'c', previous: true },
  ]
  expect(values({ ...now })).toBe(values({ ...now }))
  expect(values({ ...before })).toBe(values({ ...before }))
  expect(Array.from(values(now))).toEqual([...at(layer, 1, 'c')])
  expect(Array.from(values(before))).toEqual([...carryInto(layer, 1, 'c')])
  expect(values(now)).not.toEqual(values(before))
  expect(valuesAt(layer, 2)(before)).toEqual(values(now))
})

import { expect, test } from 'vitest'
import { signedLog, signedLogPlane, signedLogTicks } from '../../src/ui/signedLog.ts'

test('a decade is a third of the way, signs are kept, the small is 0, the large is clipped', () => {
  expect(signedLog(0.1, 0.1)).toBe(1)
  expect(signedLog(-0.01, 0.1)).toBeCloseTo(-2 / 3)
  expect(signedLog(0.001, 0.1)).toBeCloseTo(1 / 3)
  expect(signedLog(0.0001, 0.1)).toBe(0)
  expect(signedLog(0, 0.1)).toBe(0)
  expect(signedLog(-7, 0.1)).toBe(-1)
  expect(signedLog(NaN, 0.1)).toBeNaN()
  expect(Array.from(signedLogPlane([0.1, -0.1], 0.1))).toEqual([1, -1])
})

test('ticks stand where their values do', () => {
  for (const { place, value } of signedLogTicks(0.01)) expect(signedLog(value, 0.01)).toBeCloseTo(place)
})

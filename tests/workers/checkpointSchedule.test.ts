import fc from '../support/fc.ts'
import { expect, test } from 'vitest'
import { isKept, keptUpdates, keptUpTo, levelFor, thin } from '../../src/workers/checkpointSchedule.ts'

test('level 0 keeps the squares, level 1 every other one', () => {
  expect(keptUpdates(30, 0)).toEqual([0, 1, 4, 9, 16, 25])
  expect(keptUpdates(30, 1)).toEqual([0, 4, 16])
  expect(keptUpdates(30, 2)).toEqual([0, 16])
})

test('what is kept is what is listed, and as many as counted', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.nat(4), (update, level) => {
      const listed = keptUpdates(update, level)
      expect(listed).toHaveLength(keptUpTo(update, level))
      const all = Array.from({ length: update + 1 }, (_, n) => n)
      expect(all.filter((n) => isKept(n, level))).toEqual(listed)
    }),
    { numRuns: 40 },
  )
})

test('a higher level keeps nothing that a lower one dropped', () => {
  fc.assert(
    fc.property(fc.nat(1e7), fc.nat(8), (update, level) => {
      for (const kept of keptUpdates(Math.min(update, 20_000), level + 1))
        expect(isKept(kept, level)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('the level for a limit keeps within it, and one lower would not', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.integer({ min: 2, max: 200 }), (update, most) => {
      const level = levelFor(update, most)
      expect(keptUpTo(update, level)).toBeLessThanOrEqual(most)
      if (level > 0) expect(keptUpTo(update, level - 1)).toBeGreaterThan(most)
    }),
  )
})

test('thinning splits without losing anything', () => {
  const checkpoints = keptUpdates(100, 0).map((update) => ({ update }))
  const { kept, dropped } = thin(checkpoints, 1)
  expect(kept.map(({ update }) => update)).toEqual([0, 4, 16, 36, 64, 100])
  expect(dropped.map(({ update }) => update)).toEqual([1, 9, 25, 49, 81])
})

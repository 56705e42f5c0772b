import fc from '../support/fc.ts'
import { describe, expect, test } from 'vitest'
import { evenForm, lensForm, scaleBetween, stepOn, timeScale } from '../../src/ui/timeScale.ts'

const size = fc.record({
  T: fc.integer({ min: 1, max: 400 }),
  width: fc.integer({ min: 540, max: 1600 }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  folded: fc.boolean(),
})

describe('the time scale', () => {
  test('columns fill the width one after the other, the open step among them', () => {
    fc.assert(
      fc.property(size, ({ T, width, at, folded }) => {
        const t = Math.min(T - 1, Math.floor(at * T))
        const open = folded ? null : { t, lens: 500 }
        const scale = timeScale({ T, start: 98, width, open })
        expect(scale.left(scale.first)).toBeCloseTo(98, 9)
        for (let k = scale.first; k < scale.last; k++)
          expect(scale.left(k + 1)).toBeCloseTo(scale.left(k) + scale.width(k), 6)
        if (!folded) {
          expect(scale.first).toBeLessThanOrEqual(t)
          expect(scale.last).toBeGreaterThanOrEqual(t)
        }
        expect(scale.left(scale.last) + scale.width(scale.last)).toBeLessThanOrEqual(98 + width + 1e-6)
      }),
    )
  })

  test('finds the step under a point', () => {
    fc.assert(
      fc.property(size, ({ T, width, at, folded }) => {
        const t = Math.min(T - 1, Math.floor(at * T))
        const scale = timeScale({ T, start: 98, width, open: folded ? null : { t, lens: 500 } })
        for (let k = scale.first; k <= scale.last; k++) expect(scale.stepAt(scale.middle(k))).toBe(k)
        expect(scale.stepAt(-50)).toBe(scale.first)
        expect(scale.stepAt(1e5)).toBe(scale.last)
      }),
    )
  })

  test('a window of equal columns holds the step that it is asked to, in its middle or at an end', () => {
    for (const centre of [0, 3, 150, 298, 299]) {
      const scale = timeScale({ T: 300, start: 98, width: 986, open: null, centre })
      expect(scale.first).toBeLessThanOrEqual(centre)
      expect(scale.last).toBeGreaterThanOrEqual(centre)
      expect(scale.last - scale.first + 1).toBe(Math.floor(986 / 18))
      expect(scale.left(centre)).toBeGreaterThanOrEqual(98)
      expect(scale.left(centre) + scale.width(centre)).toBeLessThanOrEqual(98 + 986 + 1e-9)
    }
    expect(timeScale({ T: 300, start: 98, width: 986, open: null, centre: 150 }).first).toBe(150 - 27)
  })

  test('moving the lens by one step shifts only the column that it passes', () => {
    const [before, after] = [9, 10].map((t) =>
      timeScale({ T: 24, start: 98, width: 986, open: { t, lens: 500 } }),
    )
    const moved = Array.from({ length: 24 }, (_, k) => after!.left(k) - before!.left(k))
    const passed = moved.flatMap((by, k) => (Math.abs(by) > 1e-9 ? [k] : []))
    expect(passed).toEqual([10])
  })
})

test('draws no more columns than it is asked to, in every form', () => {
  for (const t of [0, 7, 150, 299]) {
    const form = { T: 300, start: 98, width: 1000, most: 9 }
    const unrolled = scaleBetween(lensForm({ ...form, lens: 500 }), evenForm(form), 0, t)
    expect(unrolled.last - unrolled.first + 1).toBe(9)
    expect(unrolled.left(unrolled.last) + unrolled.width(unrolled.last)).toBeCloseTo(1098, 6)
    const folded = scaleBetween(lensForm({ ...form, lens: 500 }), evenForm(form), 1, t)
    expect(folded.last - folded.first + 1).toBe(9)
    for (const scale of [unrolled, folded]) {
      expect(scale.first).toBeLessThanOrEqual(t)
      expect(scale.last).toBeGreaterThanOrEqual(t)
    }
  }
  // Asked for more than fit, it draws those that fit.
  const { first, last } = timeScale({ T: 300, start: 98, width: 1000, open: { t: 9, lens: 500 }, most: 5000 })
  expect(last - first + 1).toBeLessThan(60)
})

test('before the columns there is no step, also where the two forms have more columns than are seen', () => {
  const form = { T: 60, start: 98, width: 980 }
  const forms = [lensForm({ ...form, lens: 500 }), evenForm(form)] as const
  for (const fold of [0, 0.1, 0.5, 1]) {
    const scale = scaleBetween(...forms, fold, 30)
    for (const x of [0, 20, 97]) expect(stepOn(scale, x, 98)).toBeNull()
    expect(stepOn(scale, 98, 98)).toBe(scale.stepAt(98))
    expect(stepOn(scale, 5000, 98)).toBe(scale.last)
  }
  const still = scaleBetween(...forms, 0, 30)
  expect(stepOn(still, 97)).toBeNull()
  expect(stepOn(still, 99)).toBe(still.first)
})

test('without room for the columns none has a negative width', () => {
  for (const open of [null, { t: 2, lens: 500 }]) {
    const scale = timeScale({ T: 5, start: 98, width: -40, open })
    expect(scale.w).toBeGreaterThan(0)
    expect(scale.stepAt(98)).toBeGreaterThanOrEqual(0)
  }
})

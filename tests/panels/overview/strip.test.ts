import fc from '../../support/fc.ts'
import { describe, expect, test } from 'vitest'
import {
  brushOf,
  gripOf,
  isWindowed,
  presenceAt,
  spanOf,
  spanOfKey,
  stepAt,
  stepOfKey,
  windowAt,
} from '../../../src/panels/overview/strip.ts'
import { evenForm, lensForm, timeScale } from '../../../src/ui/timeScale.ts'

const scaleAt = (t: number, T = 300) => timeScale({ T, start: 98, width: 986, open: { t, lens: 500 } })

const cases = fc
  .integer({ min: 1, max: 10_000 })
  .chain((T) =>
    fc.tuple(fc.constant(T), fc.integer({ min: 0, max: T - 1 }), fc.integer({ min: 0, max: 1200 })),
  )

describe('the brush', () => {
  test('stays on the strip, holds the needle and can be seen, for any length, step and width', () => {
    fc.assert(
      fc.property(cases, ([T, t, width]) => {
        const brush = brushOf(scaleAt(t, T), t, width)
        expect(brush.left).toBeGreaterThanOrEqual(0)
        expect(brush.left + brush.width).toBeLessThanOrEqual(width + 1e-6)
        expect(brush.width).toBeGreaterThanOrEqual(Math.min(8, width))
        expect(brush.needle).toBeGreaterThanOrEqual(brush.left - 1e-6)
        expect(brush.needle).toBeLessThanOrEqual(brush.left + brush.width + 1e-6)
      }),
    )
  })

  test('is as wide as the part of the steps that is drawn', () => {
    expect(brushOf({ T: 100, first: 20, last: 44 }, 30, 400)).toEqual({ left: 80, width: 100, needle: 122 })
  })

  test('of no step at all is still there to grab', () => {
    expect(brushOf({ T: 100, first: 10, last: 9 }, 10, 400)).toMatchObject({ left: 36, width: 8 })
    expect(brushOf({ T: 0, first: 0, last: -1 }, 0, 400)).toEqual({ left: 0, width: 8, needle: 0 })
  })

  test('of one step in ten thousand stays on the strip at both ends', () => {
    expect(brushOf({ T: 10_000, first: 0, last: 0 }, 0, 400).left).toBe(0)
    const { left, width } = brushOf({ T: 10_000, first: 9_999, last: 9_999 }, 9_999, 400)
    expect(left + width).toBe(400)
  })

  test('is there only when some steps have no column', () => {
    expect(isWindowed(scaleAt(5, 24))).toBe(false)
    for (const t of [0, 150, 299]) expect(isWindowed(scaleAt(t))).toBe(true)
  })
})

describe('pointer', () => {
  test('a press on the needle of any step opens that step', () => {
    fc.assert(
      fc.property(cases, ([T, t, width]) => {
        fc.pre(width > 0)
        expect(stepAt(brushOf(scaleAt(t, T), t, width).needle, T, width)).toBe(t)
      }),
    )
  })

  test('beyond the ends it stays at the first and last step, and on no strip at the first', () => {
    expect(stepAt(-50, 300, 400)).toBe(0)
    expect(stepAt(400, 300, 400)).toBe(299)
    expect(stepAt(9_000, 300, 400)).toBe(299)
    expect(stepAt(10, 300, 0)).toBe(0)
    expect(stepAt(10, 0, 400)).toBe(0)
  })

  test('a press on the brush that does not move changes nothing; elsewhere the needle comes', () => {
    const t = 150
    const brush = brushOf(scaleAt(t), t, 986)
    for (const x of [brush.left, brush.needle, brush.left + brush.width])
      expect(stepAt(x + gripOf(brush, x), 300, 986)).toBe(t)
    expect(gripOf(brush, 10)).toBe(0)
    expect(gripOf(brush, 980)).toBe(0)
  })
})

describe('keys', () => {
  const view = { T: 300, first: 100, last: 134 }

  test('go a step, a window, or to an end, and no further', () => {
    expect(stepOfKey('ArrowLeft', 120, view)).toBe(119)
    expect(stepOfKey('ArrowRight', 120, view)).toBe(121)
    expect(stepOfKey('PageUp', 120, view)).toBe(85)
    expect(stepOfKey('PageDown', 120, view)).toBe(155)
    expect(stepOfKey('Home', 120, view)).toBe(0)
    expect(stepOfKey('End', 120, view)).toBe(299)
    expect(stepOfKey('PageUp', 3, view)).toBe(0)
    expect(stepOfKey('PageDown', 290, view)).toBe(299)
    expect(stepOfKey('ArrowRight', 299, view)).toBe(299)
  })

  test('a window of no step still moves by one', () => {
    expect(stepOfKey('PageDown', 5, { T: 10, first: 5, last: 4 })).toBe(6)
  })

  test('the others keep their meaning', () => {
    for (const key of ['ArrowUp', 'ArrowDown', ' ', '1', 'a']) expect(stepOfKey(key, 5, view)).toBeNull()
  })
})

describe('drawing an end of the brush', () => {
  const view = { T: 300, first: 100, last: 134 }

  test('at its place asks for the window that is there', () => {
    // 35 steps around step 117, on 600 px: 2 px a step.
    expect(spanOf('last', 2 * 135, 117, view, 600)).toBe(35)
    expect(spanOf('first', 2 * 100, 117, view, 600)).toBe(35)
  })

  test('draws the window out and in around the open step', () => {
    expect(spanOf('last', 2 * 140, 117, view, 600)).toBe(45)
    expect(spanOf('first', 2 * 110, 117, view, 600)).toBe(15)
  })

  test('at an end of the sequence moves that end alone', () => {
    expect(spanOf('last', 2 * 20, 5, { T: 300, first: 0, last: 34 }, 600)).toBe(20)
    expect(spanOf('first', 2 * 280, 295, { T: 300, first: 265, last: 299 }, 600)).toBe(20)
  })

  test('past the open step, off the strip or without a strip asks for a number all the same', () => {
    expect(spanOf('last', 2 * 90, 117, view, 600)).toBeLessThanOrEqual(0)
    expect(spanOf('first', 2 * 130, 117, view, 600)).toBeLessThanOrEqual(0)
    expect(spanOf('last', 10, 0, { T: 0, first: 0, last: -1 }, 0)).toBe(0)
    fc.assert(
      fc.property(cases, fc.integer({ min: -3000, max: 3000 }), ([T, t, width], x) => {
        for (const edge of ['first', 'last'] as const)
          expect(Number.isInteger(spanOf(edge, x, t, scaleAt(t, T), width))).toBe(true)
      }),
    )
  })

  test('plus and minus do it by key, by two steps at least', () => {
    expect(spanOfKey('+', view)).toBe(39)
    expect(spanOfKey('=', view)).toBe(39)
    expect(spanOfKey('-', view)).toBe(31)
    expect(spanOfKey('-', { T: 300, first: 3, last: 5 })).toBe(1)
    expect(spanOfKey('ArrowLeft', view)).toBeNull()
  })
})

describe('while the chain folds', () => {
  const formsOf = (T: number) => {
    const options = { T, start: 98, width: 986 }
    return [lensForm({ ...options, lens: 500 }), evenForm(options)] as const
  }

  test('the ends of the window go straight from those of one form to those of the other', () => {
    const forms = formsOf(300)
    const [open, even] = [windowAt(forms, 0, 150), windowAt(forms, 1, 150)]
    expect(open).toMatchObject({ first: scaleAt(150).first, last: scaleAt(150).last })
    expect(even.last - even.first + 1).toBe(54)
    expect(windowAt(forms, 0.5, 150)).toEqual({
      T: 300,
      first: (open.first + even.first) / 2,
      last: (open.last + even.last) / 2,
    })
  })

  test('the strip goes where only one form needs it', () => {
    expect([0, 0.25, 1].map((fold) => presenceAt(formsOf(24), fold, 9))).toEqual([0, 0, 0])
    expect([0, 0.25, 1].map((fold) => presenceAt(formsOf(40), fold, 9))).toEqual([1, 0.75, 0])
    expect([0, 0.25, 1].map((fold) => presenceAt(formsOf(300), fold, 9))).toEqual([1, 1, 1])
  })
})

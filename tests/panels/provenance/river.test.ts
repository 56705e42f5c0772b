import fc from '../../support/fc.ts'
import { describe, expect, test } from 'vitest'
import { provenance, strongest, unitMemory, type UnitMemory } from '../../../src/describe/provenance.ts'
import { masses } from '../../../src/describe/provenanceHistory.ts'
import {
  placeLabels,
  riverOf,
  verticalScale,
  type Ribbon,
  type River,
} from '../../../src/panels/provenance/river.ts'
import { stopOfKey } from '../../../src/panels/provenance/Ribbons.tsx'
import { timeScale, type TimeScale } from '../../../src/ui/timeScale.ts'
import { networkOf, randomCase, traceOf } from '../../engine/support/networks.ts'

const T = 12
const HEIGHT = 100

interface Asked {
  readonly t: number
  readonly cell?: string
  readonly most?: number
  readonly seed?: number
  readonly reversed?: boolean
  readonly open?: number | null
  readonly width?: number
}

const build = (asked: Asked) => {
  const { t, cell = 'lstm', most = 50, seed = 7, reversed = false, width = 900 } = asked
  const open = asked.open === undefined ? t : asked.open
  const network = networkOf(cell, { direction: reversed ? 'reverse' : 'forward' })
  const layer = traceOf(randomCase(network, T, seed)).traces[0]!
  const found = provenance(layer, 1, t)!
  const memory = unitMemory(layer, found.update, 1)
  const scale = timeScale({ T, start: 98, width, open: open === null ? null : { t: open, lens: 500 } })
  const sides = masses(memory)
  const parts = strongest(found.shares, most).shown
  const river = riverOf({ memory, masses: sides, parts, t, scale, top: 10, height: HEIGHT })
  return { river, found, scale, memory, perUnit: verticalScale(sides, 10, HEIGHT).perUnit }
}

const numbersIn = (path: string): readonly number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)

const xs = ({ ribbons }: River): readonly number[] =>
  ribbons.flatMap(({ path }) => numbersIn(path).filter((_, k) => k % 2 === 0))

const within = (river: River, scale: TimeScale): void => {
  const right = scale.left(scale.last) + scale.width(scale.last)
  for (const x of xs(river)) {
    expect(x).toBeGreaterThanOrEqual(scale.left(scale.first) - 1e-3)
    expect(x).toBeLessThanOrEqual(right + 1e-3)
  }
}

describe('the river', () => {
  test('ends as thick as the shares, and its line where the value is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: T - 1 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.boolean(),
        fc.constantFrom('lstm', 'gru', 'mingru'),
        (t, seed, reversed, cell) => {
          const { river, found, scale, perUnit } = build({ t, seed, reversed, cell })
          for (const { part, end, isNegative } of river.ribbons) {
            if (!part) continue
            expect(end.thickness).toBeCloseTo(Math.abs(part.share) * perUnit, 6)
            expect(isNegative).toBe(part.share < 0)
            expect(isNegative ? end.y >= river.zero : end.y <= river.zero).toBe(true)
          }
          expect(numbersIn(river.value).at(-1)).toBeCloseTo(river.zero - found.value * perUnit, 2)
          within(river, scale)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('has all writes that are not shown as one grey ribbon a side, so that the heap stays whole', () => {
    const whole = build({ t: 9 })
    const few = build({ t: 9, most: 2 })
    const thickness = ({ river }: typeof few): number =>
      river.ribbons.reduce((sum, { end }) => sum + end.thickness, 0)
    expect(few.river.ribbons.filter(({ part }) => part !== null)).toHaveLength(2)
    expect(few.river.ribbons.some(({ part }) => part === null)).toBe(true)
    expect(thickness(few)).toBeCloseTo(thickness(whole), 6)
  })

  test('keeps every ribbon apart from the others of its side where it ends', () => {
    const { river } = build({ t: 11 })
    for (const isDown of [false, true]) {
      const side = river.ribbons
        .filter(({ isNegative }) => isNegative === isDown)
        .toSorted((a, b) => Math.abs(a.end.y - river.zero) - Math.abs(b.end.y - river.zero))
      side.reduce((edge, { end }) => {
        expect(Math.abs(end.y - river.zero) - end.thickness / 2).toBeCloseTo(edge, 6)
        return edge + end.thickness
      }, 0)
    }
  })

  test('of a window comes in at its left edge', () => {
    const { river, scale } = build({ t: 8, width: 560 })
    expect(scale.first).toBeGreaterThan(0)
    within(river, scale)
    const oldest = river.ribbons.find(({ part }) => part !== null && part.step < scale.first)
    expect(numbersIn(oldest!.path)[0]).toBeCloseTo(scale.left(scale.first), 6)
  })

  test('of the step before the open one just enters the lens', () => {
    const { river, scale } = build({ t: 5, open: 6 })
    expect(river.endX).toBeGreaterThan(scale.left(6))
    expect(river.endX).toBeLessThan(scale.left(6) + 60)
    const back = build({ t: 6, open: 5, reversed: true })
    expect(back.river.direction).toBe(-1)
    expect(back.river.endX).toBeLessThan(back.scale.left(5) + 500)
    expect(back.river.endX).toBeGreaterThan(back.scale.left(5) + 440)
  })

  test('of a memory that is 0 throughout is a line without a slip', () => {
    const zero: UnitMemory = { ...build({ t: 0 }).memory, initial: 0, value: () => 0, written: () => 0 }
    expect(verticalScale(masses(zero), 10, 100)).toEqual({ zero: 60, perUnit: 0 })
  })

  test('draws no path through a value that is not a number', () => {
    const { memory, scale, found } = build({ t: 4 })
    const broken = { ...memory, keep: () => NaN, value: () => NaN, isSet: () => false }
    const river = riverOf({
      memory: broken,
      masses: masses(broken),
      parts: found.shares,
      t: 4,
      scale,
      top: 10,
      height: HEIGHT,
    })
    for (const { path } of river.ribbons) expect(path).not.toMatch(/NaN/)
    expect(river.value).not.toMatch(/NaN/)
  })
})

describe('labels', () => {
  const ribbon = (y: number, thickness: number, step = y): Ribbon => ({
    part: { step, kind: 'write', written: thickness, kept: 1, share: thickness },
    isNegative: false,
    path: '',
    end: { x: 0, y, thickness },
  })

  test('keep their order, their distance and the height, whatever the ribbons', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.float({ min: 0, max: 120, noNaN: true }), fc.integer({ min: 0, max: 40 })), {
          maxLength: 12,
        }),
        (ends) => {
          const labels = placeLabels(
            ends.map(([y, thickness], k) => ribbon(y, thickness, k)),
            10,
            110,
            16,
          )
          expect(labels.length).toBe(Math.min(ends.length, 7))
          labels.forEach(({ y }, k) => {
            expect(y).toBeGreaterThanOrEqual(10 - 1e-9)
            expect(y).toBeLessThanOrEqual(110 + 1e-9)
            if (k > 0) expect(y - labels[k - 1]!.y).toBeGreaterThanOrEqual(16 - 1e-9)
          })
        },
      ),
    )
  })

  test('of the weakest are left out first', () => {
    const labels = placeLabels([ribbon(20, 1), ribbon(22, 9), ribbon(24, 5)], 10, 30, 16)
    expect(labels.map(({ ribbon: { end } }) => end.thickness)).toEqual([9, 5])
  })
})

test('arrows go from ribbon to ribbon and stop at the ends; other keys keep their meaning', () => {
  expect(stopOfKey('ArrowRight', 2, 4, 1)).toBe(3)
  expect(stopOfKey('ArrowRight', 3, 4, 1)).toBe(3)
  expect(stopOfKey('ArrowLeft', 2, 4, -1)).toBe(3)
  expect(stopOfKey('Home', 2, 4, 1)).toBe(0)
  expect(stopOfKey('End', 2, 4, 1)).toBe(3)
  expect(stopOfKey('a', 2, 4, 1)).toBeNull()
})

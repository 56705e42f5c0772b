/** The stage's one geometry: its ends, the way between them, and what never happens on it. */
import fc from '../../support/fc.ts'
import { describe, expect, test } from 'vitest'
import { foldedGeometries, paneLeft } from '../../../src/panels/stage/foldedGeometry.ts'
import { shapeOf } from '../../../src/panels/stage/stageShape.ts'
import {
  copiesAt,
  copySpans,
  hitBox,
  stageFrame,
  tokenPlace,
  type StageFrame,
} from '../../../src/panels/stage/stageFrame.ts'
import { neighbourScale, stages } from '../../../src/panels/stage/stageGeometry.ts'
import { timeScale } from '../../../src/ui/timeScale.ts'
import { formsFor, scaleFor } from './scene.ts'

const shape = (T: number, width = 1104) => shapeOf(formsFor(T, width), width)

const place = fc.record({
  T: fc.integer({ min: 1, max: 400 }),
  width: fc.constantFrom(390, 843, 1104, 1500),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  fold: fc.double({ min: 0, max: 1, noNaN: true }),
})

/** Every number of a frame, for steps 0 … T − 1. */
const numbersOf = (frame: StageFrame, T: number): readonly number[] => [
  frame.pane.x,
  frame.pane.y,
  ...Object.values(frame.box),
  frame.height,
  frame.input,
  frame.numbers,
  frame.copyWidth,
  ...Array.from({ length: T }, (_, k) => [frame.scale.left(k), frame.scale.middle(k), frame.copy(k)]).flat(),
]

describe('the ends', () => {
  test('unrolled is the chain as it stood: one lens among equal columns', () => {
    const { scale, pane, box, height, copy } = stageFrame(shape(24), 0, 9)
    const expected = scaleFor(24, 9)
    for (let k = 0; k < 24; k++) {
      expect(scale.left(k)).toBe(expected.left(k))
      expect(scale.width(k)).toBe(expected.width(k))
      if (k !== 9) expect(copy(k)).toBe(expected.left(k))
    }
    expect(pane).toEqual({ x: expected.left(9), y: 0 })
    expect(box).toMatchObject({ x: expected.left(9), y: stages.unrolled.top, width: 500, radius: 0 })
    expect(height).toBe(384 + 30)
  })

  test('folded is the pane in the middle over equal columns', () => {
    const { scale, pane, box, height, gathered, looped } = stageFrame(shape(24), 1, 9)
    const expected = timeScale({ T: 24, start: 98, width: 986, open: null })
    for (let k = 0; k < 24; k++) expect(scale.left(k)).toBe(expected.left(k))
    expect(scale.open).toBeNull()
    const { wide } = foldedGeometries
    expect(pane).toEqual({ x: paneLeft(wide, 1104), y: wide.top })
    expect(box).toEqual({
      x: paneLeft(wide, 1104),
      y: wide.top + wide.box.top,
      width: 500,
      height: wide.box.bottom - wide.box.top,
      radius: 8,
    })
    expect([height, gathered, looped]).toEqual([488 + 30, 1, 1])
  })

  test('on a narrow screen they are the neighbours around the lens, and the folded pane', () => {
    const unrolled = stageFrame(shape(24, 390), 0, 9)
    const expected = neighbourScale(24, 9, 390, 302)
    for (const k of [8, 9, 10]) expect(unrolled.scale.left(k)).toBe(expected.left(k))
    expect([unrolled.scale.first, unrolled.scale.last]).toEqual([8, 10])
    expect(stageFrame(shape(24, 390), 1, 9).pane).toEqual({ x: 44, y: foldedGeometries.narrow.top })
  })

  test('stand the tokens where the lens, the columns and the axis have them', () => {
    const wide = shape(24)
    const [open, folded] = [stageFrame(wide, 0, 9), stageFrame(wide, 1, 9)]
    expect(tokenPlace(wide, open, 9, true)).toEqual({
      x: scaleFor(24, 9).left(9) + 48,
      y: 356 - 14 + 13.5,
      width: 9,
      height: 27,
    })
    expect(tokenPlace(wide, open, 3, false)).toMatchObject({ x: scaleFor(24, 9).middle(3), width: 8 })
    for (const isOpen of [true, false])
      expect(tokenPlace(wide, folded, 9, isOpen)).toMatchObject({
        x: folded.scale.middle(9),
        y: 462,
        width: 10,
        height: 21,
      })
  })

  test('count T copies, and one cell', () => {
    expect([copiesAt(0, 24), copiesAt(1, 24), copiesAt(0, 1), copiesAt(1, 1)]).toEqual([24, 1, 1, 1])
  })
})

describe('between the ends', () => {
  test('nothing jumps, and everything goes one way', () => {
    fc.assert(
      fc.property(place, ({ T, width, at }) => {
        const t = Math.min(T - 1, Math.floor(at * T))
        const made = shape(T, width)
        const steps = 200
        const frames = Array.from({ length: steps + 1 }, (_, k) =>
          numbersOf(stageFrame(made, k / steps, t), Math.min(T, 60)),
        )
        const total = frames[0]!.map((from, n) => frames[steps]![n]! - from)
        // A two-hundredth of the way moves nothing by more than a twenty-fifth of the stage.
        const most = Math.max(60, width / 25) + T
        for (let k = 1; k <= steps; k++) {
          const moved = frames[k]!.map((value, n) => Math.abs(value - frames[k - 1]![n]!))
          expect(moved.filter((by) => !(by < most))).toEqual([])
        }
        // The pane, its box, the height and the rows go straight from end to end.
        for (let n = 0; n < 9; n++)
          for (let k = 1; k <= steps; k++)
            expect((frames[k]![n]! - frames[k - 1]![n]!) * Math.sign(total[n]!)).toBeGreaterThanOrEqual(-1e-9)
      }),
      { numRuns: 8 },
    )
  })

  test('more fold never means more copies, or less of a loop', () => {
    fc.assert(
      fc.property(place, fc.double({ min: 0, max: 1, noNaN: true }), ({ T, fold }, other) => {
        const [less, more] = [Math.min(fold, other), Math.max(fold, other)]
        expect(copiesAt(more, T)).toBeLessThanOrEqual(copiesAt(less, T))
        const [a, b] = [stageFrame(shape(T), less, 0), stageFrame(shape(T), more, 0)]
        expect(b.gathered).toBeGreaterThanOrEqual(a.gathered)
        expect(b.looped).toBeGreaterThanOrEqual(a.looped)
        expect(b.copyWidth).toBeLessThanOrEqual(
          a.copyWidth + 1e-9 + (b.scale.w - a.scale.w) * (1 - b.gathered),
        )
      }),
    )
  })

  test('ribbons reach under the open cell at every point: no gap opens beside it', () => {
    fc.assert(
      fc.property(place, ({ T, width, at, fold }) => {
        const t = Math.min(T - 1, Math.floor(at * T))
        const frame = stageFrame(shape(T, width), fold, t)
        const { before, after } = copySpans(frame)
        const { box } = frame
        if (before) expect(before[1]).toBeGreaterThanOrEqual(box.x - 1e-6)
        if (after) expect(after[0]).toBeLessThanOrEqual(box.x + box.width + 1e-6)
      }),
      { numRuns: 500 },
    )
  })

  test('the steps that a press can meet keep a height and a width', () => {
    fc.assert(
      fc.property(place, ({ T, width, at, fold }) => {
        const t = Math.min(T - 1, Math.floor(at * T))
        const made = shape(T, width)
        const frame = stageFrame(made, fold, t)
        for (const isOpen of [true, false]) {
          const box = hitBox(made, frame, t, isOpen)
          expect(box.height).toBeGreaterThan(24)
          expect(box.width).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

/** The bands on the way between steps: columns stand still, and what goes with the lens goes without a jump. */
import { expect, test } from 'vitest'
import { bandsFrame } from '../../../src/panels/bands/bandsFrame.ts'
import { formsFor } from '../stage/scene.ts'

const STEPS = 400

/** Frames of a lens that goes from step 9 to step 10. */
const framesOf = (T: number, width: number, fold: number) =>
  Array.from({ length: STEPS + 1 }, (_, k) => bandsFrame(formsFor(T, width), fold, 9 + k / STEPS))

test.each([
  ['with a lens', 24, 1104, 0],
  ['with a lens, along a window', 300, 1104, 0],
  ['with equal columns', 24, 390, 1],
  ['with equal columns, along a window', 300, 390, 1],
])('a curve’s points go without a jump, %s', (_, T, width, fold) => {
  const frames = framesOf(T, width, fold)
  for (const { axis } of frames) expect(axis).toEqual(frames[0]!.axis)
  for (const t of [7, 9, 10, 12]) {
    expect(frames[0]!.point(t)).toBeCloseTo(frames[0]!.scale.middle(t), 9)
    expect(frames[STEPS]!.point(t)).toBeCloseTo(frames[STEPS]!.scale.middle(t), 9)
    for (let k = 1; k <= STEPS; k++) {
      const moved = Math.abs(frames[k]!.point(t) - frames[k - 1]!.point(t))
      // A lens of 500 px gives way within one step: some px a four-hundredth of it.
      expect(moved).toBeLessThan(2)
    }
  }
})

test('columns that the lens does not pass stand still', () => {
  for (const { point, scale } of framesOf(24, 1104, 0))
    for (const t of [0, 8, 11, 23]) expect(point(t)).toBeCloseTo(scale.left(t) + scale.w / 2, 9)
  const [first, last] = [framesOf(24, 1104, 0)[0]!, framesOf(24, 1104, 0)[STEPS]!]
  for (const t of [0, 8, 11, 23]) expect(first.scale.left(t)).toBeCloseTo(last.scale.left(t), 9)
})

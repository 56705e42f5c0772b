/** Folding by itself: in 700 ms, from anywhere, back at any point, and never with a jump. */
import fc from '../support/fc.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { actions } from '../../src/store/actions.ts'
import { ease, timeOf } from '../../src/store/easing.ts'
import { initialState, useStore } from '../../src/store/state.ts'
import { useFrames, type Frames } from './frames.ts'

const folded = (): number => useStore.getState().view.folded

let frames: Frames

beforeEach(() => {
  useStore.setState({ ...initialState(), status: 'ready' })
  frames = useFrames()
})
afterEach(() => vi.unstubAllGlobals())

describe('the curve', () => {
  test('goes from 0 to 1, always on, and its inverse leads back', () => {
    expect([ease(0), ease(1), timeOf(0), timeOf(1)]).toEqual([0, 1, 0, 1])
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (time) => {
        expect(timeOf(ease(time))).toBeCloseTo(time, 6)
        expect(ease(Math.min(1, time + 0.01))).toBeGreaterThanOrEqual(ease(time))
      }),
    )
  })

  test('is cubic-bezier(.3, 0, .1, 1): points worked out by hand', () => {
    // At s = 1/2: time 3/8 · (.3 + .1) + 1/8 = .275, progress 1/2.
    expect(ease(0.275)).toBeCloseTo(0.5, 9)
    // At s = 1/4: time 27/64 · .3 + 9/64 · .1 + 1/64, progress 3/16 − 2/64.
    expect(ease((27 * 0.3 + 9 * 0.1 + 1) / 64)).toBeCloseTo(10 / 64, 9)
  })
})

test('folds in 700 ms and ends exactly at the end', () => {
  actions.setFolded(true)
  frames.pass(300)
  expect(folded()).toBeGreaterThan(0.3)
  expect(folded()).toBeLessThan(1)
  expect(useStore.getState().foldingTo).toBe(1)
  frames.pass(450)
  expect(folded()).toBe(1)
  expect(useStore.getState().foldingTo).toBeNull()
  expect(frames.waiting()).toBe(false)
})

test('turns back at any point without a jump', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 }), (turns) => {
      actions.setFold(0)
      let before = 0
      turns.forEach((ms, k) => {
        actions.setFolded(k % 2 === 0)
        expect(folded()).toBe(before)
        for (let passed = 0; passed < ms; passed += 16) {
          frames.pass(16)
          // No frame, also not the one after a turn, moves by more than the curve's steepest frame.
          expect(Math.abs(folded() - before)).toBeLessThan(0.09)
          before = folded()
        }
      })
      actions.setFolded(false)
      frames.pass(800)
      expect(folded()).toBe(0)
    }),
    { numRuns: 30 },
  )
})

test('is taken over by hand, and goes on from there', () => {
  actions.setFolded(true)
  frames.pass(200)
  actions.setFold(0.25)
  frames.pass(300)
  expect(folded()).toBe(0.25)
  expect(useStore.getState().foldingTo).toBeNull()
  actions.setFolded(false)
  frames.pass(700)
  expect(folded()).toBe(0)
  actions.setFold(7)
  expect(folded()).toBe(1)
})

test('Compare is never folded: it stops what folds', () => {
  actions.setFolded(true)
  frames.pass(200)
  actions.setCompare(true)
  frames.pass(700)
  expect(useStore.getState().view).toMatchObject({ compare: true, folded: 0 })
  actions.setFold(0.5)
  expect(useStore.getState().view).toMatchObject({ compare: false, folded: 0.5 })
})

test('jumps where less motion is wanted', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  actions.setFolded(true)
  expect(folded()).toBe(1)
  expect(frames.waiting()).toBe(false)
})

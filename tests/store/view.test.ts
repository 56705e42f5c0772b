import fc from '../support/fc.ts'
import { expect, test } from 'vitest'
import { advance, isAtEnd } from '../../src/store/clock.ts'
import {
  clampClock,
  clockAt,
  momentOf,
  phaseStep,
  PHASES,
  progressOf,
  timeStep,
} from '../../src/store/view.ts'
import type { Phase } from '../../src/store/view.ts'

test('a moment and its clock are each other’s inverse', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: 1, max: 6 }), (t, phase) => {
      expect(momentOf(clockAt(t, phase as Phase))).toEqual({ t, phase })
    }),
  )
})

test('with a fraction the next phase is being computed, to that part', () => {
  expect(momentOf(clockAt(9, 4) + 0.01)).toEqual({ t: 9, phase: 5 })
  expect(momentOf(clockAt(9, 4) + 0.99)).toEqual({ t: 9, phase: 5 })
  expect(momentOf(clockAt(9, 6) + 0.5)).toEqual({ t: 10, phase: 1 })
  expect(progressOf(clockAt(9, 4))).toBe(1)
  expect(progressOf(clockAt(9, 4) + 0.25)).toBeCloseTo(0.25, 12)
  expect(progressOf(0)).toBe(1)
})

test('the picture goes on without a jump: a phase is complete where the next begins', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), (whole) => {
      expect(progressOf(whole - 1e-4 < 0 ? 0 : whole - 1e-4)).toBeGreaterThan(0.999)
      expect(progressOf(whole + 1e-4)).toBeLessThan(0.001)
    }),
  )
})

test('a step within a phase leads to its end or back to its start', () => {
  const within = clockAt(3, 4) + 0.3
  expect(phaseStep(within, 1, 10)).toBe(clockAt(3, 5))
  expect(phaseStep(within, -1, 10)).toBe(clockAt(3, 4))
})

test('phases lead over the border of a step, and stop at both ends', () => {
  expect(momentOf(phaseStep(clockAt(3, 6), 1, 10))).toEqual({ t: 4, phase: 1 })
  expect(momentOf(phaseStep(clockAt(3, 1), -1, 10))).toEqual({ t: 2, phase: 6 })
  expect(phaseStep(0, -1, 10)).toBe(0)
  expect(momentOf(phaseStep(clockAt(9, 6), 1, 10))).toEqual({ t: 9, phase: 6 })
})

test('a timestep keeps the phase, also at the ends', () => {
  expect(momentOf(timeStep(clockAt(3, 5), 1, 10))).toEqual({ t: 4, phase: 5 })
  expect(momentOf(timeStep(clockAt(0, 5), -1, 10))).toEqual({ t: 0, phase: 5 })
  expect(momentOf(timeStep(clockAt(9, 2), 1, 10))).toEqual({ t: 9, phase: 2 })
})

test('the clock never leaves the sequence, not even one of a single step', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.integer({ min: 1, max: 50 }), (clock, T) => {
      const { t, phase } = momentOf(clampClock(clock, T))
      expect(t).toBeGreaterThanOrEqual(0)
      expect(t).toBeLessThan(T)
      expect(phase).toBeGreaterThanOrEqual(1)
    }),
  )
})

test('at speed 1 a phase takes 300 ms; a long pause between frames counts as a short one', () => {
  expect(advance(0, 60, 1, 10)).toBeCloseTo(0.2, 12)
  expect(advance(0, 60, 0.5, 10)).toBeCloseTo(0.1, 12)
  expect(advance(0, 60_000, 1, 10)).toBeCloseTo(1 / 3, 12)
})

test('playing ends in the last phase of the last step', () => {
  const end = 10 * PHASES - 1
  expect(advance(end - 0.01, 100, 4, 10)).toBe(end)
  expect(isAtEnd(end, 10)).toBe(true)
  expect(isAtEnd(end - 0.01, 10)).toBe(false)
})

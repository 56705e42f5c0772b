/** The clock that runs: through all phases, to the end of one, and from phase to phase by steps. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { actions } from '../../src/store/actions.ts'
import { useStore } from '../../src/store/state.ts'
import { clockAt, momentOf, progressOf, SPEEDS } from '../../src/store/view.ts'
import { showScene } from '../panels/stage/scene.ts'
import { useFrames, type Frames } from './frames.ts'

const clock = (): number => useStore.getState().view.clock
const playing = (): boolean => useStore.getState().playing

let frames: Frames

beforeEach(async () => {
  await showScene('recall', { t: 3, phase: 2 })
  frames = useFrames()
})
afterEach(() => {
  actions.pause()
  vi.unstubAllGlobals()
})

describe('playing', () => {
  test.each(SPEEDS)('at %s× takes 300 ms a phase by that', (speed) => {
    actions.setSpeed(speed)
    actions.play()
    // The first frame only says when it is.
    frames.pass(17)
    frames.pass(600 / speed)
    expect(clock() - clockAt(3, 2)).toBeGreaterThan(1.8)
    expect(clock() - clockAt(3, 2)).toBeLessThan(2.5)
  })

  test('with pauses stops exactly where a phase is complete, and goes on from there', () => {
    actions.setPauses(true)
    actions.setSpeed(4)
    for (const phase of [3, 4, 5, 6] as const) {
      actions.play()
      frames.pass(400)
      expect(playing()).toBe(false)
      expect(clock()).toBe(clockAt(3, phase))
    }
    actions.play()
    frames.pass(400)
    expect(momentOf(clock())).toEqual({ t: 4, phase: 1 })
  })

  test('with pauses passes a phase in which the cell does nothing', async () => {
    await showScene('recall', { cell: 'rnn', t: 3, phase: 3 })
    actions.setPauses(true)
    actions.play()
    frames.pass(1500)
    expect(clock()).toBe(clockAt(3, 5))
    expect(playing()).toBe(false)
  })

  test.each(['lstm', 'rnn'] as const)('of %s with less motion shows whole phases alone', async (cell) => {
    await showScene('recall', { cell, t: 3, phase: 2 })
    vi.stubGlobal('matchMedia', () => ({ matches: false }))
    actions.play()
    const seen: number[] = []
    for (let k = 0; k < 120; k++) {
      frames.pass(17)
      if (seen.at(-1) !== clock()) seen.push(clock())
    }
    // The simple RNN has no gates and no cell to update.
    const phases = cell === 'lstm' ? [2, 3, 4, 5, 6] : [2, 3, 5, 6]
    expect(seen.slice(0, phases.length).map((own) => momentOf(own))).toEqual(
      phases.map((phase) => ({ t: 3, phase })),
    )
    expect(seen.every((own) => Number.isInteger(own))).toBe(true)
  })

  test('paused within a phase, a step completes it or takes it back', () => {
    actions.setSpeed(0.25)
    actions.play()
    frames.pass(500)
    actions.pause()
    expect(momentOf(clock())).toEqual({ t: 3, phase: 3 })
    expect(progressOf(clock())).toBeLessThan(0.9)
    actions.stepPhase(-1)
    frames.pass(250)
    expect(clock()).toBe(clockAt(3, 2))
    actions.stepPhase(1)
    frames.pass(250)
    expect(clock()).toBe(clockAt(3, 3))
  })
})

describe('stepping', () => {
  test('begins with the press, before any frame, forward and back', () => {
    actions.stepPhase(1)
    expect(momentOf(clock())).toEqual({ t: 3, phase: 3 })
    expect(progressOf(clock())).toBeLessThan(1e-3)
    frames.pass(400)
    actions.stepPhase(-1)
    expect(momentOf(clock())).toEqual({ t: 3, phase: 3 })
    expect(progressOf(clock())).toBeLessThan(1)
    expect(progressOf(clock())).toBeGreaterThan(1 - 1e-3)
    frames.pass(400)
    expect(clock()).toBe(clockAt(3, 2))
  })

  test('draws the phase in 180 ms; steps that come faster add up', () => {
    actions.stepPhase(1)
    frames.pass(90)
    expect(clock()).toBeGreaterThan(clockAt(3, 2))
    expect(clock()).toBeLessThan(clockAt(3, 3))
    actions.stepPhase(1)
    actions.stepPhase(1)
    frames.pass(400)
    expect(clock()).toBe(clockAt(3, 5))
    expect(useStore.getState().steppingTo).toBeNull()
  })

  test('is left when the reader goes elsewhere', () => {
    actions.stepPhase(1)
    frames.pass(60)
    actions.select({ t: 9 })
    const there = clock()
    frames.pass(400)
    expect(clock()).toBe(there)
    expect(momentOf(there).t).toBe(9)
  })
})

// @vitest-environment jsdom
/** Panels keep up with the playhead; only where frames come late do they wait while it is scrubbed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectPace } from '../../src/store/pace.ts'
import { initialState, useStore } from '../../src/store/state.ts'
import { momentOf, PHASES, type View } from '../../src/store/view.ts'
import { useFrames, type Frames } from './frames.ts'

let frames: Frames
let disconnect = (): void => undefined

const open = (t: number, change: Partial<View> = {}): void =>
  useStore.setState(({ view }) => ({ view: { ...view, ...change, clock: t * PHASES + 5 } }))

/** A frame that takes a time, and then a step that is opened within the next one. */
const scrub = (t: number, took: number): void => {
  frames.late(took)
  open(t)
}

/** The steps of the playhead and of the panels. */
const steps = (): readonly [number, number] => {
  const { held, view } = useStore.getState()
  return [momentOf(view.clock).t, momentOf(held ?? view.clock).t]
}

beforeEach(() => {
  useStore.setState({ ...initialState(), status: 'ready' })
  frames = useFrames()
  vi.spyOn(performance, 'now').mockImplementation(frames.now)
  frames.late(10_000)
  open(0)
  disconnect = connectPace()
})
afterEach(() => {
  disconnect()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('where frames come in time, panels show every step', () => {
  for (let t = 1; t < 30; t++) {
    scrub(t, 16)
    expect(steps()).toEqual([t, t])
  }
})

test('after a late frame they wait three times as long, then show where the playhead is', () => {
  scrub(1, 16)
  scrub(2, 16)
  scrub(3, 40)
  expect(steps()).toEqual([3, 2])
  for (let t = 4; t < 11; t++) scrub(t, 16)
  expect(steps()).toEqual([10, 2])
  scrub(11, 16)
  expect(steps()).toEqual([11, 11])
})

test('they show it soon after the last step, however late frames are', () => {
  scrub(1, 16)
  scrub(2, 16)
  scrub(3, 140)
  scrub(4, 16)
  expect(steps()).toEqual([4, 2])
  for (let k = 0; k < 10; k++) scrub(4, 16)
  expect(steps()).toEqual([4, 4])
  frames.pass(300)
  expect(frames.waiting()).toBe(false)
})

test('a single step, another phase and all else is shown at once', () => {
  const wait = (): void => {
    scrub(1, 16)
    scrub(2, 16)
    scrub(3, 60)
    expect(steps()).toEqual([3, 2])
  }
  wait()
  open(3, { unit: 2 })
  expect(steps()).toEqual([3, 3])
  frames.pass(1000)
  open(9)
  expect(steps()).toEqual([9, 9])
  wait()
  useStore.setState(({ view }) => ({ view: { ...view, clock: 3 * PHASES + 1 } }))
  expect(steps()).toEqual([3, 3])
  frames.pass(1000)
  wait()
  disconnect()
  expect(steps()).toEqual([3, 3])
})

test('playing is not scrubbing', () => {
  scrub(1, 16)
  scrub(2, 16)
  useStore.setState({ playing: true })
  scrub(3, 60)
  scrub(4, 60)
  expect(steps()).toEqual([4, 4])
})

// @vitest-environment jsdom
/** The lens between steps: 320 ms, from wherever it stands, never with a jump; scrubbing and far jumps cut. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { placeNow } from '../../src/store/hooks.ts'
import { connectGlide } from '../../src/store/gliding.ts'
import { initialState, useStore } from '../../src/store/state.ts'
import { PHASES, type View } from '../../src/store/view.ts'
import { useFrames, type Frames } from './frames.ts'

let frames: Frames
let now = 0
let disconnect = (): void => undefined

/** Opens a step after some time of rest. */
const open = (t: number, rest = 1000, change: Partial<View> = {}): void => {
  now += rest
  useStore.setState(({ view }) => ({ view: { ...view, ...change, clock: t * PHASES + 5 } }))
}

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  useStore.setState({ ...initialState(), status: 'ready' })
  frames = useFrames()
  open(9)
  disconnect = connectGlide()
})
afterEach(() => {
  disconnect()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('the lens goes to the next step in 320 ms, always on, and rests there', () => {
  open(10)
  const seen = [placeNow().at]
  for (let k = 0; k < 18; k++) {
    frames.pass(16)
    seen.push(placeNow().at)
  }
  expect(seen[0]).toBe(9)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.filter((at) => at > 9 && at < 10).length).toBeGreaterThan(10)
  frames.pass(60)
  expect(placeNow().at).toBe(10)
  expect(useStore.getState().lens).toBeNull()
  expect(frames.waiting()).toBe(false)
})

test('turns back where it is', () => {
  open(10)
  frames.pass(100)
  const turned = placeNow().at
  expect(turned).toBeGreaterThan(9)
  open(9, 200)
  expect(placeNow().at).toBe(turned)
  frames.pass(60)
  expect(placeNow().at).toBeLessThan(turned)
  frames.pass(400)
  expect(placeNow().at).toBe(9)
})

test('steps in quick succession, far ones and other pictures cut', () => {
  open(10)
  frames.pass(50)
  open(11, 40)
  expect(placeNow().at).toBe(11)
  open(20)
  expect(placeNow().at).toBe(20)
  open(21, 1000, { cell: 'gru' })
  expect(placeNow().at).toBe(21)
  open(22, 1000, { compare: true })
  expect(placeNow().at).toBe(22)
  expect(frames.waiting()).toBe(false)
})

test.each([{ compare: true }, { reading: 'gradient' }] as const)('glides alike with %j', (change) => {
  open(9, 1000, change)
  open(10)
  expect(placeNow().at).toBe(9)
  frames.pass(100)
  expect(placeNow().at).toBeGreaterThan(9)
  expect(placeNow().at).toBeLessThan(10)
  frames.pass(400)
  expect(placeNow().at).toBe(10)
})

test('a fold that begins takes over', () => {
  open(10)
  frames.pass(100)
  useStore.setState(({ view }) => ({ view: { ...view, folded: 0.2 } }))
  expect(placeNow()).toEqual({ fold: 0.2, at: 10 })
})

test('jumps where motion is not wanted', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  open(10)
  expect(placeNow().at).toBe(10)
  expect(frames.waiting()).toBe(false)
})

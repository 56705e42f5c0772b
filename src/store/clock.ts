/**
 * The clock that runs by itself: playing, and the way from one phase to the next when the reader steps.
 * Frame by frame with the time that passed. A phase takes 300 ms at speed 1, so a timestep 1.8 s.
 */
import { isEmptyPhase } from '../describe/phases.ts'
import { ease } from './easing.ts'
import { prefersMotion } from './preferences.ts'
import { isReversed, lengthOf, shownRun, useStore, type State } from './state.ts'
import { clampClock, momentOf, PHASES, turned, type View } from './view.ts'

export const PHASE_MS = 300

/** A phase that the reader steps over appears, or goes, in this time. */
const STEP_MS = 180

/** A frame after a long pause (a hidden tab, a breakpoint) advances by this much at most. */
const LONGEST_FRAME_MS = 100

/** The clock after some time at a speed (negative: back); a whole step further than the last phase's start is the end. */
export const advance = (clock: number, elapsedMs: number, speed: number, T: number): number =>
  clampClock(clock + (Math.min(elapsedMs, LONGEST_FRAME_MS) / PHASE_MS) * speed, T)

/** A clock as the order of computing counts it, and back: turned where a reversed layer is on screen. */
export const inOrder = (clock: number, state: State): number =>
  isReversed(state) ? turned(clock, lengthOf(state)) : clock

export const isAtEnd = (clock: number, T: number): boolean => clock >= T * PHASES - 1

/** Values are computed in the order of the steps, gradients against it. */
export const directionOf = ({ reading, compare }: Pick<View, 'reading' | 'compare'>): 1 | -1 =>
  reading === 'gradient' && !compare ? -1 : 1

/** Where play stops in a direction. */
const isDone = (clock: number, T: number, direction: 1 | -1): boolean =>
  direction === 1 ? isAtEnd(clock, T) : clock <= 0

/** True when nothing happens in the phase that a clock stands in, of the cell that is shown alone. */
const isEmpty = (clock: number, state: State): boolean => {
  const run = state.view.compare ? null : shownRun(state)
  return run !== null && isEmptyPhase(run.cell, momentOf(clock).phase)
}

/** Moves a whole clock past a phase in which the cell that is shown alone does nothing. */
export const passEmpty = (clock: number, state: State, direction: 1 | -1): number =>
  isEmpty(clock, state) ? Math.round(clock) + direction : clock

/** The least by which a clock is within a phase that it begins. */
const INTO = 1e-6

/** The end of the phase that starts at a clock, or that it stands in; played backward, of the one before. */
const phaseEnd = (clock: number, state: State, direction: 1 | -1): number => {
  const end = direction === 1 ? Math.floor(clock) + 1 : Math.ceil(clock) - 1
  return isEmpty(end, state) ? end + direction : end
}

/** Past a phase in which nothing happens, into the next one in the direction of play. */
const skipEmpty = (clock: number, state: State, direction: 1 | -1): number => {
  if (!isEmpty(clock, state)) return clock
  return direction === 1 ? Math.ceil(clock) + INTO : Math.ceil(clock) - 1
}

/** The phase that was completed last, if it lies beyond what is shown: where motion is not wanted. */
const lastWhole = (clock: number, shown: number, state: State, direction: 1 | -1): number => {
  const whole = direction === 1 ? Math.floor(clock) : Math.ceil(clock)
  const last = isEmpty(whole, state) ? whole - direction : whole
  return direction === 1 ? Math.max(shown, last) : Math.min(shown, last)
}

let frame: number | null = null

const stopFrames = (): void => {
  if (frame !== null) cancelAnimationFrame(frame)
  frame = null
}

export const stopPlaying = (): void => {
  stopFrames()
  const { playing, steppingTo } = useStore.getState()
  if (playing || steppingTo !== null) useStore.setState({ playing: false, steppingTo: null })
}

/** Calls back every frame but the first with the time that passed, until it says that it is done. */
const everyFrame = (goOn: (elapsedMs: number) => boolean): void => {
  let before: number | null = null
  const tick = (now: number): void => {
    const isOver = before !== null && !goOn(now - before)
    before = now
    if (!isOver) frame = requestAnimationFrame(tick)
  }
  frame = requestAnimationFrame(tick)
}

/**
 * Plays from the playhead on, from the start when it stands at the end: values in the order of computing (a
 * reversed layer from right to left), gradients against it. With pauses it plays to the end of the phase. Where
 * motion is not wanted, each phase is shown once it is complete.
 */
export const startPlaying = (): void => {
  const { status, playing } = useStore.getState()
  if (playing || status !== 'ready') return
  stopPlaying()
  const begin = useStore.getState()
  const { clock } = begin.view
  const direction = directionOf(begin.view)
  const length = lengthOf(begin)
  const start = direction === 1 ? 0 : clampClock(Infinity, length)
  const from = isDone(inOrder(clock, begin), length, direction) ? inOrder(start, begin) : clock
  useStore.setState({ playing: true, view: { ...begin.view, clock: from } })
  const moves = prefersMotion()
  // By how much the time is ahead of what is shown, where that waits for a phase to be complete.
  let ahead = 0
  everyFrame((elapsed) => {
    const state = useStore.getState()
    const T = lengthOf(state)
    const before = inOrder(state.view.clock, state)
    const now = before + ahead
    const passed = skipEmpty(advance(now, elapsed, direction * state.view.speed, T), state, direction)
    const end = phaseEnd(now, state, direction)
    const pausing = state.pauses && (passed - end) * direction >= 0
    const then = clampClock(pausing ? end : passed, T)
    const shown = moves ? then : lastWhole(then, before, state, direction)
    ahead = then - shown
    if (shown !== before) useStore.setState({ view: { ...state.view, clock: inOrder(shown, state) } })
    if (!pausing && !isDone(then, T, direction)) return true
    stopPlaying()
    return false
  })
}

/**
 * Steps to a clock in the order of computing: a phase on appears, a phase back goes again. At once where
 * the way is longer, or where motion is not wanted.
 */
export const stepTo = (target: number): void => {
  stopPlaying()
  const state = useStore.getState()
  const from = inOrder(state.view.clock, state)
  if (!prefersMotion() || Math.abs(target - from) > 1 || target === from) {
    useStore.setState({ view: { ...state.view, clock: inOrder(target, state) } })
    return
  }
  let time = 0
  const show = (): void => {
    const now = useStore.getState()
    const shown = time === 1 ? target : from + (target - from) * Math.max(INTO, ease(time))
    useStore.setState({
      steppingTo: time === 1 ? null : target,
      view: { ...now.view, clock: inOrder(shown, now) },
    })
  }
  // The next painting already begins with it.
  show()
  everyFrame((elapsed) => {
    time = Math.min(1, time + elapsed / STEP_MS)
    show()
    return time < 1
  })
}

/**
 * How panels keep up with a quick scrub: the playhead, the lens and the columns move with every frame; where a
 * frame that shows all panels comes late, the next ones move the playhead alone, for three times as long as it
 * took. A machine that shows all of it in time never waits, and at rest all show the playhead.
 */
import { useStore, type State } from './state.ts'
import { momentOf, type View } from './view.ts'

/** Steps that come faster than this are scrubbed. */
export const QUICK_MS = 150

/** A frame that takes longer than this is late: one and a half of a usual display's. */
const LATE_MS = 25

/** For how many times as long as a late frame took panels wait. */
const WAIT = 3

/** Panels wait no longer than this, however late a frame was. */
const LONGEST_WAIT_MS = 150

const { getState: get, setState: set } = useStore

/** Whether something else than the clock is another, or it moves by itself. */
const isOther = (state: State, before: State): boolean =>
  state.playing ||
  state.steppingTo !== null ||
  state.runs !== before.runs ||
  state.loaded !== before.loaded ||
  (Object.keys(state.view) as (keyof View)[]).some(
    (key) => key !== 'clock' && state.view[key] !== before.view[key],
  )

/** Follows the clock from now on; returns how to stop. */
export const connectPace = (): (() => void) => {
  let frame: number | null = null
  let movedAt = -Infinity
  /** Until when panels wait. */
  let until = -Infinity
  let lastFrame = -Infinity
  /** Whether panels were shown since the last frame. */
  let hasShown = false

  const show = (): void => {
    hasShown = true
    if (get().held !== null) set({ held: null })
  }

  const tick = (now: number): void => {
    const took = now - lastFrame
    lastFrame = now
    if (hasShown) until = took > LATE_MS ? now + Math.min(WAIT * took, LONGEST_WAIT_MS) : now
    hasShown = false
    if (get().held !== null && now >= until) show()
    const isQuiet = get().held === null && performance.now() - movedAt > QUICK_MS
    frame = isQuiet ? null : requestAnimationFrame(tick)
  }

  const unsubscribe = useStore.subscribe((state, before) => {
    if (state.view === before.view && state.runs === before.runs && state.loaded === before.loaded) return
    if (isOther(state, before)) return show()
    const [to, last] = [momentOf(state.view.clock), momentOf(before.view.clock)]
    if (to.t === last.t) return to.phase === last.phase ? undefined : show()
    const now = performance.now()
    const isQuick = now - movedAt < QUICK_MS
    movedAt = now
    if (!isQuick || now >= until) show()
    else if (state.held === null) set({ held: before.view.clock })
    if (frame !== null) return
    lastFrame = now
    frame = requestAnimationFrame(tick)
  })
  return () => {
    if (frame !== null) cancelAnimationFrame(frame)
    unsubscribe()
    show()
  }
}

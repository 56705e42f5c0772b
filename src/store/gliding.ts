/**
 * The lens on its way between steps: 320 ms from wherever it stands to the step that is open. The numbers are
 * those of the open step from the first frame on; only the place moves. Scrubbing and far jumps cut, and so does
 * everything where motion is not wanted.
 */
import { ease } from './easing.ts'
import { prefersMotion } from './preferences.ts'
import { useStore, type State } from './state.ts'
import { momentOf } from './view.ts'

const GLIDE_MS = 320

/** Steps that come faster than this are scrubbed: a lens that lags behind would be in the way. */
const QUICK_MS = 150

/** Farther than this the lens jumps: a long sequence draws the columns around the open step alone. */
const MOST_STEPS = 1

/** Whether the lens stands in the same picture as before, unrolled. */
const isSamePicture = ({ view, loaded, runs }: State, before: State): boolean =>
  view.page === 'explore' &&
  view.folded === 0 &&
  view.folded === before.view.folded &&
  view.compare === before.view.compare &&
  view.cell === before.view.cell &&
  view.reading === before.view.reading &&
  view.example === before.view.example &&
  loaded === before.loaded &&
  runs === before.runs

const { getState: get, setState: set } = useStore

/** Follows the clock from now on; returns how to stop. */
export const connectGlide = (): (() => void) => {
  let frame: number | null = null
  let quiet = -Infinity

  const stop = (): void => {
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
    if (get().lens !== null) set({ lens: null })
  }

  const glide = (from: number, to: number): void => {
    if (frame !== null) cancelAnimationFrame(frame)
    set({ lens: from })
    let start: number | null = null
    const tick = (now: number): void => {
      start ??= now
      const time = (now - start) / GLIDE_MS
      if (time >= 1) return stop()
      set({ lens: from + (to - from) * ease(time) })
      frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
  }

  const unsubscribe = useStore.subscribe((state, before) => {
    if (state.view === before.view && state.loaded === before.loaded) return
    const [to, last] = [momentOf(state.view.clock).t, momentOf(before.view.clock).t]
    if (!isSamePicture(state, before)) return stop()
    if (to === last) return
    const now = performance.now()
    const isScrubbed = now - quiet < QUICK_MS
    quiet = now
    const from = state.lens ?? last
    if (isScrubbed || Math.abs(to - from) > MOST_STEPS || !prefersMotion()) stop()
    else glide(from, to)
  })
  // A press means what it sees: the open step, which the lens has not reached yet.
  window.addEventListener('pointerdown', stop, true)
  return () => {
    window.removeEventListener('pointerdown', stop, true)
    stop()
    unsubscribe()
  }
}

/**
 * Folding and unrolling by itself: 700 ms on one curve between the ends. It starts from wherever the
 * chain is and turns back on the same curve, so it can be interrupted at any point without a jump.
 */
import { ease, timeOf } from './easing.ts'
import { prefersMotion } from './preferences.ts'
import { useStore } from './state.ts'
import type { View } from './view.ts'

const FOLD_MS = 700

/** A frame after a long pause (a hidden tab) goes on by this much at most. */
const LONGEST_FRAME_MS = 100

let frame: number | null = null

const stop = (): void => {
  if (frame !== null) cancelAnimationFrame(frame)
  frame = null
}

/** What changes with the fold changes in one go: a place between them, which nobody chose, would get into the history. */
type Along = Partial<Omit<View, 'folded'>>

const show = (folded: number, foldingTo: 0 | 1 | null, along: Along = {}): void =>
  useStore.setState(({ view }) => ({ foldingTo, view: { ...view, ...along, folded } }))

/** Puts the chain at a part of the way, 0 … 1; what moved it by itself stops. */
export const foldAt = (folded: number, along: Along = {}): void => {
  stop()
  show(Math.min(1, Math.max(0, folded)), null, along)
}

/** Goes to an end; at once where motion is not wanted. */
export const foldTo = (end: 0 | 1, along: Along = {}): void => {
  stop()
  const from = useStore.getState().view.folded
  if (from === end || !prefersMotion()) return show(end, null, along)
  show(from, end, along)
  let time = timeOf(from)
  let before: number | null = null
  const tick = (now: number): void => {
    // Somebody else (an address, another view) may have taken over.
    if (useStore.getState().foldingTo !== end) return stop()
    const elapsed = before === null ? 0 : Math.min(now - before, LONGEST_FRAME_MS)
    before = now
    time += ((end === 1 ? 1 : -1) * elapsed) / FOLD_MS
    const folded = ease(time)
    if (folded === end) {
      frame = null
      return show(end, null)
    }
    show(folded, end)
    frame = requestAnimationFrame(tick)
  }
  frame = requestAnimationFrame(tick)
}

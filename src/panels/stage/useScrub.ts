/**
 * Scrubbing: a press that does not move opens the step under it; one that moves drags the lens along,
 * a column's width a step, and keeps the phase.
 */
import { useRef, type PointerEvent } from 'react'
import { actions } from '../../store/index.ts'
import type { TimeScale } from '../../ui/timeScale.ts'

/** A press that moves less than this is a click. */
const THRESHOLD = 4

interface Press {
  readonly pointer: number
  readonly x: number
  /** The step under the press. */
  readonly t: number
  isDrag: boolean
}

/** The step that a drag of dx px from step t arrives at. */
export const draggedTo = (t: number, dx: number, perStep: number, T: number): number => {
  const steps = perStep > 0 ? Math.round(dx / perStep) : 0
  return Math.min(T - 1, Math.max(0, t + steps))
}

export interface ScrubHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerCancel: () => void
}

/**
 * @param scaleOf the scale as it is when a press comes
 * @param isUnderLens the chain moves under a lens that stands still, by two columns for a step
 */
export const useScrub = (scaleOf: () => TimeScale, t: number, isUnderLens: boolean): ScrubHandlers => {
  const press = useRef<Press | null>(null)
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return
      const x = event.clientX - event.currentTarget.getBoundingClientRect().left
      press.current = { pointer: event.pointerId, x: event.clientX, t: scaleOf().stepAt(x), isDrag: false }
    },
    onPointerMove: (event) => {
      const { current } = press
      if (!current || current.pointer !== event.pointerId) return
      const dx = event.clientX - current.x
      if (!current.isDrag && Math.abs(dx) < THRESHOLD) return
      if (!current.isDrag) event.currentTarget.setPointerCapture(event.pointerId)
      current.isDrag = true
      const scale = scaleOf()
      const next = isUnderLens
        ? draggedTo(current.t, -dx, 2 * scale.w, scale.T)
        : draggedTo(current.t, dx, scale.w, scale.T)
      if (next !== t) actions.select({ t: next })
    },
    onPointerUp: (event) => {
      const { current } = press
      press.current = null
      if (!current || current.isDrag || current.pointer !== event.pointerId || current.t === t) return
      const slot = event.target instanceof SVGElement ? event.target.dataset['slot'] : undefined
      // A press on a meter also selects what it measures.
      actions.select(slot && slot !== 'x' && slot !== 'y' ? { t: current.t, slot } : { t: current.t })
    },
    onPointerCancel: () => {
      press.current = null
    },
  }
}

/**
 * What is being computed comes in with the clock: wires are drawn, columns fill unit by unit, ribbons grow,
 * the rest fades in. The same clock gives the same picture, whichever way it came there. Set on the marked
 * elements themselves, without rendering.
 */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { onProgress, playheadNow, progressNow, type Moment } from '../../store/index.ts'
import { unsetStyle } from '../../ui/unsetStyle.ts'

/** Parts that belong to the phase on screen. */
const ACTIVE = '[data-state="active"]'

/** Rows of units, or of components of the input. */
const ROWS = ':scope > rect:is([data-unit], [data-component])'

/** What is not computed is this faint; the same in anatomy.css. */
const FAINT = 0.26

/** How solid row k of n is when a part of the column is filled, from the top. */
export const rowOpacity = (k: number, n: number, progress: number): number =>
  FAINT + (1 - FAINT) * Math.min(1, Math.max(0, progress * n - k))

/** Takes back what was set. */
const clear = (part: SVGElement): void => {
  unsetStyle(part, '--now')
  for (const row of part.querySelectorAll<SVGElement>(ROWS)) row.removeAttribute('opacity')
}

const fill = (part: SVGElement, progress: number): void => {
  part.style.setProperty('--now', progress.toFixed(3))
  // Columns fill from the top; a ribbon grows along its strands, see the stylesheet.
  const rows = part.querySelectorAll<SVGElement>(ROWS)
  rows.forEach((row, k) => row.setAttribute('opacity', rowOpacity(k, rows.length, progress).toFixed(3)))
}

/**
 * Follows the clock for all marked elements in `root`.
 * @param shown the moment that they show, where that may be behind the playhead: what they wait with is complete
 */
export const usePhaseProgress = (root: RefObject<SVGElement | null>, shown?: Moment): void => {
  const moving = useRef(new Set<SVGElement>())
  const moment = useRef(shown)
  const show = useRef(() => {
    const [now, own] = [playheadNow(), moment.current]
    const isBehind = own !== undefined && (own.t !== now.t || own.phase !== now.phase)
    const progress = isBehind ? 1 : progressNow()
    const active = new Set<SVGElement>()
    if (progress < 1 && root.current) {
      if (root.current.matches(ACTIVE)) active.add(root.current)
      for (const part of root.current.querySelectorAll<SVGElement>(ACTIVE)) active.add(part)
    }
    for (const part of moving.current) if (!active.has(part)) clear(part)
    for (const part of active) fill(part, progress)
    moving.current = active
  })
  useLayoutEffect(() => {
    moment.current = shown
    show.current()
  })
  useEffect(() => onProgress(() => show.current()), [])
}

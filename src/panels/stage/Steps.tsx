/** The steps of a chain: one stop of the tab order, and keys move within it. The focus goes with the open step. */
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { actions, useMessages } from '../../store/index.ts'

/** Steps that Page Up and Page Down pass. */
const PAGE = 10

/** What a key asks for: another step, another unit, or nothing. */
export const stepOfKey = (
  key: string,
  t: number,
  T: number,
): { readonly t: number } | { readonly unitBy: -1 | 1 } | null => {
  const to: Readonly<Record<string, number>> = {
    ArrowLeft: t - 1,
    ArrowRight: t + 1,
    PageUp: t - PAGE,
    PageDown: t + PAGE,
    Home: 0,
    End: T - 1,
  }
  const next = to[key]
  if (next !== undefined) return { t: Math.min(T - 1, Math.max(0, next)) }
  if (key === 'ArrowUp') return { unitBy: -1 }
  return key === 'ArrowDown' ? { unitBy: 1 } : null
}

interface Props {
  /** The open step, of T. */
  readonly t: number
  readonly T: number
  /** The selected unit, of H. */
  readonly unit: number
  readonly H: number
  /** The steps that are drawn. */
  readonly first: number
  readonly last: number
  /** A step, whose element carries `data-step`. */
  readonly children: (t: number) => ReactElement
}

export const Steps = ({ t, T, unit, H, first, last, children }: Props): ReactElement => {
  const words = useMessages().stage
  const group = useRef<SVGGElement>(null)
  // A key may leave for a step so far away that the option that had the focus is gone.
  const moved = useRef(false)
  useEffect(() => {
    const focused = document.activeElement
    const step = focused?.getAttribute('data-step') ?? null
    const stays = group.current?.contains(focused) === true && step !== null && step !== String(t)
    if (!moved.current && !stays) return
    moved.current = false
    group.current?.querySelector<SVGElement>(`[data-step="${t}"]`)?.focus()
  }, [t])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const asked = stepOfKey(event.key, t, T)
    if (!asked) return
    event.preventDefault()
    event.stopPropagation()
    if ('t' in asked) {
      moved.current = asked.t !== t
      actions.select({ t: asked.t })
    } else actions.select({ unit: Math.min(H - 1, Math.max(0, unit + asked.unitBy)) })
  }
  return (
    <g ref={group} role="listbox" aria-label={words.steps} onKeyDown={onKeyDown}>
      {Array.from({ length: last - first + 1 }, (_, k) => children(first + k))}
    </g>
  )
}

/** The ruler inside the lens: the six phases of the open step, one of which is now. */
import { memo, useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { isEmptyPhase, phaseNames } from '../../describe/phases.ts'
import type { Cell } from '../../engine/index.ts'
import { actions, useLanguage, useMessages, type Phase } from '../../store/index.ts'
import './phases.css'

interface Props {
  /** Null for cells compared on one clock. */
  readonly cell: Cell | null
  /** The phase of the playhead. */
  readonly phase: Phase
  readonly narrow: boolean
}

const moveByKey = (event: KeyboardEvent): void => {
  const by: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }
  const direction = by[event.key]
  if (!direction || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  event.stopPropagation()
  actions.stepPhase(direction)
}

export const Phases = memo(({ cell, phase: now, narrow }: Props): ReactElement => {
  const words = useMessages().stage
  const names = phaseNames(cell, useLanguage(), narrow ? 'short' : 'long')
  const group = useRef<HTMLDivElement>(null)
  // The focus goes with the phase.
  useEffect(() => {
    if (group.current?.contains(document.activeElement))
      group.current.querySelector<HTMLElement>(`[data-phase="${now}"]`)?.focus()
  }, [now])
  return (
    <div
      ref={group}
      className={narrow ? 'stage-phases stage-narrow' : 'stage-phases'}
      role="radiogroup"
      aria-label={words.phases}
    >
      {names.map((name, k) => {
        const phase = (k + 1) as Phase
        const isNow = phase === now
        return (
          <button
            key={phase}
            type="button"
            role="radio"
            data-phase={phase}
            aria-checked={isNow}
            aria-label={words.phase(phase, name)}
            className={phase < now ? 'stage-phase stage-done' : 'stage-phase'}
            tabIndex={isNow ? 0 : -1}
            disabled={!isNow && cell !== null && isEmptyPhase(cell, phase)}
            onClick={() => actions.select({ phase })}
            onKeyDown={moveByKey}
          >
            {narrow ? null : <span className="stage-phase-number">{phase}</span>}
            {name}
          </button>
        )
      })}
    </div>
  )
})

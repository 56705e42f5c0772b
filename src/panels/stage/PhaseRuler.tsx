/** The ruler inside the lens: six phases of the open step, one of which is now. */
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { actions, type Phase } from '../../store/index.ts'
import './phases.css'

interface Props {
  readonly label: string
  /** Names of the phases, from 1 to 6. */
  readonly names: readonly string[]
  /** What a phase is called aloud. */
  readonly said: (phase: Phase, name: string) => string
  /** The phase of the playhead. */
  readonly now: Phase
  readonly isDone: (phase: Phase) => boolean
  /** The cell does nothing in it. */
  readonly isEmpty: (phase: Phase) => boolean
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

export const PhaseRuler = (props: Props): ReactElement => {
  const { label, names, said, now, isDone, isEmpty, narrow } = props
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
      aria-label={label}
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
            aria-label={said(phase, name)}
            className={isDone(phase) ? 'stage-phase stage-done' : 'stage-phase'}
            tabIndex={isNow ? 0 : -1}
            disabled={!isNow && isEmpty(phase)}
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
}

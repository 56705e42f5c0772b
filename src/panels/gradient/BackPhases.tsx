/** The ruler inside the lens on the way back: six phases, gone through from the right. */
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { backPhases } from '../../describe/backPhases.ts'
import { isEmptyPhase } from '../../describe/phases.ts'
import { actions, type Phase } from '../../store/index.ts'
import type { GradientMessages } from '../../i18n/gradient.ts'
import { ops, type Cell } from '../../engine/index.ts'
import type { Back } from './useBack.ts'
import '../stage/phases.css'

/** The names of the phases, from 1 to 6. */
export const backPhaseNames = (
  cell: Cell,
  words: GradientMessages,
  before: string,
  width: 'long' | 'short' = 'long',
): readonly string[] => {
  const names = width === 'long' ? words.phaseNames : words.phaseShort
  const output = cell.flat.single.slots.find(({ name }) => name === cell.output)
  return backPhases(cell).map((key) => {
    if (key === 'back') return names.back(before)
    return key === 'activation' ? (output ? ops[output.op].glyph : '') : names[key]
  })
}

/** t − 1, or t + 1 in a reversed layer, as the phase's name says it. */
export const stepBefore = ({ layer }: Pick<Back['run'], 'layer'>): string => (layer.reversed ? 't+1' : 't−1')

interface Props {
  readonly back: Back
  readonly left: number
  readonly top: number
  readonly width: number
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

export const BackPhases = ({ back, left, top, width, narrow }: Props): ReactElement => {
  const { words, run, moment } = back
  const names = backPhaseNames(run.cell, words, stepBefore(run), narrow ? 'short' : 'long')
  const group = useRef<HTMLDivElement>(null)
  // The focus goes with the phase.
  useEffect(() => {
    if (group.current?.contains(document.activeElement))
      group.current.querySelector<HTMLElement>(`[data-phase="${moment.phase}"]`)?.focus()
  }, [moment.phase])
  return (
    <div
      ref={group}
      className={`stage-phases stage-phases-place ${narrow ? 'stage-narrow' : ''}`}
      style={{ left, top, width }}
      role="radiogroup"
      aria-label={words.phases}
    >
      {names.map((name, k) => {
        const phase = (k + 1) as Phase
        const isNow = phase === moment.phase
        return (
          <button
            key={phase}
            type="button"
            role="radio"
            data-phase={phase}
            aria-checked={isNow}
            aria-label={words.phase(phase, name)}
            className={phase > moment.phase ? 'stage-phase stage-done' : 'stage-phase'}
            tabIndex={isNow ? 0 : -1}
            disabled={!isNow && isEmptyPhase(run.cell, phase)}
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

/** The phases of the open step, gone through from the left. */
import { memo, type ReactElement } from 'react'
import { isEmptyPhase, phaseNames } from '../../describe/phases.ts'
import type { Cell } from '../../engine/index.ts'
import { useLanguage, useMessages, type Phase } from '../../store/index.ts'
import { PhaseRuler } from './PhaseRuler.tsx'

interface Props {
  /** Null for cells compared on one clock. */
  readonly cell: Cell | null
  /** The phase of the playhead. */
  readonly phase: Phase
  readonly narrow: boolean
}

export const Phases = memo(({ cell, phase, narrow }: Props): ReactElement => {
  const words = useMessages().stage
  return (
    <PhaseRuler
      label={words.phases}
      names={phaseNames(cell, useLanguage(), narrow ? 'short' : 'long')}
      said={words.phase}
      now={phase}
      isDone={(one) => one < phase}
      isEmpty={(one) => cell !== null && isEmptyPhase(cell, one)}
      narrow={narrow}
    />
  )
})

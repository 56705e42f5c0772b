/** The phases of the open step on the way back, gone through from the right. */
import type { ReactElement } from 'react'
import { backPhases } from '../../describe/backPhases.ts'
import { isEmptyPhase } from '../../describe/phases.ts'
import type { GradientMessages } from '../../i18n/gradient.ts'
import { ops, type Cell } from '../../engine/index.ts'
import type { Back } from './useBack.ts'
import { PhaseRuler } from '../stage/PhaseRuler.tsx'

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
  readonly narrow: boolean
}

export const BackPhases = ({ back, narrow }: Props): ReactElement => {
  const { words, run, moment } = back
  return (
    <PhaseRuler
      label={words.phases}
      names={backPhaseNames(run.cell, words, stepBefore(run), narrow ? 'short' : 'long')}
      said={words.phase}
      now={moment.phase}
      isDone={(one) => one > moment.phase}
      isEmpty={(one) => isEmptyPhase(run.cell, one)}
      narrow={narrow}
    />
  )
}

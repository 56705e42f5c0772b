/** The selected band of gradients as a table: the same numbers for those who read rather than look. */
import type { ReactElement } from 'react'
import { gradAt } from '../../engine/index.ts'
import { StepTable } from '../bands/StepTable.tsx'
import { partialOf, type Back } from './useBack.ts'

interface Props {
  readonly back: Back
  readonly first: number
  readonly last: number
}

/** At most this many units: a table of hundreds helps nobody. */
const MOST_UNITS = 16

export const GradientTable = ({ back, first, last }: Props): ReactElement => {
  const { run, found, words, language } = back
  const { cell, H } = run.layer.program
  const slot = back.slot in cell.equations ? back.slot : cell.output
  const caption = words.tableOf(cell.equations[slot]?.words[language] ?? slot, partialOf(back, slot))
  return (
    <StepTable
      summary={words.table}
      label={caption}
      caption={caption}
      timestep={words.tableStep}
      first={first}
      last={last}
      rows={Array.from({ length: Math.min(H, MOST_UNITS) }, (_, unit) => ({
        name: words.unit(unit),
        valueAt: (t) => gradAt(found.layer, t, slot)[unit] ?? NaN,
      }))}
    />
  )
}

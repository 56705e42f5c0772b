/** The inside of the open cell, wired to the selection; it stands at its group's origin. */
import type { ReactElement } from 'react'
import type { AnatomyGeometry } from '../../describe/geometry.ts'
import { actions, useView, type CellRun, type Moment } from '../../store/index.ts'
import { Anatomy } from '../anatomy/Anatomy.tsx'

interface Props {
  readonly run: CellRun
  readonly moment: Moment
  readonly geometry: AnatomyGeometry
  readonly unit: number
  /** Compare marks no selection inside its cells. */
  readonly isMarked: boolean
}

export const OpenCell = ({ run, moment, geometry, unit, isMarked }: Props): ReactElement => {
  const slot = useView((view) => view.slot)
  const reveal = useView((view) => view.reveal)
  return (
    <Anatomy
      geometry={geometry}
      run={run}
      moment={moment}
      reveal={reveal}
      selected={isMarked ? { slot, unit } : null}
      {...(isMarked ? { onOpen: actions.openArithmetic } : {})}
      onSelect={(name, picked) => actions.select({ slot: name, unit: picked })}
    />
  )
}

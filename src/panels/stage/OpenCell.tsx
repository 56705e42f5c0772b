/** The inside of the open cell, wired to the selection; it stands at its group's origin. */
import type { ReactElement } from 'react'
import type { AnatomyGeometry } from '../../describe/geometry.ts'
import { actions, selectInLane, useView, type CellRun, type Moment } from '../../store/index.ts'
import { Anatomy } from '../anatomy/Anatomy.tsx'

interface Props {
  readonly run: CellRun
  readonly moment: Moment
  readonly geometry: AnatomyGeometry
  readonly unit: number
  /** In Compare, where no selection is drawn and a press selects in this cell's lane. */
  readonly isLane?: boolean
}

export const OpenCell = ({ run, moment, geometry, unit, isLane = false }: Props): ReactElement => {
  const slot = useView((view) => (isLane && view.cell !== run.cellId ? null : view.slot))
  const reveal = useView((view) => view.reveal)
  return (
    <Anatomy
      geometry={geometry}
      run={run}
      moment={moment}
      reveal={reveal}
      selected={{ slot, unit }}
      isMarked={!isLane}
      {...(isLane ? {} : { onOpen: actions.openArithmetic })}
      onSelect={(name, picked) =>
        isLane
          ? selectInLane(run.cellId, { slot: name, unit: picked })
          : actions.select({ slot: name, unit: picked })
      }
    />
  )
}

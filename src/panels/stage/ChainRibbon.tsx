/** A state as it is carried through the chain. */
import { useMemo, type ReactElement } from 'react'
import { reachOf } from '../../describe/reach.ts'
import { plane, type Trace } from '../../engine/index.ts'
import { tableOf, type Theme } from '../../ui/colour.ts'
import type { RibbonLane } from './ribbonLanes.ts'
import { RibbonSides } from './RibbonSides.tsx'

interface Props {
  readonly trace: Trace
  readonly lane: RibbonLane
  readonly height: number
  readonly unit: number
  readonly theme: Theme
  readonly reveal: boolean
}

export const ChainRibbon = ({ trace, lane, height, unit, theme, reveal }: Props): ReactElement => (
  <RibbonSides
    values={useMemo(() => plane(trace, lane.slot), [trace, lane.slot])}
    T={trace.T}
    H={trace.program.H}
    table={tableOf(lane.tone, theme, reachOf(trace, lane.slot))}
    unit={unit}
    y={lane.y}
    height={height}
    sides={reveal ? ['before', 'after'] : trace.reversed ? ['after'] : ['before']}
  />
)

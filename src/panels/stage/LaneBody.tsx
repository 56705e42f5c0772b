/** One lane of Compare inside the picture: symbols, edges of the ribbons, the open cell, the curves. */
import type { ReactElement } from 'react'
import { turnedGeometry } from '../../describe/placementMirror.ts'
import { useMessages, type Moment } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { ChainStaff } from './ChainStaff.tsx'
import type { CompareGeometry } from './compareGeometry.ts'
import { NAME_X } from './Gutter.tsx'
import { LaneCurves } from './LaneCurves.tsx'
import type { LaneRun } from './lanes.ts'
import { Part, translate } from './movement.ts'
import { OpenCell } from './OpenCell.tsx'
import { ribbonLanes } from './ribbonLanes.ts'
import { meterPlace } from './stageGeometry.ts'

interface Props {
  readonly lane: LaneRun
  readonly top: number
  readonly moment: Moment
  readonly reveal: boolean
  /** The columns of the curves as they are where nothing moves. */
  readonly scale: TimeScale
  readonly geometry: CompareGeometry
  readonly reach: number
}

export const LaneBody = (props: Props): ReactElement => {
  const { lane, top, moment, reveal, scale, geometry, reach } = props
  const words = useMessages().stage
  const { anatomy, meters, gutter } = geometry
  const lanes = ribbonLanes(lane.run.cell, anatomy)
  const symbols = [
    ...lanes.map(({ slot, tone, y }) => ({ key: `lane ${slot}`, label: slot, tone, y })),
    ...lane.rows.map(({ slot, label, tone, row }) => {
      const { y, height } = meterPlace(meters, row)
      return { key: slot, label, tone, y: y + height / 2 }
    }),
  ]
  return (
    <g transform={`translate(0 ${top})`} className="stage-lane-body" data-lane={lane.cellId}>
      {gutter === null
        ? null
        : symbols.map(({ key, label, tone, y }) => (
            <text
              key={key}
              x={gutter}
              y={y + 4}
              className="stage-symbol"
              style={{ fill: toneVariable(tone) }}
            >
              {label}
            </text>
          ))}
      {gutter === null ? null : (
        <text x={NAME_X} y={meters.bottom + 12} className="stage-label stage-own">
          {words.unit(lane.unit)}
        </text>
      )}
      <ChainStaff
        geometry={{ anatomy, meters, gutter: null }}
        lanes={lanes}
        rows={lane.rows}
        reveal={reveal}
        reversed={lane.run.layer.reversed}
      />
      <Part as="g" at={({ frame }) => ({ transform: translate(frame.pane.x, 0) })}>
        <OpenCell
          run={lane.run}
          moment={moment}
          geometry={lane.run.layer.reversed ? turnedGeometry(anatomy) : anatomy}
          unit={lane.unit}
          isLane
        />
      </Part>
      <LaneCurves
        lane={lane}
        moment={moment}
        reveal={reveal}
        scale={scale}
        geometry={geometry}
        reach={reach}
      />
    </g>
  )
}

/** A closed step in Compare: one input for all lanes, and the meters of each lane's own cell. */
import { memo, type ReactElement } from 'react'
import type { SceneView } from '../../store/index.ts'
import { laneTop, type CompareGeometry } from './compareGeometry.ts'
import type { LaneRun } from './lanes.ts'
import { Meters } from './Meters.tsx'
import type { Palette } from './palette.ts'
import { ribbonLanes } from './ribbonLanes.ts'
import { Token } from './Token.tsx'

interface Props {
  readonly t: number
  readonly width: number
  readonly isKnown: boolean
  readonly lanes: readonly (LaneRun | null)[]
  readonly scene: SceneView
  readonly geometry: CompareGeometry
  readonly palette: Palette
  readonly hasMark: boolean
  readonly hasNumber: boolean
}

const CompareColumnView = (props: Props): ReactElement => {
  const { t, width, isKnown, lanes, scene, geometry, palette, hasMark, hasNumber } = props
  const bottom = laneTop(geometry, lanes.length)
  const some = lanes.find((lane) => lane !== null)
  return (
    <>
      {some ? (
        <Token
          trace={some.run.layer}
          kinds={scene.featureKinds}
          t={t}
          x={width / 2}
          y={geometry.tokenTop}
          size={geometry.token}
          palette={palette}
        />
      ) : null}
      {hasMark ? (
        <text x={width / 2} y={geometry.markY} className="stage-mark">
          {scene.marks[t]}
        </text>
      ) : null}
      {lanes.map((lane, k) =>
        lane ? (
          <g key={lane.cellId} transform={`translate(0 ${laneTop(geometry, k)})`} data-lane={lane.cellId}>
            <Meters
              t={t}
              width={width}
              isKnown={isKnown}
              trace={lane.run.layer}
              unit={lane.unit}
              rows={lane.rows}
              lanes={ribbonLanes(lane.run.cell, geometry.anatomy)}
              geometry={geometry}
              palette={palette}
            />
          </g>
        ) : null,
      )}
      {hasNumber ? (
        <text
          x={width / 2}
          y={bottom + geometry.ruler / 2 + 4}
          className={isKnown ? 'stage-number stage-passed' : 'stage-number'}
        >
          {t}
        </text>
      ) : null}
    </>
  )
}

export const CompareColumn = memo(CompareColumnView)

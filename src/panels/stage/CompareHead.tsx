/** Over the lanes of Compare: the input of the open step, and a tinted column for each job. */
import type { ReactElement } from 'react'
import { JOBS } from '../../describe/jobs.ts'
import { useMessages, type SceneView } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { laneTop, type CompareGeometry } from './compareGeometry.ts'
import type { LaneRun } from './lanes.ts'
import type { Palette } from './palette.ts'
import { Token } from './Token.tsx'

interface TintProps {
  readonly geometry: CompareGeometry
  readonly count: number
  /** The lanes run from right to left. */
  readonly reversed: boolean
}

/** The columns of the jobs in the lens, behind everything that stands in them. */
export const JobTints = ({ geometry, count, reversed }: TintProps): ReactElement | null => {
  const words = useMessages().stage
  const { jobs, anatomy, header } = geometry
  if (jobs === null) return null
  return (
    <g>
      {JOBS.map((job) => {
        const column = anatomy.columnsWithRead[job]
        if (!column) return null
        const x = reversed ? anatomy.width - column.x - column.width : column.x
        return (
          <g key={job}>
            <rect
              x={x}
              y={header - 2}
              width={column.width}
              height={laneTop(geometry, count) - header - 4}
              style={{ fill: toneVariable(job) }}
              className="stage-tint"
            />
            <text x={x + column.width / 2} y={jobs} className="stage-job" style={{ fill: toneVariable(job) }}>
              {words.jobs[job]}
            </text>
          </g>
        )
      })}
    </g>
  )
}

interface Props {
  readonly t: number
  readonly some: LaneRun
  readonly scene: SceneView
  readonly geometry: CompareGeometry
  readonly palette: Palette
}

/** Where the step's name begins, and the mean width of its letters, px. */
const TITLE_LEFT = 12
const TITLE_LETTER = 7.6

/** What the open step says, in its own column. */
export const CompareHead = ({ t, some, scene, geometry, palette }: Props): ReactElement => {
  const { anatomy, tokenTop, token } = geometry
  const isNarrow = geometry.gutter === null
  const isTurned = some.run.layer.reversed && !isNarrow
  // Beside the step, however long its number is.
  const named = TITLE_LEFT + `t = ${t}`.length * TITLE_LETTER + token.width
  const port = isTurned
    ? anatomy.width - anatomy.inputPort - 6
    : Math.max(named, anatomy.inputPort + (isNarrow ? 50 : 6))
  return (
    <>
      <text x={TITLE_LEFT} y={24} className="stage-title">
        <tspan className="stage-now">t = {t}</tspan>
      </text>
      <Token
        trace={some.run.layer}
        kinds={scene.featureKinds}
        t={t}
        x={port}
        y={tokenTop}
        size={token}
        palette={palette}
      />
      <text
        x={port + (isTurned ? -12 : 12)}
        y={tokenTop + 13}
        className={isTurned ? 'stage-said stage-end' : 'stage-said'}
      >
        {scene.said[t]}
      </text>
    </>
  )
}

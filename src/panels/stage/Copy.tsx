/**
 * A copy of the cell at another step: the footprint that the open cell leaves there. Meters of the
 * selected unit on a stem between its ribbons, the joint with the shared weights, and its output. Drawn
 * from the column's left edge, so that a copy that only moves draws nothing again.
 */
import type { ReactElement } from 'react'
import type { CellRun, SceneView } from '../../store/index.ts'
import type { MeterRow } from './meterRows.ts'
import { Meters } from './Meters.tsx'
import { isProbability, outputMark } from './outputMarks.ts'
import { OutputBar } from './OutputBar.tsx'
import type { Palette } from './palette.ts'
import type { RibbonLane } from './ribbonLanes.ts'
import type { StageGeometry } from './stageGeometry.ts'

interface Props {
  readonly t: number
  /** Of its column in the unrolled chain. */
  readonly width: number
  readonly isKnown: boolean
  readonly run: CellRun
  readonly scene: SceneView
  readonly unit: number
  readonly rows: readonly MeterRow[]
  readonly lanes: readonly RibbonLane[]
  readonly geometry: StageGeometry
  readonly palette: Palette
  /** The number that fills an output bar. */
  readonly reach: number
}

export const Copy = (props: Props): ReactElement => {
  const { t, width, isKnown, run, scene, geometry, palette, reach } = props
  const { anatomy, rail } = geometry
  const { output } = anatomy.lanes
  const middle = width / 2
  const outcome = output === null ? null : outputMark(run, scene, t)
  return (
    <>
      <Meters
        t={t}
        width={width}
        isKnown={isKnown}
        trace={run.layer}
        unit={props.unit}
        rows={props.rows}
        lanes={props.lanes}
        geometry={geometry}
        palette={palette}
      />
      {rail === null ? null : (
        <rect x={middle - 2.5} y={rail - 2.5} width={5} height={5} className="stage-joint" />
      )}
      {outcome && output !== null ? (
        <OutputBar
          mark={outcome}
          x={middle}
          y={output}
          half={geometry.outputReach}
          reach={reach}
          probability={isProbability(run)}
          isKnown={isKnown}
          side="below"
          palette={palette}
        />
      ) : null}
    </>
  )
}

/**
 * What stands around the open cell in the unrolled chain: title, what the input says, the output. It is none of the
 * steps' own: as another one opens it stays, and says something else.
 */
import { memo, useRef, type ReactElement } from 'react'
import { useMessages, type CellRun, type SceneView } from '../../store/index.ts'
import { usePhaseProgress } from '../anatomy/usePhaseProgress.ts'
import { cellSizeOf } from './cellSize.ts'
import { Part, translate } from './movement.ts'
import { Ports } from './Ports.tsx'
import { isProbability, outputMark } from './outputMarks.ts'
import { OutputBar } from './OutputBar.tsx'
import type { Palette } from './palette.ts'
import type { StageGeometry } from './stageGeometry.ts'

interface Props {
  readonly t: number
  /** Whether this step's output is computed at this phase. */
  readonly isOutputKnown: boolean
  /** Whether it is being computed. */
  readonly isOutputActive: boolean
  readonly run: CellRun
  readonly scene: SceneView
  readonly geometry: StageGeometry
  readonly palette: Palette
  readonly reach: number
}

const OpenStepView = (props: Props): ReactElement => {
  const { t, run, scene, geometry, palette, reach, isOutputKnown, isOutputActive } = props
  const words = useMessages().stage
  const output = useRef<SVGGElement>(null)
  usePhaseProgress(output)
  const { lanes, inputPort, outputPort } = geometry.anatomy
  const { matrices, weights, biases } = cellSizeOf(run.layer.program)
  const size = matrices
    ? words.weights(matrices.count, matrices.rows, matrices.columns, biases)
    : words.weightsPlain(weights, biases)
  const outcome = lanes.output === null ? null : outputMark(run, scene, t)
  const isNarrow = geometry.gutter === null
  // On the narrow stage the words at the output's port need the title's side.
  const isTurned = isNarrow && run.layer.reversed
  return (
    // Step, input and output are said by the step's option, the cell's name by the pane.
    <Part
      as="g"
      className="stage-around"
      aria-hidden="true"
      at={({ frame }) => ({
        transform: translate(frame.pane.x, frame.pane.y),
        opacity: frame.onlyUnrolled,
        visibility: frame.onlyUnrolled === 0 ? 'hidden' : null,
      })}
    >
      <text
        x={isTurned ? geometry.anatomy.width - 10 : isNarrow ? 10 : 12}
        y={24}
        className={isTurned ? 'stage-title stage-end' : 'stage-title'}
      >
        <tspan className="stage-now">t = {t}</tspan>
        <tspan dx={14}>{words.cellName(run.cell.name)}</tspan>
        {isNarrow ? null : (
          <tspan dx={10} className="stage-size">
            {size}
          </tspan>
        )}
      </text>
      {lanes.input === null ? null : (
        <text
          x={inputPort + (run.layer.reversed ? -14 : 14)}
          y={lanes.input + 4}
          className={run.layer.reversed ? 'stage-said stage-end' : 'stage-said'}
        >
          {scene.said[t]}
        </text>
      )}
      <Ports t={t} run={run} geometry={geometry.anatomy} isNarrow={isNarrow} />
      {outcome && lanes.output !== null && outputPort !== null ? (
        <g ref={output} className="stage-output-now" data-state={isOutputActive ? 'active' : 'done'}>
          <OutputBar
            mark={outcome}
            x={outputPort}
            y={lanes.output}
            half={geometry.outputReach}
            reach={reach}
            probability={isProbability(run)}
            isKnown={isOutputKnown}
            side={run.layer.reversed ? 'right' : 'left'}
            palette={palette}
          />
        </g>
      ) : null}
    </Part>
  )
}

export const OpenStep = memo(OpenStepView)

/** What only the folded cell has: which step it is at, and wires to the axis of inputs and to the output. */
import type { ReactElement } from 'react'
import { formatNumber } from '../../i18n/index.ts'
import { useLanguage, type CellRun, type Moment, type SceneView } from '../../store/index.ts'
import { mix } from '../../ui/timeScale.ts'
import { outputSide } from './foldedGeometry.ts'
import { Part, translate } from './movement.ts'
import { outputMark } from './outputMarks.ts'
import type { Palette } from './palette.ts'
import { tokenPlace, type StageFrame, type StageShape } from './stageFrame.ts'

interface Props {
  readonly run: CellRun
  readonly scene: SceneView
  readonly moment: Moment
  readonly isOutputKnown: boolean
  readonly palette: Palette
  readonly shape: StageShape
}

/** Beside the wire that a conveyor drops to the bus, from the edge at which the carried values come in. */
const TITLE_X = 22

/** From the open step's token, wherever it is, to where the open cell's own wire begins. */
export const inputWire = (shape: StageShape, frame: StageFrame, t: number): string => {
  const { x, y, height } = tokenPlace(shape, frame, t, true)
  const { anatomy } = shape.unrolled
  const top = y - height / 2
  const end = frame.pane.y + (anatomy.lanes.input ?? 0) - 14
  return `M${x} ${top - 3 * frame.fold}V${top - 14 * frame.fold}H${frame.pane.x + anatomy.inputPort}V${end}`
}

/** From where the open cell's wire ends up to the square of the output. */
const outputWire = ({ unrolled, folded }: StageShape, { pane, fold }: StageFrame): string => {
  const { lanes, outputPort } = unrolled.anatomy
  const end = pane.y + (lanes.output ?? 0) + 16
  return `M${pane.x + (outputPort ?? 0)} ${end}V${mix(end, folded.output + 9, fold)}`
}

export const FoldedParts = (props: Props): ReactElement => {
  const { run, scene, moment, isOutputKnown, palette, shape } = props
  const { t } = moment
  const language = useLanguage()
  const { folded, unrolled } = shape
  const outcome = outputMark(run, scene, t)
  const isNarrow = unrolled.gutter === null
  const port = unrolled.anatomy.outputPort ?? 0
  const side = outputSide(folded, shape.width, port)
  const title = run.layer.reversed
    ? ({ x: folded.anatomy.width - TITLE_X, textAnchor: 'end' } as const)
    : ({ x: TITLE_X } as const)
  const said = outcome && [outcome.predicted?.name, formatNumber(outcome.value, language)]
  return (
    <>
      {['stage-halo', 'stage-wire stage-wire-input'].map((name) => (
        <Part
          key={name}
          as="path"
          className={name}
          at={({ shape: now, frame }) => ({ d: inputWire(now, frame, t) })}
        />
      ))}
      {isNarrow ? null : (
        <Part
          as="g"
          at={({ frame }) => ({
            transform: translate(frame.pane.x, frame.pane.y),
            opacity: frame.onlyFolded,
          })}
        >
          <text {...title} y={172} className="stage-title stage-now">
            t = {t}
          </text>
          <text {...title} y={189} className="stage-title stage-small">
            {run.cell.name}
          </text>
        </Part>
      )}
      {outcome ? (
        <g className={isOutputKnown ? undefined : 'stage-faint'}>
          {['stage-halo', 'stage-wire stage-wire-hidden'].map((name) => (
            <Part
              key={name}
              as="path"
              className={name}
              at={({ shape: now, frame }) => ({ d: outputWire(now, frame) })}
            />
          ))}
          <Part
            as="g"
            at={({ frame }) => ({
              transform: translate(frame.pane.x + port, folded.output),
              opacity: frame.onlyFolded,
            })}
          >
            <rect
              x={-7}
              y={-7}
              width={14}
              height={14}
              rx={2}
              fill={isOutputKnown ? palette.signed(outcome.value) : 'none'}
              className="stage-square"
              {...(isOutputKnown
                ? { 'data-slot': 'y', 'data-unit': outcome.output, 'data-t': t, 'data-value': outcome.value }
                : {})}
            />
            <text x={side === 'end' ? -13 : 13} y={4} textAnchor={side} className="stage-letter stage-ink">
              y
              <tspan dy={3} className="stage-subscript">
                {t}
              </tspan>
              {isOutputKnown ? (
                <tspan dx={8} dy={-3} className="stage-said">
                  {said?.filter(Boolean).join(' ')}
                </tspan>
              ) : null}
            </text>
          </Part>
        </g>
      ) : null}
    </>
  )
}

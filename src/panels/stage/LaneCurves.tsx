/** Under each lane of Compare: its output against the target, and how far back that output remembers. */
import type { ReactElement } from 'react'
import { isBefore } from '../../describe/order.ts'
import { formatNumber } from '../../i18n/index.ts'
import { useLanguage, useMessages, type Moment } from '../../store/index.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import type { CompareGeometry } from './compareGeometry.ts'
import { curvePath, logY, splitAt, type Point } from './curves.ts'
import { NAME_X } from './Gutter.tsx'
import type { LaneRun } from './lanes.ts'
import { isProbability } from './outputMarks.ts'

interface Props {
  readonly lane: LaneRun
  readonly moment: Moment
  readonly reveal: boolean
  /** The scale of the curves: with a lens, or with equal columns. */
  readonly scale: TimeScale
  readonly geometry: CompareGeometry
  /** The number that reaches the edge of the output's strip; the same in all lanes. */
  readonly reach: number
}

const isDrawn =
  ({ first, last }: TimeScale) =>
  ({ t }: { readonly t: number }): boolean =>
    t >= first && t <= last

const OutputCurve = ({ lane, moment, reveal, scale, geometry, reach }: Props): ReactElement => {
  const words = useMessages().stage
  const { top, height } = geometry.output
  const upward = isProbability(lane.run)
  const zero = upward ? top + height - 3 : top + height / 2
  const full = upward ? height - 6 : height / 2 - 3
  const y = (value: number): number => zero - full * Math.min(1, Math.max(-1, value / reach))
  const isKnown = (t: number): boolean =>
    reveal || isBefore(lane.run.layer, t, moment.t) || (t === moment.t && moment.phase === 6)
  const marks = lane.outputs.filter(isDrawn(scale))
  const { past, ahead } = splitAt(marks, isKnown)
  const end = scale.left(scale.last) + scale.width(scale.last)
  return (
    <g role="img" aria-label={words.outputName(lane.run.cell.name)}>
      <path d={`M${scale.left(scale.first)} ${zero}H${end}`} className="stage-rule" />
      <path d={curvePath(ahead, scale.middle, y)} className="stage-curve stage-curve-ahead" />
      <path d={curvePath(past, scale.middle, y)} className="stage-curve" />
      {marks
        .filter(({ t }) => isKnown(t) && (t === moment.t || marks.length === 1))
        .map(({ t, value, output }) => (
          <circle
            key={t}
            cx={scale.middle(t)}
            cy={y(value)}
            r={2.6}
            className="stage-point"
            data-slot="y"
            data-unit={output}
            data-t={t}
            data-value={value}
          />
        ))}
      {marks.map(({ t, target }) =>
        target === null ? null : (
          <path
            key={t}
            d={`M${scale.middle(t) - 6} ${y(target)}h12`}
            className={isKnown(t) ? 'stage-wanted' : 'stage-wanted stage-wanted-ahead'}
            data-target={target}
            data-t={t}
          />
        ),
      )}
    </g>
  )
}

const MemoryCurve = ({ lane, moment, scale, geometry }: Props): ReactElement => {
  const words = useMessages().stage
  const language = useLanguage()
  const { memory, memoryAt, run } = lane
  const bottom = geometry.memory.top + geometry.memory.height
  const y = logY(bottom, geometry.memory.height)
  const drawn = memory.filter(isDrawn(scale))
  const line = curvePath(drawn, scale.middle, y)
  const [first, last] = [drawn[0], drawn.at(-1)]
  const now = drawn.find(({ t }) => t === moment.t)
  const number = (point: Point | undefined): string => (point ? formatNumber(point.value, language) : '')
  return (
    <g
      role="img"
      aria-label={words.memoryName(run.cell.name, memoryAt, number(memory[0]), number(memory.at(-1)))}
    >
      {first && last ? (
        <path
          d={`${line}L${scale.middle(last.t)} ${bottom}L${scale.middle(first.t)} ${bottom}Z`}
          className="stage-memory-area"
        />
      ) : null}
      <path d={line} className="stage-memory" />
      <path
        d={`M${scale.left(scale.first)} ${bottom}H${scale.left(scale.last) + scale.width(scale.last)}`}
        className="stage-rule"
      />
      {now ? (
        <circle
          cx={scale.middle(now.t)}
          cy={y(now.value)}
          r={2.6}
          className="stage-memory-point"
          data-memory-of={memoryAt}
          data-t={now.t}
          data-value={now.value}
        />
      ) : null}
    </g>
  )
}

export const LaneCurves = (props: Props): ReactElement => {
  const words = useMessages().stage
  const { lane, geometry } = props
  const { output, memory, gutter } = geometry
  return (
    <>
      {gutter === null ? (
        <>
          <text x={NAME_X} y={output.top - 3} className="stage-label">
            {words.output}
          </text>
          <text x={NAME_X} y={memory.top - 3} className="stage-label stage-remembers">
            {words.memory} {words.memoryAt(lane.memoryAt)}
          </text>
        </>
      ) : (
        <>
          <text x={NAME_X} y={output.top + output.height / 2 + 4} className="stage-label">
            {words.output}
          </text>
          <text x={NAME_X} y={memory.top + 11} className="stage-label stage-remembers">
            {words.memory}
          </text>
          <text x={NAME_X} y={memory.top + 24} className="stage-label stage-remembers">
            {words.memoryAt(lane.memoryAt)}
          </text>
        </>
      )}
      <OutputCurve {...props} />
      <MemoryCurve {...props} />
    </>
  )
}

/** Under each lane of Compare: its output against the target, and how far back that output remembers. */
import type { ReactElement } from 'react'
import { isBefore } from '../../describe/order.ts'
import { formatNumber } from '../../i18n/index.ts'
import { useLanguage, useMessages, type Moment } from '../../store/index.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { isOnAxis, type BandsFrame } from '../bands/bandsFrame.ts'
import { Part } from '../bands/movement.ts'
import type { CompareGeometry } from './compareGeometry.ts'
import { curvePath, logY, splitAt, type Point } from './curves.ts'
import { NAME_X } from './Gutter.tsx'
import type { LaneRun } from './lanes.ts'
import { isProbability } from './outputMarks.ts'

interface Props {
  readonly lane: LaneRun
  readonly moment: Moment
  readonly reveal: boolean
  /** The columns of the curves, with a lens or equal, as they are where nothing moves. */
  readonly scale: TimeScale
  readonly geometry: CompareGeometry
  /** The number that reaches the edge of the output's strip; the same in all lanes. */
  readonly reach: number
}

/** The steps in view, and one at each side: the lens moves a window by a step. */
const isNear =
  ({ first, last }: TimeScale) =>
  ({ t }: Pick<Point, 't'>): boolean =>
    t >= first - 1 && t <= last + 1

/** The line through those of some points that lie on the time axis. */
const curve = (frame: BandsFrame, points: readonly Point[], y: (value: number) => number): string =>
  curvePath(
    points.filter(({ t }) => isOnAxis(frame, t)),
    frame.point,
    y,
  )

const visible = (frame: BandsFrame, t: number) => (isOnAxis(frame, t) ? null : 'hidden')

/** A line along the time axis. */
const Rule = ({ y }: { readonly y: number }): ReactElement => (
  <Part as="path" at={({ axis }) => ({ d: `M${axis[0]} ${y}H${axis[1]}` })} className="stage-rule" />
)

const OutputCurve = ({ lane, moment, reveal, scale, geometry, reach }: Props): ReactElement => {
  const words = useMessages().stage
  const { top, height } = geometry.output
  const upward = isProbability(lane.run)
  const zero = upward ? top + height - 3 : top + height / 2
  const full = upward ? height - 6 : height / 2 - 3
  const y = (value: number): number => zero - full * Math.min(1, Math.max(-1, value / reach))
  const isKnown = (t: number): boolean =>
    reveal || isBefore(lane.run.layer, t, moment.t) || (t === moment.t && moment.phase === 6)
  const marks = lane.outputs.filter(isNear(scale))
  const { past, ahead } = splitAt(marks, isKnown)
  return (
    <g role="img" aria-label={words.outputName(lane.run.cell.name)}>
      <Rule y={zero} />
      <Part
        as="path"
        at={(frame) => ({ d: curve(frame, ahead, y) })}
        className="stage-curve stage-curve-ahead"
      />
      <Part as="path" at={(frame) => ({ d: curve(frame, past, y) })} className="stage-curve" />
      {marks
        .filter(({ t }) => isKnown(t) && (t === moment.t || marks.length === 1))
        .map(({ t, value, output }) => (
          <Part
            key={t}
            as="circle"
            at={(frame) => ({ cx: frame.point(t), visibility: visible(frame, t) })}
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
          <Part
            key={t}
            as="path"
            at={(frame) => ({
              d: `M${frame.point(t) - 6} ${y(target)}h12`,
              visibility: visible(frame, t),
            })}
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
  const drawn = memory.filter(isNear(scale))
  const area = (frame: BandsFrame): string => {
    const [first, last] = [drawn, drawn.toReversed()].map((own) => own.find(({ t }) => isOnAxis(frame, t)))
    return first && last
      ? `${curve(frame, drawn, y)}L${frame.point(last.t)} ${bottom}L${frame.point(first.t)} ${bottom}Z`
      : ''
  }
  const now = drawn.find(({ t }) => t === moment.t)
  const number = (point: Point | undefined): string => (point ? formatNumber(point.value, language) : '')
  return (
    <g
      role="img"
      aria-label={words.memoryName(run.cell.name, memoryAt, number(memory[0]), number(memory.at(-1)))}
    >
      <Part as="path" at={(frame) => ({ d: area(frame) })} className="stage-memory-area" />
      <Part as="path" at={(frame) => ({ d: curve(frame, drawn, y) })} className="stage-memory" />
      <Rule y={bottom} />
      {now ? (
        <Part
          as="circle"
          at={({ point }) => ({ cx: point(now.t) })}
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

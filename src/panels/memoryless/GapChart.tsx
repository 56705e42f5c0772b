/** Share of right answers over the gap: a line a network through the middle of its seeds, a dot a seed. */
import type { PointerEvent, ReactElement } from 'react'
import { formatPercent } from '../../store/index.ts'
import { CHANCE, type GapStudy } from '../../store/memoryless.ts'
import { dragging } from '../../ui/dragging.ts'
import { pathOf, spread } from '../train/axes.ts'
import { PlotFrame } from '../train/PlotFrame.tsx'
import { gapAxis, gapBox, nearestGap, shareAxis } from './geometry.ts'
import { dashFor, nameOf, useWords } from './words.ts'

interface Props {
  readonly study: GapStudy
  readonly gap: number
  readonly k: number
  /** The share from which a network counts as one that learned. */
  readonly bound: number
  readonly width: number
  readonly narrow: boolean
  readonly onSelect: (gap: number) => void
}

export const GapChart = (props: Props): ReactElement => {
  const { study, gap, k, bound, width, narrow, onSelect } = props
  const words = useWords()
  const box = gapBox(width, narrow)
  const x = gapAxis(box, study.gaps)
  const y = shareAxis(box)
  const edge = Math.min(box.right, x.at(k - 0.5))
  const lines = study.rows.map(({ contestant, outcomes }) => ({
    contestant,
    points: outcomes.map(({ metric }, j) => [x.at(study.gaps[j]!), y.at(metric)] as const),
    dots: outcomes.flatMap(({ results }, j) =>
      results.map(({ metric }) => ({ metric, x: x.at(study.gaps[j]!), y: y.at(metric) })),
    ),
  }))
  const drawn = lines.filter(({ dots }) => dots.length > 0)
  const ends = spread(
    drawn.map(({ points }) => (points.findLast(([, py]) => Number.isFinite(py))?.[1] ?? 0) + 4),
    14,
  )
  const over = Math.max(0, Math.max(0, ...ends) - box.bottom)
  const select = (event: PointerEvent<SVGSVGElement>): void =>
    onSelect(nearestGap(x, study.gaps, event.clientX - event.currentTarget.getBoundingClientRect().left))
  return (
    <svg
      width={width}
      height={box.height}
      className="memoryless-chart"
      aria-hidden="true"
      {...dragging(select)}
    >
      <PlotFrame box={box} y={y.at} ticks={y.ticks} label={formatPercent}>
        <rect
          x={box.left}
          y={box.top}
          width={Math.max(0, edge - box.left)}
          height={box.bottom - box.top}
          className="memoryless-reach"
        />
      </PlotFrame>
      {x.ticks.map((tick) => (
        <text key={tick} x={x.at(tick)} y={box.bottom + 18} className="train-tick train-middle">
          {tick}
        </text>
      ))}
      <text x={(box.left + box.right) / 2} y={box.bottom + 36} className="train-tick train-middle">
        {words.gap.axis}
      </text>
      {[
        { name: words.gap.chance, value: CHANCE },
        { name: words.gap.bound, value: bound },
      ].map(({ name, value }) => (
        <g key={name}>
          <path d={`M${box.left} ${y.at(value)}H${box.right}`} className="train-baseline" />
          <text x={box.right - 6} y={y.at(value) + 13} className="train-note train-end">
            {name} {formatPercent(value)}
          </text>
        </g>
      ))}
      <text x={box.left + 6} y={box.bottom - 7} className="train-note">
        {edge - box.left > 110 ? words.gap.reach : ''}
      </text>
      {drawn.length > 0 ? (
        <path d={`M${x.at(gap)} ${box.top}V${box.bottom}`} className="train-cursor" />
      ) : null}
      {lines.map(({ contestant, points, dots }) => (
        <g key={contestant.id} data-line={contestant.id}>
          <path
            d={pathOf(points.filter(([, py]) => Number.isFinite(py)))}
            className={contestant.id === 'window' ? 'train-curve train-curve-shown' : 'train-curve'}
            strokeDasharray={dashFor(contestant)}
          />
          {dots.map((dot, j) => (
            // Seeds of one gap lie on one column and never move.
            <circle
              key={j}
              cx={dot.x}
              cy={dot.y}
              r={2.75}
              className="memoryless-dot"
              data-metric={dot.metric}
            />
          ))}
        </g>
      ))}
      {drawn.map(({ contestant }, j) => (
        <text key={contestant.id} x={box.right + 8} y={ends[j]! - over} className="train-name">
          {nameOf(contestant, words)}
        </text>
      ))}
      {drawn.length === 0 ? (
        <text
          x={(box.left + box.right) / 2}
          y={(box.top + box.bottom) / 2}
          className="train-note train-middle"
        >
          {words.gap.empty}
        </text>
      ) : null}
    </svg>
  )
}

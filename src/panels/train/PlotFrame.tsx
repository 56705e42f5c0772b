/** The ground of a chart and its vertical axis: a line across and a number beside it at each tick. */
import type { ReactElement, ReactNode } from 'react'
import type { Box } from './axes.ts'

interface Props {
  readonly box: Box
  /** Where a value lies, px. */
  readonly y: (value: number) => number
  readonly ticks: readonly number[]
  readonly label: (tick: number) => string
  /** Where the numbers stand, and how far from the plot, px. */
  readonly side?: 'left' | 'right'
  readonly gap?: number
  /** The tick that the others are measured by. */
  readonly base?: number
  /** What lies below the grid. */
  readonly children?: ReactNode
}

export const PlotFrame = ({
  box: { left, right, top, bottom },
  y,
  ticks,
  label,
  side = 'left',
  gap = 8,
  base,
  children,
}: Props): ReactElement => (
  <>
    <rect x={left} y={top} width={Math.max(1, right - left)} height={bottom - top} className="train-plot" />
    {children}
    {ticks.map((tick) => (
      <g key={tick}>
        <path
          d={`M${left} ${y(tick)}H${right}`}
          className={tick === base ? 'train-baseline' : 'train-grid'}
        />
        <text
          x={side === 'left' ? left - gap : right + gap}
          y={y(tick) + 3.5}
          className={side === 'left' ? 'train-tick train-end' : 'train-tick'}
        >
          {label(tick)}
        </text>
      </g>
    ))}
  </>
)

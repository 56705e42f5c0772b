/** A small chart: a few lines over updates, each named at its end. */
import type { ReactElement } from 'react'
import { scaleLinear } from 'd3'
import type { DecayWay } from '../../engine/index.ts'
import { formatExact, useLanguage } from '../../store/index.ts'
import { logAxis, type LogAxis } from '../labs/logAxis.ts'
import { pathOf, spread, type Box } from '../train/axes.ts'
import { PlotFrame } from '../train/PlotFrame.tsx'

export interface MiniLine {
  readonly id: string
  /** What it stands for: colour and dash. */
  readonly way: DecayWay
  /** Heavier lines for larger gradients, 0 … 3. */
  readonly weight?: number
  readonly name: string
  /** Value at each place of `at`. */
  readonly values: readonly number[]
}

interface Props {
  readonly title: string
  /** What a screen reader is told of the picture. */
  readonly label: string
  readonly lines: readonly MiniLine[]
  /** Updates of the values. */
  readonly at: readonly number[]
  readonly last: number
  readonly width: number
  /** Log scale, or linear from 0 to at least `top`. */
  readonly scale: 'log' | { readonly top: number }
}

const HEIGHT = 150
const BOX = { top: 24, bottom: HEIGHT - 22, left: 38 }

const axisOf = (box: Box, values: readonly number[], scale: Props['scale']): LogAxis => {
  if (scale === 'log') return logAxis(box, values)
  const most = values.reduce((top, value) => (value > top && Number.isFinite(value) ? value : top), scale.top)
  const y = scaleLinear([0, most], [box.bottom, box.top]).clamp(true)
  return { y, ticks: y.ticks(3) }
}

export const MiniPlot = ({ title, label, lines, at, last, width, scale }: Props): ReactElement => {
  const language = useLanguage()
  const box = { ...BOX, right: Math.max(BOX.left + 20, width - 42) }
  const all = lines.flatMap(({ values }) => values)
  const axis = axisOf(box, all, scale)
  const x = scaleLinear([0, last], [box.left, box.right])
  const ends = lines.map(({ values }) => axis.y(values.findLast((value) => Number.isFinite(value)) ?? 0) + 4)
  const names = spread(ends, 11)
  const over = Math.max(0, Math.max(...names) - box.bottom - 3)
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      <text x={4} y={13} className="mini-title">
        {title}
      </text>
      <PlotFrame {...axis} box={box} label={(tick) => formatExact(tick, language)} gap={5} />
      {[0, last].map((tick) => (
        <text key={tick} x={x(tick)} y={HEIGHT - 7} className="train-tick train-middle">
          {tick}
        </text>
      ))}
      {lines.map(({ id, way, weight, name, values }, k) => (
        <g key={id} data-line={id}>
          <path
            d={pathOf(
              values.map((value, n) => [x(at[n]!), Number.isFinite(value) ? axis.y(value) : NaN] as const),
            )}
            className={`mini-line race-${way} ${weight === undefined ? '' : `race-scale-${weight}`}`}
          />
          <text x={box.right + 4} y={names[k]! - over} className={`mini-name race-${way}-name`}>
            {name}
          </text>
        </g>
      ))}
    </svg>
  )
}

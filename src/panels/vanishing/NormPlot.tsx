/** One chart of norms over the steps, on a log scale: a line a cell, by dash; direct paths in the colour of keep. */
import type { ReactElement } from 'react'
import { useLanguage } from '../../store/index.ts'
import { SymbolSpans } from '../labs/Symbols.tsx'
import { pathOf, spread, type Box } from '../train/axes.ts'
import { PlotFrame } from '../train/PlotFrame.tsx'
import { dashOf, formatTick } from '../train/words.ts'
import { stepScale, stepTicks, type Line, type NormAxis } from './geometry.ts'

interface Props {
  readonly title: string
  readonly lines: readonly Line[]
  readonly axis: NormAxis
  readonly box: Box
  readonly T: number
  readonly t: number
  readonly cell: string
  /** Where the title begins. */
  readonly left: number
}

export const NormPlot = ({ title, lines, axis, box, T, t, cell, left }: Props): ReactElement => {
  const language = useLanguage()
  const x = stepScale(box, T)
  const { y, ticks } = axis
  const names = spread(
    lines.map(({ values }) => y(values[0]!) + 4),
    13,
  )
  // Names that would run out at the bottom move up together.
  const over = Math.max(0, Math.max(...names) - box.bottom - 4)
  return (
    <g>
      <text x={left} y={box.top - 20} className="train-title">
        <SymbolSpans text={title} />
      </text>
      <PlotFrame
        {...{ box, y, ticks }}
        label={(tick) => formatTick(tick, language)}
        side="right"
        gap={6}
        base={1}
      />
      {stepTicks(T, box.right - box.left).map((tick) => (
        <g key={tick}>
          <path d={`M${x(tick)} ${box.bottom}v4`} className="train-stop" />
          <text x={x(tick)} y={box.bottom + 17} className="train-tick train-middle">
            {tick === T ? `T = ${T}` : tick}
          </text>
        </g>
      ))}
      <path d={`M${x(t)} ${box.top}V${box.bottom}`} className="train-cursor" />
      {lines.map((line, k) => (
        <g key={line.id} className={`norm-${line.kind}`} data-line={line.id}>
          <path
            d={pathOf(Array.from(line.values, (norm, step) => [x(step), y(norm)] as const))}
            className={line.cell === cell ? 'train-curve train-curve-shown' : 'train-curve'}
            strokeDasharray={dashOf(line.cell)}
          />
          <text
            x={box.left - 8}
            y={names[k]! - over}
            className={line.cell === cell ? 'train-name train-end norm-chosen' : 'train-name train-end'}
          >
            {line.name}
          </text>
          <circle
            cx={x(t)}
            cy={y(line.values[t]!)}
            r={line.cell === cell ? 4 : 2.75}
            className="train-point"
            data-norm={line.values[t]}
          />
        </g>
      ))}
    </g>
  )
}

/** The jobs of the selected unit at one step: a bar each, with a tick where it stood before training. */
import { memo, type ReactElement } from 'react'
import { at, type Trace } from '../../engine/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import type { Palette } from '../stage/palette.ts'
import { meterFill } from '../stage/stageGeometry.ts'
import type { MeterLine } from './stageRows.ts'

interface Props {
  readonly trace: Trace
  readonly untrained: Trace | null
  readonly t: number
  readonly unit: number
  readonly lines: readonly MeterLine[]
  /** Left edge and width of the step's column. */
  readonly left: number
  readonly width: number
  readonly palette: Palette
}

/** Height of a value in a meter, from its top. */
const levelOf = (value: number, height: number, signed: boolean): number => {
  const share = Math.min(1, Math.max(signed ? -1 : 0, value))
  return signed ? height / 2 - (height / 2) * share : height - height * share
}

const StageMetersView = (props: Props): ReactElement => {
  const { trace, untrained, t, unit, lines, left, width, palette } = props
  const pad = Math.min(4, width / 8)
  const inner = Math.max(1, width - 2 * pad)
  return (
    <g>
      {lines.map(({ top, height, meters }) => {
        const own = Math.max(1, inner / meters.length - (meters.length - 1))
        return meters.map(({ slot, tone, signed }, k) => {
          const x = left + pad + k * (own + 2)
          const value = at(trace, t, slot)[unit] ?? NaN
          const fill = meterFill({ y: top, height }, value, signed)
          const before = untrained ? (at(untrained, t, slot)[unit] ?? NaN) : NaN
          return (
            <g key={slot}>
              <rect x={x} y={top} width={own} height={height} className="train-box" />
              <rect
                x={x}
                y={fill.y}
                width={own}
                height={fill.height}
                style={{ fill: signed ? palette.bar(value) : toneVariable(tone) }}
                data-slot={slot}
                data-unit={unit}
                data-t={t}
                data-value={value}
              />
              {Number.isNaN(before) ? null : (
                <path
                  d={`M${x - 1} ${top + levelOf(before, height, signed)}h${own + 2}`}
                  className="train-untrained"
                />
              )}
            </g>
          )
        })
      })}
    </g>
  )
}

export const StageMeters = memo(StageMetersView)

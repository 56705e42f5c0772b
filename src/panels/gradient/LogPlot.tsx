/**
 * Inside the lens a band of gradients is a dot plot on the shared signed logarithmic axis. Drawn from the lens's
 * left edge.
 */
import type { ReactElement } from 'react'
import type { ColourScale } from '../../ui/colour.ts'
import { signedLog, signedLogTicks } from '../../ui/signedLog.ts'

export interface LogDot {
  readonly unit: number
  readonly value: number
  readonly y: number
}

/** Middle and half width of the axis in the lens. */
export const logAxis = (width: number): { middle: number; half: number } => {
  const [start, end] = width < 400 ? [44, width - 60] : [74, width - 80]
  return { middle: (start + end) / 2, half: (end - start) / 2 }
}

interface Props {
  readonly width: number
  /** End of the axis. */
  readonly reach: number
  readonly dots: readonly LogDot[]
  readonly height: number
  readonly selected: number
  readonly colour: ColourScale
  readonly slot: string
  readonly t: number
  readonly selectedName: string
  readonly selectedValue: string
}

export const LogPlot = (props: Props): ReactElement => {
  const { dots, height, selected, colour, width, reach, slot, t } = props
  const { middle, half } = logAxis(width)
  const place = (value: number): number => middle + half * (signedLog(value, reach) || 0)
  const own = dots.find(({ unit }) => unit === selected)
  return (
    <g className="bands-lens">
      {signedLogTicks(reach).map((tick) => (
        <path
          key={tick.place}
          d={`M${middle + half * tick.place} -1v${height + 2}`}
          className={tick.place === 0 ? 'bands-axis-strong' : 'bands-axis'}
        />
      ))}
      {dots.map(({ unit, value, y }) => {
        const isSelected = unit === selected
        const fill = colour(Math.sign(value) * reach * 0.5)
        return (
          <g
            key={unit}
            className={isSelected ? 'bands-dot bands-selected' : 'bands-dot'}
            data-slot={slot}
            data-unit={unit}
            data-t={t}
            data-value={value}
          >
            <path d={`M${middle} ${y}H${place(value)}`} style={{ stroke: fill }} />
            <circle cx={place(value)} cy={y} r={isSelected ? 3.6 : 2.3} style={{ fill }} />
          </g>
        )
      })}
      {own ? (
        <>
          <text x={middle - half - 8} y={own.y + 3.5} className="bands-own bands-end">
            {props.selectedName}
          </text>
          <text x={width - 12} y={own.y + 4} className="bands-number bands-end">
            {props.selectedValue}
          </text>
        </>
      ) : null}
    </g>
  )
}

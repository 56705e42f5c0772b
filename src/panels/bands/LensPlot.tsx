/**
 * Inside the lens a band is a dot plot: one dot a row on the quantity's own axis, with its number. Drawn
 * from the lens's left edge.
 */
import { useRef, type ReactElement } from 'react'
import type { Moment } from '../../store/index.ts'
import { usePhaseProgress } from '../anatomy/usePhaseProgress.ts'
import { isGate, scaleOf, tableOf, toneVariable, type Theme, type Tone } from '../../ui/colour.ts'

export interface Dot {
  readonly unit: number
  readonly value: number
  /** Middle of the row. */
  readonly y: number
}

interface Props {
  /** Being computed in the phase on screen. */
  readonly isActive: boolean
  readonly slot: string
  readonly moment: Moment
  readonly tone: Tone
  readonly dots: readonly Dot[]
  /** What the end of a signed axis stands for: 1, or more where values go beyond. */
  readonly reach: number
  readonly width: number
  readonly height: number
  readonly selected: number | null
  readonly theme: Theme
  /** Row names at the left of the axis, e.g. components of x. */
  readonly names: readonly string[] | null
  readonly selectedName: string
  readonly selectedValue: string
}

/** Mean width of a character at the names' size. */
const CHARACTER = 5.8

/** Room at both sides for names and the number: narrower on small lenses, wider for long names. */
const marginOf = (width: number, names: readonly string[]): number => {
  const longest = Math.max(0, ...names.map((name) => name.length))
  return Math.min(width * 0.3, Math.max(Math.min(74, width * 0.2), longest * CHARACTER + 14))
}

/** Between middles of rows of text that stand clear of each other, px. */
const LINE = 12
/** From the edge of a band to the middle of text within it, px. */
const INSET = 5

/**
 * Middle of the row in which the ends of the axis are written: that of the band, or where the selected unit's
 * number is, as they would read as digits of it, the edge that is farther from it. Null where neither is clear.
 */
export const endsAt = (height: number, own: number | null): number | null => {
  const middle = height / 2
  if (own === null || Math.abs(own - middle) >= LINE) return middle
  const edge = own > middle ? INSET : height - INSET
  return Math.abs(own - edge) >= LINE ? edge : null
}

/** Of rows of text closer than their letters are high, every so many have one. */
export const namedEvery = (rowHeight: number): number => Math.max(1, Math.ceil(LINE / rowHeight - 1e-9))

export const LensPlot = (props: Props): ReactElement => {
  const { slot, moment, tone, dots, width, height, selected, theme, names } = props
  const plot = useRef<SVGGElement>(null)
  usePhaseProgress(plot, moment)
  const margin = marginOf(width, names ?? [])
  const signed = !isGate(tone)
  const x0 = margin
  const x1 = width - margin
  const zero = signed ? (x0 + x1) / 2 : x0
  const half = x1 - zero
  const limit = signed ? props.reach : 1
  const signedColour = scaleOf(tableOf(tone, theme))
  const x = (value: number): number => zero + half * Math.max(-1, Math.min(1, value / limit))
  const own = dots.find((dot) => dot.unit === selected)
  const ends = endsAt(height, own?.y ?? null)
  const every = namedEvery(height / Math.max(1, dots.length))
  return (
    <g ref={plot} className="bands-lens" data-state={props.isActive ? 'active' : 'done'}>
      <path d={`M${zero} -1v${height + 2}`} className="bands-axis-strong" />
      {signed ? null : <path d={`M${x1} -1v${height + 2}`} className="bands-axis" />}
      {dots.map(({ unit, value, y }, k) => {
        const isSelected = unit === selected
        const line = signed ? signedColour(value < 0 ? -0.75 : 0.75) : toneVariable(tone)
        const fill = signed ? signedColour(value < 0 ? -0.9 : 0.9) : toneVariable(tone)
        return (
          <g
            // By its place: which unit of several is the strongest changes from step to step.
            key={k}
            className={isSelected ? 'bands-dot bands-selected' : 'bands-dot'}
            data-slot={slot}
            data-unit={unit}
            data-t={moment.t}
            data-value={value}
          >
            <path d={`M${zero} ${y}H${x(value)}`} style={{ stroke: line }} />
            <circle cx={x(value)} cy={y} r={isSelected ? 3.6 : 2.3} style={{ fill }} />
          </g>
        )
      })}
      {names?.map((name, k) =>
        dots[k] && k % every === 0 ? (
          <text key={name} x={x0 - 8} y={dots[k].y + 3.5} className="bands-tick bands-end">
            {name}
          </text>
        ) : null,
      )}
      {names || ends === null ? null : (
        <>
          <text x={x0 - 8} y={ends + 3.5} className="bands-tick bands-end">
            {signed ? `−${limit}` : '0'}
          </text>
          <text x={x1 + 6} y={ends + 3.5} className="bands-tick">
            {limit}
          </text>
        </>
      )}
      {own ? (
        <>
          <text x={x0 - 8} y={own.y + 3.5} className="bands-own bands-end">
            {props.selectedName}
          </text>
          <text x={width - 14} y={own.y + 4} className="bands-number bands-end">
            {props.selectedValue}
          </text>
        </>
      ) : null}
    </g>
  )
}

/** The number under the pointer, as f₉[7] = 0.06. Pointers alone see it: texts and tables say the same. */
import type { ReactElement } from 'react'
import './datumTip.css'

interface Props {
  /** Where it stands within its positioned parent, px. */
  readonly left: number
  readonly top: number
  /** The side of `left` on which it stands. */
  readonly side: 'left' | 'right'
  readonly name: string
  /** Timestep; −1 is what the first step starts from; null for weights, which are the same at all. */
  readonly t: number | null
  /** Null for what is no unit: a component of x, an output. */
  readonly unit: number | null
  /** The column of a weight, whose row is the unit. */
  readonly input?: number
  /** The number as the page writes it. */
  readonly value: string
}

export const DatumTip = ({ left, top, side, name, t, unit, input, value }: Props): ReactElement => (
  <div className="datum-tip" style={{ left, top }} data-side={side} aria-hidden="true">
    <i>{name}</i>
    {t === null ? null : <sub>{t < 0 ? `−${-t}` : t}</sub>}
    {unit === null ? '' : input === undefined ? `[${unit}]` : `[${unit}, ${input}]`} = {value}
  </div>
)

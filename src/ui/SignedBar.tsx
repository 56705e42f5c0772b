/** A number as a bar to the left (negative) or right of zero, as wide as its share of the most in its column. */
import type { ReactElement } from 'react'
import './signedBar.css'

interface Props {
  readonly value: number
  /** The largest size in the column: that bar reaches the edge. Nothing is drawn where it is 0. */
  readonly most: number
  /** px */
  readonly width: number
}

const HEIGHT = 20
const THICK = 9

export const SignedBar = ({ value, most, width }: Props): ReactElement => {
  const middle = width / 2
  const size = most > 0 && Number.isFinite(value) ? (middle - 2) * Math.min(1, Math.abs(value) / most) : 0
  return (
    <svg className="signed-bar" width={width} height={HEIGHT} aria-hidden="true">
      <path className="signed-bar-axis" d={`M${middle} 0V${HEIGHT}`} />
      <rect
        className={value < 0 ? 'signed-bar-negative' : 'signed-bar-positive'}
        x={value < 0 ? middle - size : middle}
        y={(HEIGHT - THICK) / 2}
        width={size}
        height={THICK}
      />
    </svg>
  )
}

/** The loss of a step as a bar on the output lane, and an arrow down where it is sent back. */
import type { ReactElement } from 'react'
import { arrowAt } from './BackParts.tsx'
import type { Bar } from './lossMarks.ts'

interface Props {
  readonly bar: Bar
  readonly x: number
  /** Middle of the lane. */
  readonly y: number
  /** Half the lane's height, px. */
  readonly half: number
  /** Where the arrow ends; null: a wire of the cell does it. */
  readonly to: number | null
  readonly isKnown: boolean
  readonly slot: string
}

export const LossMark = ({ bar, x, y, half, to, isKnown, slot }: Props): ReactElement => {
  const height = Math.max(1.5, bar.size * 2 * half)
  const base = y + half
  return (
    <g className={isKnown ? 'back-loss' : 'back-loss back-ahead'} data-sent={bar.sent}>
      <path d={`M${x - 6} ${base}h12`} className="stage-rule" />
      <g data-slot={slot} data-unit={0} data-t={bar.t} data-value={bar.value}>
        <rect x={x - 4.5} y={base - height} width={9} height={height} className="back-loss-bar" />
      </g>
      {bar.sent && to !== null ? (
        <>
          <path d={`M${x} ${base + 3}V${to - 6}`} className="back-wire back-thin" />
          <path d={arrowAt(x, to, [0, 1])} className="back-arrow" />
        </>
      ) : null}
    </g>
  )
}

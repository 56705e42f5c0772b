/** Training time under a chart: its checkpoints as ticks, the cursor, and the updates in numbers. */
import type { ReactElement } from 'react'
import { useLanguage } from '../../store/index.ts'
import { updateTicks, type Box } from './axes.ts'
import { formatWhole } from './words.ts'

interface Props {
  readonly x: (update: number) => number
  readonly box: Box
  readonly last: number
  readonly updates: readonly number[]
  readonly cursor: number
  /** The one that can be moved has a larger handle. */
  readonly handle: boolean
}

/** Between the plot's floor and the line of the clock. */
const BELOW = 22

export const TrainingClock = ({ x, box, last, updates, cursor, handle }: Props): ReactElement => {
  const language = useLanguage()
  const y = box.bottom + BELOW
  const here = x(cursor)
  return (
    <g>
      <path d={`M${box.left} ${y}H${box.right}`} className="train-line" />
      <path d={`M${box.left} ${y}H${here}`} className="train-line train-line-past" />
      <path d={updates.map((u) => `M${x(u)} ${y - 5}v10`).join('')} className="train-stop" />
      <path d={`M${here} ${box.top}V${y}`} className="train-cursor" />
      <circle cx={here} cy={y} r={handle ? 8 : 4} className="train-handle" />
      {updateTicks(x, last, 46)
        .filter((update) => Math.abs(x(update) - here) > 30)
        .map((update) => (
          <text key={update} x={x(update)} y={y + 21} className="train-tick train-middle">
            {formatWhole(update, language)}
          </text>
        ))}
      <text x={here} y={y + 21} className="train-tick train-middle train-here">
        {formatWhole(cursor, language)}
      </text>
    </g>
  )
}

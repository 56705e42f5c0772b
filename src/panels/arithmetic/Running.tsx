/** The running sum of a weighted sum: each product moves it up or down, under the column it came from. */
import type { ReactElement } from 'react'
import type { Block } from '../../describe/opened.ts'
import '../../ui/signedBar.css'
import { addends } from './useOpened.ts'

export const RUNNING_HEIGHT = 44

interface Props {
  readonly block: Block
  /** Width of a column, px. */
  readonly pitch: number
  readonly label: string
}

/** Running sums before and after each addend: [0, a], [a, a + b] … */
export const runningSums = (values: readonly number[]): readonly (readonly [number, number])[] => {
  let sum = 0
  return values.map((value) => {
    const before = sum
    sum += value
    return [before, sum]
  })
}

export const Running = ({ block, pitch, label }: Props): ReactElement => {
  const steps = runningSums(addends(block))
  const all = [0, ...steps.map(([, after]) => after)]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const span = high - low || 1
  const y = (value: number): number => 4 + ((high - value) / span) * (RUNNING_HEIGHT - 8)
  const bar = Math.min(26, pitch - 14)
  const left = (k: number): number => k * pitch + (pitch - bar) / 2
  const end = steps.length
  const sum = steps.at(-1)?.[1] ?? 0
  return (
    <svg
      className="arithmetic-running"
      width={(end + 1) * pitch}
      height={RUNNING_HEIGHT}
      role="img"
      aria-label={label}
    >
      <path className="arithmetic-zero" d={`M0 ${y(0)}H${(end + 1) * pitch}`} />
      {steps.map(([before, after], k) => (
        <g key={k}>
          <rect
            className={after < before ? 'signed-bar-negative' : 'signed-bar-positive'}
            x={left(k)}
            y={Math.min(y(before), y(after))}
            width={bar}
            height={Math.max(1, Math.abs(y(after) - y(before)))}
          />
          <path className="arithmetic-link" d={`M${left(k) + bar} ${y(after)}H${left(k + 1)}`} />
        </g>
      ))}
      <rect
        className="arithmetic-total"
        x={left(end)}
        y={Math.min(y(0), y(sum))}
        width={bar}
        height={Math.max(1, Math.abs(y(sum) - y(0)))}
      />
    </svg>
  )
}

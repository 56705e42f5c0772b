/** An example of the task at a gap: symbols in squares, the marked one, the window, and where the answer is due. */
import type { ReactElement } from 'react'
import { squares } from './geometry.ts'
import { useWords } from './words.ts'

interface Props {
  readonly gap: number
  readonly k: number
  readonly width: number
}

/** One distractor stands before the marked symbol. */
const LEAD = 1
/** The same stream for every gap. */
const STREAM = 'BDACCABDDBCAADCBBADCDABCABDC'

const TOP = 24
const LARGEST = 34

export const GapPicture = ({ gap, k, width }: Props): ReactElement => {
  const words = useWords().gap
  const steps = LEAD + 1 + gap
  const row = squares(steps, 16, width - 16, LARGEST)
  const size = row.width - Math.min(4, row.width * 0.15)
  const last = steps - 1
  const first = Math.max(0, last - k + 1)
  const below = TOP + size + 6
  const isInside = gap <= k - 1
  return (
    <figure className="memoryless-picture">
      <svg width={width} height={TOP + row.width + 34} role="img" aria-label={words.picture}>
        <rect
          x={row.left(first) - 2}
          y={TOP - 4}
          width={row.left(last) + size - row.left(first) + 4}
          height={size + 8}
          rx={4}
          className="memoryless-window"
        />
        {Array.from({ length: steps }, (_, t) => {
          const isMarked = t === LEAD
          return (
            <g key={t}>
              <rect
                x={row.left(t)}
                y={TOP}
                width={size}
                height={size}
                rx={3}
                className={isMarked ? 'memoryless-square memoryless-marked' : 'memoryless-square'}
              />
              <text
                x={row.left(t) + size / 2}
                y={TOP + size / 2 + 4}
                className={isMarked ? 'memoryless-letter memoryless-letter-marked' : 'memoryless-letter'}
              >
                {STREAM[t]}
              </text>
            </g>
          )
        })}
        <text x={row.left(last) + size} y={TOP - 10} className="train-note train-end">
          {words.window(k)}
        </text>
        <path
          d={`M${row.left(LEAD) + size / 2} ${below}v8H${row.left(last) + size / 2}v-8`}
          className={isInside ? 'memoryless-bridge' : 'memoryless-bridge memoryless-bridge-out'}
        />
        <text
          x={(row.left(LEAD) + row.left(last) + size) / 2}
          y={below + 22}
          className="train-note train-middle"
        >
          {words.slider.toLowerCase()} {gap}
        </text>
      </svg>
      <figcaption data-inside={isInside}>
        {isInside ? words.inside(gap, k) : words.outside(gap, k)}
      </figcaption>
    </figure>
  )
}

/** The input of a step as a small column of squares, one a component of x. */
import { memo, type ReactElement } from 'react'
import { reachOf } from '../../describe/reach.ts'
import { binned, strandValue } from '../../describe/strands.ts'
import { at, type Trace } from '../../engine/index.ts'
import type { Palette } from './palette.ts'
import type { TokenSize } from './stageGeometry.ts'

interface Props {
  readonly trace: Trace
  readonly kinds: readonly ('signed' | 'binary')[]
  readonly t: number
  /** Middle, and the top of the squares. */
  readonly x: number
  readonly y: number
  readonly size: TokenSize
  readonly palette: Palette
}

/** More components than this share squares, each showing its strongest. */
const MOST_SQUARES = 6

const Squares = ({ trace, kinds, t, x, y, size, palette }: Props): ReactElement => {
  const values = at(trace, t, 'x')
  const signed = palette.state(reachOf(trace, 'x'))
  const squares = binned(values.length, MOST_SQUARES)
  const row = size.height / squares.length
  const left = x - size.width / 2
  return (
    <>
      <rect
        x={left - 1}
        y={y - 1}
        width={size.width + 2}
        height={size.height + 2}
        rx={1.5}
        className="stage-box"
      />
      {squares.map((square, k) => {
        const value = strandValue(values, square)
        const scale = kinds[square.from] === 'binary' ? palette.binary : signed
        return (
          <rect
            key={square.from}
            x={left}
            y={y + k * row}
            width={size.width}
            height={row - 0.5}
            fill={scale(value)}
            data-slot="x"
            data-unit={square.from}
            data-t={t}
            data-value={value}
          />
        )
      })}
    </>
  )
}

/** The squares alone, for a group that has its place already. */
export const TokenSquares = memo(Squares)

export const Token = (props: Props): ReactElement => (
  <g className="stage-token">
    <TokenSquares {...props} />
  </g>
)

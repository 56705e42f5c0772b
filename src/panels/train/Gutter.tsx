/** Name and symbol of a row, left of the steps; the symbol alone where there is little room. */
import type { ReactElement } from 'react'
import { toneVariable, type Tone } from '../../ui/colour.ts'

interface Props {
  readonly y: number
  readonly name: string
  readonly symbol: string
  readonly tone: Tone
  readonly gutter: number
  /** How far the colours of the row go; told where that is beyond 1. */
  readonly reach?: number
}

/** Names longer than this are cut short of the symbol. */
const LONGEST = 10

/** Breaks a name at its spaces into lines that fit. */
export const linesOf = (name: string): readonly string[] =>
  name.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1)
    return last !== undefined && last.length + 1 + word.length <= LONGEST
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word]
  }, [])

export const Gutter = ({ y, name, symbol, tone, gutter, reach = 1 }: Props): ReactElement => {
  const lines = gutter > 60 ? linesOf(name) : []
  return (
    <>
      <text className="train-row-name">
        {lines.map((line, k) => (
          <tspan key={line} x={16} y={y + 4 + (k - (lines.length - 1) / 2) * 13}>
            {line}
          </tspan>
        ))}
      </text>
      <text
        x={gutter - 10}
        y={y + 4.5}
        className="train-symbol train-end"
        style={{ fill: toneVariable(tone) }}
      >
        {symbol}
      </text>
      {reach > 1 ? (
        <text x={gutter - 10} y={y + 16.5} className="train-tick train-end">
          ±{reach}
        </text>
      ) : null}
    </>
  )
}

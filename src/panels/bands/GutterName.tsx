/** A band's name in the gutter, broken into lines that fit: 'compuerta / de olvido'. */
import type { ReactElement } from 'react'

/** Characters that fit between the gutter's edge and the symbol. */
const LONGEST_LINE = 11

const LINE_HEIGHT = 13

/** Breaks a name at its spaces into lines of at most LONGEST_LINE characters, longer words alone. */
export const linesOf = (name: string): readonly string[] =>
  name.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1)
    return last !== undefined && last.length + 1 + word.length <= LONGEST_LINE
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word]
  }, [])

export const GutterName = ({ name, height }: { name: string; height: number }): ReactElement => {
  const lines = linesOf(name)
  const first = height / 2 + 4 - ((lines.length - 1) * LINE_HEIGHT) / 2
  return (
    <text className="bands-name">
      {lines.map((line, k) => (
        <tspan key={line} x={16} y={first + k * LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** A symbol as mathematics in SVG text: italic variables, upright subscripts. */
import { memo, type ReactElement } from 'react'

interface Piece {
  readonly text: string
  readonly sub: string | null
}

/** What is written below the line: a step before, or the equation and the half of a pre-activation. */
const BELOW = /_prev|(?<=\ba)_([a-z.]+)/g

/**
 * 'f*c_prev' as f·c and the subscript t−1 (or what comes before a step otherwise); '(1-z)*n' as (1−z)·n;
 * 'r*a_n.h' as r·a and the subscript n, h.
 */
export const piecesOf = (symbol: string, time: string | null = null, before = 't−1'): readonly Piece[] => {
  const written = symbol.replaceAll('*', '·').replaceAll('-', '−')
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: below, 1: equation, index } of written.matchAll(BELOW)) {
    pieces.push({ text: written.slice(from, index), sub: equation?.replace('.', ', ') ?? before })
    from = index + below.length
  }
  return [...pieces, { text: written.slice(from), sub: time }].filter(
    ({ text, sub }) => text !== '' || sub !== null,
  )
}

interface Props {
  readonly symbol: string
  readonly time?: string | null
  readonly before?: string | undefined
  readonly size: number
}

/** Spans for inside a <text>. */
export const MathSpans = memo(({ symbol, time = null, before, size }: Props): ReactElement => (
  <>
    {piecesOf(symbol, time, before).map(({ text, sub }) => (
      <tspan key={text}>
        {text}
        {sub === null ? null : (
          <>
            <tspan className="anatomy-sub" fontSize={size * 0.72} dy={size * 0.24}>
              {sub}
            </tspan>
            {/* Back up to the line for what follows. */}
            <tspan dy={-size * 0.24}>{'\u200b'}</tspan>
          </>
        )}
      </tspan>
    ))}
  </>
))

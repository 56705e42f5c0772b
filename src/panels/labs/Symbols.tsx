/** A short formula in plain text with its subscripts set low: '∂h_T/∂h_t'. */
import type { ReactElement } from 'react'

/** Text, subscript, text, subscript …: a subscript is one letter or digit after '_'. */
const piecesOf = (text: string): readonly string[] => text.split(/_(\w)/)

/** For HTML. */
export const Symbols = ({ text }: { readonly text: string }): ReactElement => (
  <>
    {piecesOf(text).map((piece, k) =>
      // Pieces of a text never move.
      k % 2 === 1 ? <sub key={k}>{piece}</sub> : <span key={k}>{piece}</span>,
    )}
  </>
)

/** For inside an SVG text. */
export const SymbolSpans = ({ text }: { readonly text: string }): ReactElement => (
  <>
    {piecesOf(text).map((piece, k) =>
      k % 2 === 1 ? (
        <tspan key={k} dy={3} fontSize="0.75em">
          {piece}
        </tspan>
      ) : (
        <tspan key={k} dy={k === 0 ? 0 : -3}>
          {piece}
        </tspan>
      ),
    )}
  </>
)

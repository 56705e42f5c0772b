/**
 * A typeset formula as plain data: lines of atoms, made from TeX when the page is built. The page only
 * fills in the placeholders; no typesetting script is shipped.
 */

/** A MathML element: its name, its attributes, its children or text. Classes are dealt with by atoms. */
export interface MathElement {
  readonly tag: string
  readonly attributes?: Readonly<Record<string, string>>
  /** What a placeholder is filled with, as formula.ts names it. */
  readonly fill?: string
  readonly tone?: string
  readonly children: readonly MathElement[] | string
}

/** One symbol, number or operator of a line. */
export interface MathAtom {
  readonly element: MathElement
  /** Terms that the atom is part of, outermost first: 'slot-3', 'prev-5', 'input', 'weight-W_f'. */
  readonly terms: readonly string[]
}

export type MathLine = readonly MathAtom[]

export interface TypesetFormula {
  readonly symbols: readonly MathLine[]
  readonly numbers: readonly MathLine[]
}

/** The formulas of a cell by slot name, and those of the readout by activation. */
export type CellFormulas = Readonly<Record<string, TypesetFormula>>
export type ReadoutFormulas = Readonly<Record<'identity' | 'sigmoid' | 'softmax', TypesetFormula>>

const MINUS = '\u2212'
const DOT = '\u22c5'

/**
 * A line with its placeholders filled. A plus before a negative number becomes a minus before its size; a negative
 * factor after a dot stands in brackets.
 * @param textOf the text of a placeholder
 */
export const fillLine = (line: MathLine, textOf: (fill: string) => string): MathLine => {
  const filled = (element: MathElement): MathElement => {
    if (element.fill !== undefined) return { ...element, children: textOf(element.fill) }
    return typeof element.children === 'string'
      ? element
      : { ...element, children: element.children.map(filled) }
  }
  const atoms = line.map((atom) => ({ ...atom, element: filled(atom.element) }))
  return atoms.map(({ element, terms }, k): MathAtom => {
    const text = element.children
    const after = atoms[k + 1]?.element
    const before = atoms[k - 1]?.element
    const negative = (other: MathElement | undefined): boolean =>
      other?.fill !== undefined && typeof other.children === 'string' && other.children.startsWith(MINUS)
    if (element.tag === 'mo' && text === '+' && negative(after))
      return { terms, element: { ...element, children: MINUS } }
    if (before?.tag !== 'mo' || !negative(element) || typeof text !== 'string') return { element, terms }
    if (before.children === '+') return { terms, element: { ...element, children: text.slice(MINUS.length) } }
    return before.children === DOT
      ? { terms, element: { ...element, children: `(${text})` } }
      : { element, terms }
  })
}

const textOfElement = ({ tag, children }: MathElement): string => {
  if (typeof children === 'string') return children
  const parts = children.map(textOfElement)
  if (tag === 'msub') return `${parts[0] ?? ''}_${parts[1] ?? ''}`
  if (tag === 'msup') return `${parts[0] ?? ''}^${parts[1] ?? ''}`
  return tag === 'msubsup' ? `${parts[0] ?? ''}_${parts[1] ?? ''}^${parts[2] ?? ''}` : parts.join('')
}

/** A line as text, for accessible names and tests: 'f_9 = σ(W_f x_9 + U_f h_8 + b_f)'. */
export const textOfLine = (line: MathLine): string =>
  line
    .map(({ element }) => {
      const text = textOfElement(element)
      if (element.tag === 'mo' && text === '\u2061') return ''
      const infix = element.tag === 'mo' && element.attributes?.['fence'] === undefined
      return infix ? ` ${text} ` : text
    })
    .join('')
    .trim()

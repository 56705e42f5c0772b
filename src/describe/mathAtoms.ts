/** Atoms of a formula that is put together on the page, as those that were typeset when it was built. */
import type { MathAtom, MathElement, MathLine } from './mathLine.ts'

export const atom = (element: MathElement, term?: string): MathAtom => ({
  element,
  terms: term === undefined ? [] : [term],
})

/** With the room of one between two values, unless it is a sign: a term may stand at the start of its row. */
export const operator = (children: string, form: 'infix' | 'prefix' = 'infix'): MathAtom =>
  atom({ tag: 'mo', attributes: { form }, children })

const fence = (children: string): MathAtom =>
  atom({ tag: 'mo', attributes: { fence: 'true', stretchy: 'false' }, children })

export const between = (open: string, line: MathLine, close: string): MathLine => [
  fence(open),
  ...line,
  fence(close),
]

export const inBrackets = (line: MathLine): MathLine => between('(', line, ')')

export const numeral = (text: string): MathElement => ({ tag: 'mn', children: text.replaceAll('-', '−') })

/** A variable in the colour of its role. */
export const letter = (children: string, tone: string): MathElement => ({ tag: 'mi', tone, children })

/** The name of a function, or of a gate below a letter. */
export const upright = (children: string): MathElement => ({
  tag: 'mi',
  attributes: { mathvariant: 'normal' },
  children,
})

export const subscript = (base: MathElement, below: string): MathElement => ({
  tag: 'msub',
  children: [base, numeral(below)],
})

export const squared = (base: MathElement): MathElement => ({ tag: 'msup', children: [base, numeral('2')] })

/** p with the gate that it belongs to below it. */
export const peephole = (gate: string): MathElement => ({
  tag: 'msub',
  children: [letter('p', 'weight'), upright(gate)],
})

/** Weights as a gradient goes through them: U transposed, with their gate below where there are several. */
export const transposed = (base: string, gate: string | null): MathElement => {
  const symbol = letter(base, 'weight')
  const above: MathElement = { tag: 'mo', children: '⊤' }
  return gate === null
    ? { tag: 'msup', children: [symbol, above] }
    : { tag: 'msubsup', children: [symbol, upright(gate), above] }
}

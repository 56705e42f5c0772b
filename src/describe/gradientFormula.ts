/**
 * The chain rule of one gradient as mathematics: ∂L/∂c₉ = f₁₀ ⊙ ∂L/∂c₁₀ + o₉ ⊙ (1 − tanh² c₉) ⊙ ∂L/∂h₉. It is made
 * of the links that make the table below it, a term a row, so that neither says what the other does not.
 */
import type { Cell, CellSlot, Operand } from '../engine/index.ts'
import type { Factor } from './gradientFactors.ts'
import type { GradientSum, Link } from './gradientTerms.ts'
import { hasOneSum } from './hasOneSum.ts'
import {
  atom,
  between,
  inBrackets,
  letter,
  numeral,
  operator,
  peephole,
  squared,
  subscript,
  transposed,
  upright,
} from './mathAtoms.ts'
import { fillLine, type CellFormulas, type MathAtom, type MathLine } from './mathLine.ts'

/** What a formula is written for. */
export interface Written {
  readonly cell: Cell
  readonly reversed: boolean
  /** What is differentiated. */
  readonly of: 'L' | 'y'
  /** How the readout makes outputs of its sums; null without a readout. */
  readonly readout: 'identity' | 'sigmoid' | 'softmax' | null
  /** The cell's own formulas: what a part without a name is made of. */
  readonly formulas: CellFormulas
}

/** A part without a symbol, such as tanh(c), is written out. */
const hasSymbol = ({ named, name }: CellSlot): boolean => named || name.startsWith('a_')

/** 'a_n.h' at step 9: a, and n,h,9 below it. */
const placeOf = ({ cell }: Written, name: string, step: number): readonly [string, string] => {
  const [base = '', of] = name.split('_')
  return [base, of === undefined || hasOneSum(cell) ? String(step) : `${of.replace('.', ',')},${step}`]
}

const throughWeights = ({ cell }: Written, name: string): MathAtom => {
  const [base = '', gate = ''] = name.split('_')
  return atom(transposed(base, hasOneSum(cell) ? null : gate), name)
}

const before = ({ reversed }: Written, step: number): number => step + (reversed ? 1 : -1)

/** The value of a slot. The terms of its atoms name it with its step: 'f@10'. */
const valueLine = (written: Written, slot: CellSlot, step: number): MathLine => {
  const term = `${slot.name}@${step}`
  if (hasSymbol(slot)) {
    const [base, below] = placeOf(written, slot.name, step)
    const tone = written.cell.equations[slot.equation]?.role ?? 'cell'
    return [atom(subscript(letter(base, tone), below), term)]
  }
  const made = written.formulas[slot.name]?.symbols.flat() ?? []
  const steps = fillLine(made, (fill) =>
    String(fill === 'p' ? before(written, step) : step).replace('-', '−'),
  )
  return steps.map(({ element }) => atom(element, term))
}

const operandLine = (written: Written, of: Operand, step: number): MathLine => {
  const slot = of.from === 'input' ? undefined : written.cell.flat.single.slots[of.slot]
  if (!slot) return []
  const line = valueLine(written, slot, of.from === 'previous' ? before(written, step) : step)
  return hasSymbol(slot) || !['add', 'complement'].includes(slot.op) ? line : inBrackets(line)
}

const oneMinus = (line: MathLine): MathLine => inBrackets([atom(numeral('1')), operator('−'), ...line])

/** f (1 − f), (1 − h²), (1 − tanh² c), [h > 0] */
const slopeLine = (written: Written, slot: CellSlot, step: number): MathLine => {
  const value = valueLine(written, slot, step)
  if (slot.op === 'sigmoid') return [...value, ...oneMinus(value)]
  if (slot.op === 'relu') return between('[', [...value, operator('>'), atom(numeral('0'))], ']')
  const [arg] = slot.args
  return oneMinus(
    hasSymbol(slot) || !arg
      ? value.map(({ element, terms }) => ({ element: squared(element), terms }))
      : [atom(squared(upright('tanh'))), ...operandLine(written, arg, step)],
  )
}

const factorLine = (written: Written, factor: Factor): MathLine => {
  if (factor.kind === 'value') return operandLine(written, factor.of, factor.step)
  if (factor.kind === 'slope') return slopeLine(written, factor.slot, factor.step)
  // −1 is the sign of its term.
  if (factor.kind === 'minus') return []
  const [, gate = ''] = factor.parameter.split('_')
  return [atom(peephole(gate), factor.parameter)]
}

const partial = (written: Written, name: string, step: number): MathAtom => {
  const { of } = written
  const [base, below] = placeOf(written, name, step)
  return atom(subscript(letter(`∂${of}/∂${base}`, 'gradient'), below), `∂${of}/∂${name}@${step}`)
}

/** The left side; of a part too, which stands in brackets. */
const partialLine = (written: Written, name: string, step: number): MathLine => {
  const slot = written.cell.flat.single.slots.find((own) => own.name === name)
  return slot && !hasSymbol(slot)
    ? [atom(letter(`∂${written.of}/∂`, 'gradient')), ...inBrackets(valueLine(written, slot, step))]
    : [partial(written, name, step)]
}

/** Through the readout to its sums, or as a part of what the layer above reads. */
const fromAbove = (
  written: Written,
  { from, parameter, step }: Extract<Link, { kind: 'weights' }>,
): MathLine => {
  const { of, readout } = written
  if (from === 'above') {
    const x = letter(`∂${of}/∂x`, 'gradient')
    return [atom({ tag: 'msubsup', children: [x, numeral(String(step)), numeral(`(${parameter})`)] })]
  }
  const [base, below] = readout === null || readout === 'identity' ? ['y', step] : ['a', `y,${step}`]
  const sums = atom(subscript(letter(`∂${of}/∂${base}`, 'gradient'), String(below)))
  return readout === null ? [sums] : [atom(transposed('W', 'y')), sums]
}

const endOf = (written: Written, link: Link): MathLine => {
  if (link.kind === 'elementwise') return [partial(written, link.to, link.step)]
  if (link.from !== 'cell') return fromAbove(written, link)
  return [throughWeights(written, link.parameter), partial(written, link.to, link.step)]
}

const termLine = (written: Written, link: Link): MathLine =>
  [...link.factors.map((factor) => factorLine(written, factor)), endOf(written, link)]
    .filter(({ length }) => length > 0)
    .flatMap((line, k) => (k > 0 ? [operator('⊙'), ...line] : line))

const isNegative = ({ factors }: Link): boolean =>
  factors.filter(({ kind }) => kind === 'minus').length % 2 === 1

/** The formula of a gradient, a line a term: the first has the left side before it. */
export const gradientFormula = (
  written: Written,
  { slot, t }: Pick<GradientSum, 'slot' | 't'>,
  links: readonly Link[],
): readonly MathLine[] => {
  const left = [...partialLine(written, slot, t), operator('=')]
  if (links.length === 0) return [[...left, atom(numeral('0'))]]
  return links.map((link, k) => {
    const form = k === 0 ? 'prefix' : 'infix'
    const sign = isNegative(link) ? [operator('−', form)] : k > 0 ? [operator('+')] : []
    return [...(k === 0 ? left : []), ...sign, ...termLine(written, link)]
  })
}

/**
 * The formula of a slot as TeX, folded from the cell's equations through each operation's own TeX:
 * once in symbols, once with placeholders for one unit's numbers. TeX becomes MathML when the page is
 * built (scripts/formulas); classes on its terms say what they stand for:
 *
 *   slot-3            this term is slot 3 of the cell       prev-3   slot 3 as the previous step left it
 *   input, weight-W_f the input, a parameter                tone-…   the colour of its role
 *   fill-…            a placeholder; what comes after the dash is a `Fill`
 */
import type { Cell, CellSlot, Operand } from '../engine/index.ts'
import { ops } from '../engine/index.ts'
import { hasOneSum } from './hasOneSum.ts'

export interface Formula {
  /** With its left side: 'f_t = σ(W_f x_t + U_f h_{t−1} + b_f)'. */
  readonly symbols: string
  /** Without: '= σ(−3.40 + 0.71) = σ(−2.69) = 0.06'. */
  readonly numbers: string
}

/**
 * What a placeholder is filled with: the number of the step or of the one before; the value of slot k;
 * of slot k at the previous step; of an affine slot without its biases; of its biases alone.
 */
export type Fill = 't' | 'p' | `s${number}` | `c${number}` | `w${number}` | `b${number}`

const slotsOf = (cell: Cell): readonly CellSlot[] => cell.flat.single.slots

const tagged = (classes: string, tex: string): string => `\\class{${classes}}{${tex}}`

const fill = (what: Fill, more = ''): string => tagged(`fill-${what}${more}`, '0')

/** A placeholder for a slot's number; it is the slot's term too. */
const value = (slot: CellSlot, tone = '', when: 's' | 'c' = 's'): string =>
  fill(`${when}${slot.index}`, ` ${when === 's' ? 'slot' : 'prev'}-${slot.index}${tone}`)

/** 'W_f' → W_f, 'bi_n' → b_in: letter, subscript. */
export const parameterTex = (cell: Cell, name: string): string => {
  const [letter = '', gate = ''] = name.split('_')
  const of = letter.length > 1 ? `${letter.slice(1)}${gate}` : hasOneSum(cell) ? '' : gate
  const symbol = letter.slice(0, 1)
  return tagged(`weight-${name} tone-weight`, of ? `${symbol}_{\\mathrm{${of}}}` : symbol)
}

const toneOf = (cell: Cell, slot: CellSlot): string =>
  ` tone-${cell.equations[slot.equation]?.role ?? 'cell'}`

const letterTex = (name: string): string => (name.length > 1 ? `\\mathit{${name}}` : name)

const symbol = (cell: Cell, slot: CellSlot, when: 't' | 'p'): string =>
  tagged(
    `${when === 't' ? 'slot' : 'prev'}-${slot.index}${toneOf(cell, slot)}`,
    `${letterTex(slot.name)}_{${fill(when)}}`,
  )

/** A fold over the slots: how a leaf, a weighted sum and a peephole are written; all else is ops' TeX. */
interface Style {
  readonly leaf: (operand: Operand) => string
  readonly affine: (slot: CellSlot) => string
  readonly diagonal: (slot: CellSlot) => string
  readonly operation: (slot: CellSlot, tex: string) => string
  /** Marks the TeX of a part as its slot's. */
  readonly term: (slot: CellSlot, tex: string) => string
  /** Whether a part must stand in brackets as a factor. */
  readonly bracketed: (slot: CellSlot) => boolean
}

const partOf = (cell: Cell, operand: Operand): CellSlot | undefined => {
  const slot = operand.from === 'slot' ? slotsOf(cell)[operand.slot] : undefined
  return slot?.named === false ? slot : undefined
}

const operandTex = (cell: Cell, operand: Operand, style: Style): string => {
  const part = partOf(cell, operand)
  return part ? slotTex(cell, part, style) : style.leaf(operand)
}

const slotTex = (cell: Cell, slot: CellSlot, style: Style): string => {
  if (slot.op === 'affine') return style.term(slot, style.affine(slot))
  if (slot.op === 'diagonal') return style.term(slot, style.diagonal(slot))
  const factor = slot.op === 'multiply' || slot.op === 'complement'
  const args = slot.args.map((arg) => {
    const tex = operandTex(cell, arg, style)
    const part = partOf(cell, arg)
    return factor && part && style.bracketed(part) ? `(${tex})` : tex
  })
  return style.term(slot, style.operation(slot, ops[slot.op].tex(args)))
}

const symbols = (cell: Cell): Style => {
  const leaf = (operand: Operand): string => {
    if (operand.from === 'input') return tagged('input tone-input', `x_{${fill('t')}}`)
    const slot = slotsOf(cell)[operand.slot]
    return slot ? symbol(cell, slot, operand.from === 'slot' ? 't' : 'p') : ''
  }
  const style: Style = {
    leaf,
    affine: (slot) =>
      ops.affine.tex([
        ...slot.args.map((arg, k) => {
          const vector = operandTex(cell, arg, style)
          return `${parameterTex(cell, slot.weights[k] ?? '')} \\, ${partOf(cell, arg) ? `(${vector})` : vector}`
        }),
        ...slot.biases.map((name) => parameterTex(cell, name)),
      ]),
    // The record writes a peephole as p; here it is the gate's own.
    diagonal: (slot) =>
      ops.diagonal
        .tex(slot.args.map((arg) => operandTex(cell, arg, style)))
        .replace(/^p/, () => parameterTex(cell, slot.weights[0] ?? '')),
    operation: (_slot, tex) => tex,
    term: (slot, tex) => tagged(`slot-${slot.index}`, tex),
    bracketed: (slot) => ['add', 'affine', 'complement'].includes(slot.op),
  }
  return style
}

/** What is not kept is written, and the other way round. */
const complementTone = (cell: Cell, slot: CellSlot): string => {
  const gate = slot.args[0]?.from === 'slot' ? slotsOf(cell)[slot.args[0].slot] : undefined
  return cell.equations[gate?.equation ?? '']?.role === 'keep' ? ' tone-write' : ' tone-keep'
}

const numbers = (cell: Cell, root: CellSlot, split: CellSlot | undefined): Style => ({
  leaf: (operand) => {
    if (operand.from === 'input') return ''
    const slot = slotsOf(cell)[operand.slot]
    return slot ? value(slot, toneOf(cell, slot), operand.from === 'slot' ? 's' : 'c') : ''
  },
  affine: (slot) =>
    slot === split ? ops.affine.tex([fill(`w${slot.index}`), fill(`b${slot.index}`)]) : value(slot),
  diagonal: (slot) => value(slot),
  // Of one unit's numbers the element-wise product is an ordinary one, and 1 − z is a number itself.
  operation: (slot, tex) =>
    slot.op === 'complement' && slot !== root
      ? value(slot, complementTone(cell, slot))
      : tex.replace('\\odot', '\\cdot'),
  // Numbers are marked one by one.
  term: (_slot, tex) => tex,
  bracketed: (slot) => slot.op === 'add',
})

/** The left side: the value's own symbol, a_f for a pre-activation, nothing for other parts. */
const leftSide = (cell: Cell, slot: CellSlot): string => {
  if (slot.named) return `${symbol(cell, slot, 't')} = `
  if (slot.name !== `a_${slot.equation}`) return ''
  const of = hasOneSum(cell) ? '' : `\\mathrm{${slot.equation}},`
  return `${tagged(`slot-${slot.index}`, `a_{${of}${fill('t')}}`)} = `
}

/**
 * The formula of a slot.
 * @throws Error for a slot that the cell does not have.
 */
export const formulaOf = (cell: Cell, name: string): Formula => {
  const slot = slotsOf(cell).find((candidate) => candidate.name === name)
  if (!slot)
    throw new Error(
      `No slot "${name}" in cell "${cell.id}". Expected one of: ${slotsOf(cell)
        .map((known) => known.name)
        .join(', ')}.`,
    )
  const arg = slot.args[0]
  const inner = ops[slot.op].activation && arg?.from === 'slot' ? slotsOf(cell)[arg.slot] : undefined
  const squashed = inner && !inner.named ? inner : undefined
  const sum = squashed ?? slot
  const style = numbers(cell, slot, sum.op === 'affine' ? sum : undefined)
  const steps = [slotTex(cell, slot, style)]
  if (squashed) steps.push(ops[slot.op].tex([value(squashed)]))
  steps.push(value(slot, toneOf(cell, slot)))
  return {
    symbols: `${leftSide(cell, slot)}${slotTex(cell, slot, symbols(cell))}`,
    numbers: `= ${steps.join(' = ')}`,
  }
}

/** How the readout makes the output of what it reads, by its activation. */
export const readoutFormulas: Readonly<Record<'identity' | 'sigmoid' | 'softmax', Formula>> = (() => {
  const y = tagged('slot-y tone-output', `y_{${fill('t')}}`)
  const W = tagged('weight-readout tone-weight', 'W_{\\mathrm{y}}')
  const b = tagged('weight-readout tone-weight', 'b_{\\mathrm{y}}')
  const logit = `${W} \\, ${tagged('output tone-hidden', `h_{${fill('t')}}`)} + ${b}`
  const parts = `${fill('w0')} + ${fill('b0')}`
  const output = fill('s0', ' tone-output')
  return {
    identity: { symbols: `${y} = ${logit}`, numbers: `= ${parts} = ${output}` },
    sigmoid: {
      symbols: `${y} = ${ops.sigmoid.tex([logit])}`,
      numbers: `= ${ops.sigmoid.tex([parts])} = ${ops.sigmoid.tex([fill('s1')])} = ${output}`,
    },
    softmax: {
      symbols: `${y} = \\operatorname{softmax}(${logit})`,
      // A share depends on all outputs, so that no equation of one unit's numbers gives it.
      numbers: `${parts} = ${fill('s1')} \\mapsto ${output}`,
    },
  }
})()

/** What the inspected value is called and what it means, in the page's language. */
import { readingOf } from '../../describe/mix.ts'
import { isGateRole, shapeOf } from '../../describe/phases.ts'
import { ops } from '../../engine/index.ts'
import { at, formatPercent } from '../../store/index.ts'
import type { Inspected } from './useInspected.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** 'Forget gate', 'Pre-activation: forget gate', 'Part: element-wise product'. */
export const titleOf = ({ run, slot, words, language }: Inspected): string => {
  if (!slot) return words.inputSlot
  const equation = run.cell.equations[slot.equation]
  const name = equation?.words[language] ?? slot.equation
  if (slot.named) return capital(name)
  return slot.op === 'affine' || slot.name === `a_${slot.equation}`
    ? words.preActivation(name)
    : words.part(ops[slot.op].words[language])
}

/** 'f' for the forget gate; nothing for a part, whose formula says what it is. */
export const symbolOf = ({ slot, name }: Inspected): string | null => (!slot ? 'x' : slot.named ? name : null)

const degree = (value: number): 'closed' | 'half' | 'open' =>
  value < 0.35 ? 'closed' : value > 0.65 ? 'open' : 'half'

/** One line on what the value does. */
export const meaningOf = ({ run, slot, words, value, unit, moment }: Inspected): string => {
  const { meaning } = words
  if (!slot) return meaning.input
  const { cell } = run
  const role = cell.equations[slot.equation]?.role ?? 'hidden'
  if (!slot.named)
    return slot.op === 'affine' || slot.name === `a_${slot.equation}` ? meaning.preActivation : meaning.part
  if (isGateRole(role)) {
    const texts = meaning[role as 'keep' | 'write' | 'expose' | 'read']
    return texts[degree(value)]
  }
  if (cell.carry.length === 0) return meaning.activation
  if (role === 'cell') return meaning.cell
  if (role === 'candidate') {
    const reading = readingOf(cell, slot.name)
    const open = reading && at(run.layer, moment.t, reading.gate.name)[unit]
    return open === null || open === undefined
      ? meaning.candidate
      : meaning.candidateRead(formatPercent(open))
  }
  const shape = shapeOf(cell)
  if (shape === 'rewrite') return meaning.hiddenRewritten
  return shape === 'mix' ? meaning.hiddenMixed : meaning.hiddenShown
}

/** The colour of the inspected value. */
export const toneOf = ({ run, slot }: Inspected) =>
  slot ? (run.cell.equations[slot.equation]?.role ?? 'hidden') : 'input'

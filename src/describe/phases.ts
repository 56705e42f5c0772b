/**
 * The phases of a step: in which of its six sub-steps each slot becomes known, and what the sub-steps
 * are called. By rule from what the slots read and what their equations are for.
 *
 * 1 x and the carried values arrive · 2 pre-activations · 3 gates · 4 long memory or candidate ·
 * 5 the output h, in every cell · 6 the readout.
 */
import type { Cell, CellSlot, Role, Words } from '../engine/index.ts'
import { ops } from '../engine/index.ts'

export type Language = keyof Words
export type PhaseNumber = 1 | 2 | 3 | 4 | 5 | 6

/** How a cell spends its phases 3 to 5; the names follow from it. */
export type CellShape =
  /** a long memory c beside h: the LSTM and its kin */
  | 'memory'
  /** h itself is kept and mixed with a candidate: the GRU and its kin */
  | 'mix'
  /** h is written anew: the simple RNN, the feed-forward layer */
  | 'rewrite'

export const isGateRole = (role: Role): boolean =>
  role === 'keep' || role === 'write' || role === 'expose' || role === 'read'

const hasRole = (cell: Cell, test: (role: Role) => boolean): boolean =>
  Object.values(cell.equations).some((equation) => test(equation.role))

export const shapeOf = (cell: Cell): CellShape => {
  if (hasRole(cell, (role) => role === 'cell')) return 'memory'
  return hasRole(cell, isGateRole) ? 'mix' : 'rewrite'
}

/** The earliest phase of a slot, before what it reads is looked at. */
const earliest = (cell: Cell, slot: CellSlot): PhaseNumber => {
  if (slot.name === cell.output) return 5
  const role = cell.equations[slot.equation]?.role
  if (!slot.named) return role === 'hidden' && slot.op !== 'affine' && slot.op !== 'complement' ? 5 : 2
  if (role === 'cell') return 4
  // A candidate stands with the gates beside a long memory; elsewhere it may need a gate first.
  if (role === 'candidate') return shapeOf(cell) === 'memory' ? 3 : 4
  return 3
}

const known = new WeakMap<Cell, ReadonlyMap<string, PhaseNumber>>()

const phasesOf = (cell: Cell): ReadonlyMap<string, PhaseNumber> => {
  const before = known.get(cell)
  if (before) return before
  const phases: PhaseNumber[] = []
  const byName = new Map<string, PhaseNumber>()
  for (const slot of cell.flat.single.slots) {
    const role = cell.equations[slot.equation]?.role
    let phase = role === 'cell' && slot.op !== 'affine' ? 4 : earliest(cell, slot)
    for (const arg of slot.args)
      if (arg.from === 'slot') phase = Math.max(phase, phases[arg.slot] ?? 1) as PhaseNumber
    // What a candidate makes of a gate waits with the candidate.
    if (role === 'candidate' && phase === 3 && shapeOf(cell) === 'mix') phase = 4
    phases[slot.index] = phase
    byName.set(slot.name, phase)
  }
  known.set(cell, byName)
  return byName
}

/**
 * The phase in which a slot becomes known; 1 for x and for what the previous step left.
 * @throws Error for a slot that the cell does not have.
 */
export const phaseOf = (cell: Cell, slot: string): PhaseNumber => {
  if (slot === 'x') return 1
  if (slot === 'y') return 6
  const phase = phasesOf(cell).get(slot)
  if (phase === undefined)
    throw new Error(
      `No slot "${slot}" in cell "${cell.id}". Expected x, y or one of: ${[...phasesOf(cell).keys()].join(', ')}.`,
    )
  return phase
}

/**
 * The phase in which a slot's value shows on its card. Where h is an activation itself, as in the simple
 * RNN, the card shows it at 3, before it leaves as h_t at 5; everywhere else it is `phaseOf`.
 */
export const cardPhaseOf = (cell: Cell, slot: string): PhaseNumber => {
  const own = cell.flat.single.slots.find((candidate) => candidate.name === slot)
  return own?.named && slot === cell.output && ops[own.op].activation ? 3 : phaseOf(cell, slot)
}

/** The slots that become known in a phase, in the order of the equations. */
export const slotsOf = (cell: Cell, phase: PhaseNumber): readonly string[] =>
  [...phasesOf(cell)].flatMap(([name, own]) => (own === phase ? [name] : []))

/** True for a phase in which nothing of the cell happens: playing one cell alone skips it. */
export const isEmptyPhase = (cell: Cell, phase: PhaseNumber): boolean =>
  phase > 1 &&
  phase < 6 &&
  slotsOf(cell, phase).length === 0 &&
  cell.flat.single.slots.every((slot) => cardPhaseOf(cell, slot.name) !== phase)

type Names = readonly [Words, Words, Words, Words, Words, Words]

const concat: Words = { en: 'concat', es: 'unión' }
const preActivation: Words = { en: 'pre-act.', es: 'preactiv.' }
const gates: Words = { en: 'gates', es: 'compuertas' }
const hidden: Words = { en: 'hidden', es: 'oculto' }
const output: Words = { en: 'output', es: 'salida' }
const nothing: Words = { en: '—', es: '—' }

const same = (word: string): Words => ({ en: word, es: word })

const namesOf = (cell: Cell): Names => {
  const shape = shapeOf(cell)
  if (shape === 'memory') return [concat, preActivation, gates, { en: 'cell', es: 'celda' }, hidden, output]
  if (shape === 'mix')
    return [
      concat,
      preActivation,
      gates,
      { en: 'candidate', es: 'candidato' },
      { en: 'mix', es: 'mezcla' },
      output,
    ]
  const last = cell.flat.single.slots.find((slot) => slot.name === cell.output)
  return [concat, preActivation, same(last ? ops[last.op].glyph : ''), nothing, hidden, output]
}

/** Names for three cells on one clock, where phase 4 is a different thing in each. */
const together: Names = [concat, preActivation, gates, { en: 'state', es: 'estado' }, hidden, output]

/** For narrow screens. */
const short: Readonly<Record<string, Words>> = {
  concat: { en: 'concat', es: 'unión' },
  'pre-act.': { en: 'pre', es: 'pre' },
  gates: { en: 'gates', es: 'comp.' },
  cell: { en: 'cell', es: 'celda' },
  candidate: { en: 'cand', es: 'cand' },
  mix: { en: 'mix', es: 'mezcla' },
  state: { en: 'state', es: 'estado' },
  hidden: { en: 'hid', es: 'ocul' },
  output: { en: 'out', es: 'sal' },
}

/**
 * The six names, in order.
 * @param cell the cell, or null for cells compared on one clock
 * @param width 'short' for narrow screens
 */
export const phaseNames = (
  cell: Cell | null,
  language: Language,
  width: 'long' | 'short' = 'long',
): readonly string[] =>
  (cell ? namesOf(cell) : together).map((words) =>
    width === 'short' ? (short[words.en] ?? words)[language] : words[language],
  )

/**
 * What a cell is made of, read off its equations: which equations are learned (a card each), which state
 * is updated element by element (it is the conveyor), and how the state is exposed. Placement draws it.
 */
import { ops, type Cell, type CellSlot, type Role } from '../engine/index.ts'
import type { ColumnRole } from './geometry.ts'
import { readingOf, slotsOfCell } from './graph.ts'

export interface CardPlan {
  /** The equation, and the name of its value's slot. */
  readonly name: string
  readonly role: Role
  readonly column: ColumnRole
  /** The activation's argument; null when the value is the weighted sum itself. */
  readonly preActivation: string | null
  readonly activation: CellSlot | null
  /** Weighted sums, in order: two when a gate acts on one of them. */
  readonly affine: readonly CellSlot[]
  /** Peepholes: elementwise weights on a carried value or on this step's state. */
  readonly diagonal: readonly CellSlot[]
  /** A product with another card's value inside the card, as r ⊙ (U h₋ + b). */
  readonly gated: CellSlot | null
  /** The same product before the weights, as r ⊙ h₋: it stands on the bus. */
  readonly gatedBefore: CellSlot | null
  /** 1 − value, where something reads it. */
  readonly complement: CellSlot | null
  /** Every slot that the card holds. */
  readonly slots: readonly CellSlot[]
}

/** state = keeper ⊙ previous state + writer ⊙ candidate */
export interface ConveyorPlan {
  readonly state: CellSlot
  readonly kept: CellSlot
  readonly keeper: string
  readonly written: CellSlot
  /** Factors of the written product, writer first. */
  readonly writer: string
  readonly candidate: string
}

/** output = gate ⊙ squash(state) */
export interface ExposePlan {
  readonly output: CellSlot
  readonly gate: string
  /** null when the state is exposed as it is. */
  readonly squash: CellSlot | null
}

export interface CellPlan {
  readonly cell: Cell
  readonly cards: readonly CardPlan[]
  readonly conveyor: ConveyorPlan | null
  readonly expose: ExposePlan | null
  /** The card whose value is the output itself, in a cell without a conveyor. */
  readonly direct: CardPlan | null
  /** Carried values that some weighted sum reads: they run on the bus. */
  readonly busState: string | null
}

const columnRoles: readonly ColumnRole[] = ['read', 'keep', 'write', 'candidate', 'expose']

/** A learned equation takes its role's column; a state that is written anew is its own candidate. */
const columnOf = (role: Role): ColumnRole => columnRoles.find((known) => known === role) ?? 'candidate'

const argNames = (cell: Cell, slot: CellSlot): readonly string[] =>
  slot.args.map((operand) => readingOf(cell, operand)).map(({ slot, previous }) => (previous ? '' : slot))

const cardPlan = (cell: Cell, name: string, role: Role): CardPlan | null => {
  const all = slotsOfCell(cell)
  const own = all.filter((slot) => slot.equation === name)
  const affine = own.filter((slot) => slot.op === 'affine')
  if (affine.length === 0) return null
  const value = own.find((slot) => slot.named)
  const activation = value && ops[value.op].activation ? value : null
  const products = own.filter((slot) => slot.op === 'multiply')
  const afterWeights = (slot: CellSlot): boolean =>
    argNames(cell, slot).some((arg) => affine.some((sum) => sum.name === arg))
  return {
    name,
    role,
    column: columnOf(role),
    preActivation: activation ? (argNames(cell, activation)[0] ?? null) : null,
    activation,
    affine,
    diagonal: own.filter((slot) => slot.op === 'diagonal'),
    gated: products.find(afterWeights) ?? null,
    gatedBefore: products.find((slot) => !afterWeights(slot)) ?? null,
    complement: all.find((slot) => slot.op === 'complement' && argNames(cell, slot)[0] === name) ?? null,
    slots: own,
  }
}

/** The complement is drawn in the card whose value it takes from 1: its own name leads there. */
const cardOfValue = (cards: readonly CardPlan[], name: string): CardPlan | null =>
  cards.find((card) => card.name === name || card.complement?.name === name) ?? null

const conveyorPlan = (cell: Cell, cards: readonly CardPlan[]): ConveyorPlan | null => {
  const all = slotsOfCell(cell)
  for (const state of all) {
    if (!state.named || state.op !== 'add' || !cell.carry.includes(state.name)) continue
    const terms = state.args.flatMap((arg) => (arg.from === 'slot' ? [all[arg.slot]!] : []))
    const kept = terms.find((term) =>
      term.args.some((arg) => arg.from === 'previous' && arg.slot === state.index),
    )
    const written = terms.find((term) => term !== kept)
    if (kept?.op !== 'multiply' || written?.op !== 'multiply') continue
    const keeper = argNames(cell, kept).find((arg) => arg !== '')
    const factors = argNames(cell, written)
    const candidate = factors.find((arg) => cardOfValue(cards, arg)?.column === 'candidate')
    const writer = factors.find((arg) => arg !== candidate)
    if (keeper !== undefined && candidate !== undefined && writer !== undefined)
      return { state, kept, keeper, written, writer, candidate }
  }
  return null
}

const exposePlan = (
  cell: Cell,
  cards: readonly CardPlan[],
  conveyor: ConveyorPlan | null,
): ExposePlan | null => {
  const all = slotsOfCell(cell)
  const output = all.find((slot) => slot.name === cell.output)
  if (!output || !conveyor || output === conveyor.state || output.op !== 'multiply') return null
  const names = argNames(cell, output)
  const gate = names.find((name) => cards.some((card) => card.name === name))
  const other = all.find((slot) => slot.name === names.find((name) => name !== gate))
  if (gate === undefined || !other) return null
  return { output, gate, squash: other === conveyor.state ? null : other }
}

/**
 * Reads a cell's parts off its equations.
 * @throws Error naming the slots that no part takes, so that a new form of cell cannot lose a wire.
 */
export const planOf = (cell: Cell): CellPlan => {
  const cards = Object.entries(cell.equations).flatMap(([name, { role }]) => cardPlan(cell, name, role) ?? [])
  const conveyor = conveyorPlan(cell, cards)
  const expose = exposePlan(cell, cards, conveyor)
  const direct = conveyor ? null : (cards.find((card) => card.name === cell.output) ?? null)
  const reads = slotsOfCell(cell)
    .filter((slot) => slot.op === 'affine' || cards.some((card) => card.gatedBefore === slot))
    .flatMap((slot) => slot.args.map((operand) => readingOf(cell, operand)))
  const busState = reads.find(({ previous }) => previous)?.slot ?? null

  const taken = new Set<CellSlot | null | undefined>([
    ...cards.flatMap((card) => [...card.slots, card.complement]),
    conveyor?.state,
    conveyor?.kept,
    conveyor?.written,
    expose?.output,
    expose?.squash,
  ])
  const lost = slotsOfCell(cell).filter((slot) => !taken.has(slot))
  if (lost.length > 0)
    throw new Error(
      `Cell "${cell.id}": expected every slot to be part of a learned equation, of a state "keep ⊙ previous + write ⊙ candidate" or of an output "gate ⊙ squash(state)", got ${lost
        .map((slot) => `"${slot.name}"`)
        .join(', ')} besides. Write the cell in these forms, or teach cellPlan.ts the new one.`,
    )
  return { cell, cards, conveyor, expose, direct, busState }
}

/** How an equation mixes old and new: which gate keeps what, which gate writes what. Read off the slots. */
import type { Cell, CellSlot, Operand } from '../engine/index.ts'

export interface Mix {
  /** Gate value (a named gate or its complement) that multiplies the old value. */
  readonly keep: CellSlot
  /** The carried slot that is kept. */
  readonly old: CellSlot
  /** Gate value that multiplies the candidate. */
  readonly write: CellSlot
  readonly candidate: CellSlot
}

interface Factors {
  readonly gate: CellSlot
  readonly other: Operand
}

const slotAt = (cell: Cell, operand: Operand | undefined): CellSlot | undefined =>
  operand && operand.from !== 'input' ? cell.flat.single.slots[operand.slot] : undefined

/** True for a gate that keeps or writes, and for what is left of 1 by such a gate. */
const decides = (cell: Cell, slot: CellSlot): boolean => {
  const named = slot.op === 'complement' && !slot.named ? slotAt(cell, slot.args[0]) : slot
  const role = cell.equations[named?.name ?? '']?.role
  return role === 'keep' || role === 'write'
}

const factorsOf = (cell: Cell, operand: Operand): Factors | null => {
  const product = operand.from === 'slot' ? slotAt(cell, operand) : undefined
  if (product?.op !== 'multiply') return null
  const [a, b] = product.args
  if (!a || !b) return null
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const gate = one.from === 'slot' ? slotAt(cell, one) : undefined
    if (gate && decides(cell, gate)) return { gate, other }
  }
  return null
}

/** The mix that a slot is, or null: keep ⊙ old + write ⊙ candidate, in either order. */
export const mixOf = (cell: Cell, name: string): Mix | null => {
  const sum = cell.flat.single.slots.find((slot) => slot.name === name)
  if (sum?.op !== 'add') return null
  const terms = sum.args.map((arg) => factorsOf(cell, arg))
  const kept = terms.find((term) => term?.other.from === 'previous')
  const written = terms.find((term) => term?.other.from === 'slot')
  const old = slotAt(cell, kept?.other)
  const candidate = slotAt(cell, written?.other)
  return kept && written && old && candidate ? { keep: kept.gate, old, write: written.gate, candidate } : null
}

/** A product of an exposing gate and what it shows, or null: o ⊙ tanh(c). */
export const exposureOf = (cell: Cell, name: string): { gate: CellSlot; shown: CellSlot } | null => {
  const product = cell.flat.single.slots.find((slot) => slot.name === name)
  if (product?.op !== 'multiply') return null
  const factors = product.args.map((arg) => (arg.from === 'slot' ? slotAt(cell, arg) : undefined))
  const gate = factors.find((slot) => slot && cell.equations[slot.name]?.role === 'expose')
  const shown = factors.find((slot) => slot && slot !== gate)
  return gate && shown ? { gate, shown } : null
}

/** Where a reading gate scales a weighted sum before the candidate takes it in, or null: r ⊙ (U h). */
export const readingOf = (
  cell: Cell,
  name: string,
): { gate: CellSlot; past: CellSlot; rest: CellSlot } | null => {
  const activation = cell.flat.single.slots.find((slot) => slot.name === name)
  const sum = slotAt(cell, activation?.args[0])
  if (sum?.op !== 'add') return null
  const args = sum.args.map((arg) => slotAt(cell, arg))
  const product = args.find((slot) => slot?.op === 'multiply')
  const rest = args.find((slot) => slot?.op === 'affine')
  const factors = product?.args.map((arg) => slotAt(cell, arg)) ?? []
  const gate = factors.find((slot) => slot && cell.equations[slot.name]?.role === 'read')
  const past = factors.find((slot) => slot?.op === 'affine')
  return gate && past && rest ? { gate, past, rest } : null
}

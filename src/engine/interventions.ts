/** Interventions: a slot's unit, or all its units, held at a value over a range of steps. */
import type { Program } from './program.ts'

export interface Hold {
  /** Slot name, e.g. 'f'. */
  readonly slot: string
  /** Unit 0 … H − 1, or null for all. */
  readonly unit: number | null
  /** First and last step, inclusive, in the order of the sequence. */
  readonly from: number
  readonly to: number
  readonly value: number
}

/** Holds by slot index, or null where a slot has none: nothing is looked up in the common case. */
export type HoldTable = readonly (readonly Hold[] | null)[]

/**
 * Sorts holds by slot.
 * @throws Error for an unknown slot, a unit outside 0 … H − 1, a value that is not finite, an
 *   empty range of steps.
 */
export const holdTable = (program: Program, holds: readonly Hold[]): HoldTable | null => {
  if (holds.length === 0) return null
  const table = program.slots.map((): Hold[] => [])
  for (const hold of holds) {
    const slot = program.slots.find((candidate) => candidate.name === hold.slot)
    if (!slot)
      throw new Error(
        `Cannot hold "${hold.slot}": expected a slot of cell "${program.cell.id}" (${program.slots
          .map((known) => known.name)
          .join(', ')}).`,
      )
    if (hold.unit !== null && !(Number.isInteger(hold.unit) && hold.unit >= 0 && hold.unit < program.H))
      throw new Error(`Cannot hold unit ${hold.unit}: expected 0 to ${program.H - 1}, or null for all.`)
    if (!Number.isFinite(hold.value))
      throw new Error(`Cannot hold "${hold.slot}" at ${hold.value}: expected a finite number.`)
    if (!(hold.from <= hold.to))
      throw new Error(
        `Cannot hold "${hold.slot}" from step ${hold.from} to ${hold.to}: expected from ≤ to, both inclusive.`,
      )
    table[slot.index]!.push(hold)
  }
  return table.map((list) => (list.length > 0 ? list : null))
}

/** Writes the held values of one slot at step t into a register file (or zeros into its gradients). */
export const applyHolds = (
  holds: readonly Hold[],
  t: number,
  registers: number[],
  register: number,
  H: number,
  gradient: boolean,
): void => {
  for (const hold of holds) {
    if (t < hold.from || t > hold.to) continue
    const value = gradient ? 0 : hold.value
    const first = hold.unit ?? 0
    const end = hold.unit === null ? H : first + 1
    for (let u = first; u < end; u++) registers[register + u] = value
  }
}

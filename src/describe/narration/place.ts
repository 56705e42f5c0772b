/** Where a sentence is about: one unit at one step, and its numbers. */
import type { Cell, CellSlot, Role } from '../../engine/index.ts'
import { at, carryInto, ops } from '../../engine/index.ts'
import type { NarratedRun, Speech } from './parts.ts'

/** One unit at one step. */
export interface Place {
  readonly run: NarratedRun
  readonly t: number
  readonly unit: number
  readonly speech: Speech
}

export const valueOf = ({ run, t, unit }: Place, slot: CellSlot): number =>
  at(run.layer, t, slot.name)[unit] ?? NaN

export const beforeOf = ({ run, t, unit }: Place, slot: CellSlot): number =>
  carryInto(run.layer, t, slot.name)[unit] ?? NaN

export const slotsOf = (cell: Cell): readonly CellSlot[] => cell.flat.single.slots

export const roleOf = (cell: Cell, slot: CellSlot): Role => cell.equations[slot.equation]?.role ?? 'hidden'

export const outputSlot = (cell: Cell): CellSlot | undefined =>
  slotsOf(cell).find((slot) => slot.name === cell.output)

/** The pre-activation that a slot squashes. */
export const squashed = (cell: Cell, slot: CellSlot): CellSlot | undefined => {
  const [arg] = slot.args
  return ops[slot.op].activation && arg?.from === 'slot' ? slotsOf(cell)[arg.slot] : undefined
}

/** Which slot and unit are selected: kept sensible when the cell changes, and chosen when nothing is. */
import { phaseOf } from '../describe/phases.ts'
import { at, carryInto, cellOf } from '../engine/index.ts'
import type { Cell } from '../engine/index.ts'
import type { CellRun } from './runs.ts'
import type { CellChoice } from './view.ts'
import { clockAt } from './view.ts'

/** True when the cell has a value of this name: 'x' or a slot. */
export const hasSlot = (cell: Cell, slot: string): boolean =>
  slot === 'x' || cell.flat.single.slots.some(({ name }) => name === slot)

/** Names that may be selected in a cell. */
export const slotsOf = (cell: Cell): readonly string[] => [
  ...Object.keys(cell.equations),
  'x',
  ...cell.flat.single.slots.filter(({ named }) => !named).map(({ name }) => name),
]

/** The slot of another cell that does the same job, else that cell's output: f ↔ z, g ↔ n. */
export const sameJob = (slot: string, from: CellChoice, to: CellChoice): string => {
  const [source, target] = [cellOf(from), cellOf(to)]
  if (hasSlot(target, slot)) return slot
  const role = source.equations[slot]?.role
  const twin = Object.entries(target.equations).find(([, equation]) => equation.role === role)
  return twin?.[0] ?? target.output
}

/** The slot that says how much of the old state stays; the output in a cell without one. */
const keepSlot = (cell: Cell): string =>
  Object.entries(cell.equations).find(([, equation]) => equation.role === 'keep')?.[0] ?? cell.output

/** What the cell remembers with: its long memory where there is one, else its hidden state. */
const memorySlot = (cell: Cell): string =>
  Object.entries(cell.equations).find(([, equation]) => equation.role === 'cell')?.[0] ?? cell.output

export interface Opening {
  readonly clock: number
  readonly slot: string
  readonly unit: number
}

/** How much each unit's memory changes at a step. */
const changesAt = ({ cell, layer }: CellRun, t: number): readonly number[] => {
  const memory = memorySlot(cell)
  const before = cell.carry.includes(memory) ? carryInto(layer, t, memory) : null
  return Array.from(at(layer, t, memory), (value, unit) => Math.abs(value - (before?.[unit] ?? 0)))
}

/** The step, after the first and within the first half, at which a cell's memory changes most. */
const tellingStep = (run: CellRun): number => {
  const total = (t: number): number => changesAt(run, t).reduce((sum, change) => sum + change ** 2, 0)
  const half = Math.floor((run.layer.T - 1) / 2)
  const candidates = Array.from({ length: Math.max(0, half) }, (_, k) => k + 1)
  const totals = candidates.map(total)
  return candidates[totals.indexOf(totals.reduce((most, v) => Math.max(most, v), 0))] ?? candidates[0] ?? 0
}

/**
 * What a scene opens at, by rule: the step at which memory changes most, the phase that changes it, the
 * unit that changes most and the gate that decides it.
 * @param shown the cell on screen
 * @param asked a step, when one is asked for; else the one that tells most in `guide`, so that a scene
 *   opens at the same step whatever cell is on screen
 */
export const openingOf = (shown: CellRun, asked?: number, guide: CellRun = shown): Opening => {
  const t = asked ?? tellingStep(guide)
  const changes = changesAt(shown, t)
  return {
    clock: clockAt(t, phaseOf(shown.cell, memorySlot(shown.cell))),
    slot: keepSlot(shown.cell),
    unit: changes.indexOf(Math.max(...changes)),
  }
}

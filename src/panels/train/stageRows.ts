/** Where the rows of the stage without a lens lie, and which quantities they show. */
import type { Cell } from '../../engine/index.ts'
import { meterRows, type MeterRow } from '../stage/meterRows.ts'

/** A carried quantity as a strip of its units. */
export interface StateRow {
  readonly slot: string
  readonly role: 'cell' | 'hidden'
  readonly top: number
  readonly height: number
}

export interface MeterLine {
  readonly top: number
  readonly height: number
  /** One or two meters side by side. */
  readonly meters: readonly MeterRow[]
}

export interface StageRows {
  /** Middle of the outputs, and half the height of a full one. */
  readonly output: { readonly middle: number; readonly half: number }
  readonly memory: StateRow | null
  readonly meters: readonly MeterLine[]
  readonly hidden: StateRow
  readonly input: { readonly top: number; readonly height: number }
  readonly height: number
}

const STRIP = 28
const METER = 30
const GAP = 8

/** From top to bottom: output, long memory, the jobs of the selected unit two by two, hidden state, input. */
export const stageRows = (cell: Cell): StageRows => {
  let top = 58
  const place = (height: number, gap: number): number => {
    const at = top
    top += height + gap
    return at
  }
  const named = Object.entries(cell.equations).find(([, { role }]) => role === 'cell')?.[0]
  const memory: StateRow | null =
    named === undefined ? null : { slot: named, role: 'cell', top: place(STRIP, 12), height: STRIP }
  const all = meterRows(cell)
  const meters: MeterLine[] = []
  for (let k = 0; k < all.length; k += 2)
    meters.push({ top: place(METER, GAP), height: METER, meters: all.slice(k, k + 2) })
  top += 4
  const hidden: StateRow = { slot: cell.output, role: 'hidden', top: place(STRIP, 13), height: STRIP }
  const input = { top: place(18, 14), height: 18 }
  return { output: { middle: 30, half: 20 }, memory, meters, hidden, input, height: top }
}

/** Which quantities have a map over training: every gate, then what the cell remembers with. */
export const mapSlots = (cell: Cell): readonly { readonly slot: string; readonly role: MeterTone }[] => {
  const equations = Object.entries(cell.equations)
  const gates = equations.filter(([, { role }]) => GATES.includes(role))
  const memory = equations.find(([, { role }]) => role === 'cell')
  return [
    ...gates.map(([slot, { role }]) => ({ slot, role })),
    { slot: memory?.[0] ?? cell.output, role: memory ? 'cell' : 'hidden' },
  ]
}

type MeterTone = Cell['equations'][string]['role']
const GATES: readonly MeterTone[] = ['keep', 'write', 'expose', 'read']

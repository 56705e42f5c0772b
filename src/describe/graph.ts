/**
 * A cell as a closed graph: one node an operation, one an input or output port, and a wire for every
 * value that a node reads. Read off the flattened equations, so that it has no wire that the engine
 * does not compute.
 */
import type { Cell, CellSlot, Operand } from '../engine/index.ts'

/** A value to read from a trace: a slot (or 'x') of this step, or of the carry that the step read. */
export interface Reading {
  readonly slot: string
  readonly previous: boolean
}

export type GraphNode =
  /** x_t */
  | { readonly id: string; readonly kind: 'input' }
  /** A carried value as the previous step left it, e.g. h_{t−1}. */
  | { readonly id: string; readonly kind: 'previous'; readonly slot: string }
  | { readonly id: string; readonly kind: 'operation'; readonly slot: CellSlot }
  /** A carried value as it leaves for the next step. */
  | { readonly id: string; readonly kind: 'next'; readonly slot: string }
  /** What the next layer and the readout see. */
  | { readonly id: string; readonly kind: 'output'; readonly slot: string }

export interface GraphWire {
  /** '<from> → <to> <argument>' */
  readonly id: string
  readonly from: string
  readonly to: string
  /** Which argument of the node it feeds. */
  readonly argument: number
  /** The value that it carries. */
  readonly value: Reading
}

export interface Graph {
  readonly cell: Cell
  readonly nodes: readonly GraphNode[]
  readonly wires: readonly GraphWire[]
}

export const INPUT = 'x'
export const OUTPUT = 'output'
export const previousOf = (slot: string): string => `${slot} previous`
export const nextOf = (slot: string): string => `${slot} next`

export const wireId = (from: string, to: string, argument = 0): string => `${from} → ${to} ${argument}`

/** The slots of a cell; the same for every way of counting biases. */
export const slotsOfCell = (cell: Cell): readonly CellSlot[] => cell.flat.single.slots

/** What an operand reads. */
export const readingOf = (cell: Cell, operand: Operand): Reading => {
  if (operand.from === 'input') return { slot: INPUT, previous: false }
  const slot = slotsOfCell(cell)[operand.slot]
  return { slot: slot?.name ?? '', previous: operand.from === 'previous' }
}

/** The node that a reading comes from. */
export const sourceOf = ({ slot, previous }: Reading): string => (previous ? previousOf(slot) : slot)

/** The graph of a cell. */
export const graphOf = (cell: Cell): Graph => {
  const slots = slotsOfCell(cell)
  const wire = (value: Reading, to: string, argument = 0): GraphWire => ({
    id: wireId(sourceOf(value), to, argument),
    from: sourceOf(value),
    to,
    argument,
    value,
  })
  const now = (slot: string): Reading => ({ slot, previous: false })
  return {
    cell,
    nodes: [
      { id: INPUT, kind: 'input' },
      ...cell.carry.map((slot): GraphNode => ({ id: previousOf(slot), kind: 'previous', slot })),
      ...slots.map((slot): GraphNode => ({ id: slot.name, kind: 'operation', slot })),
      ...cell.carry.map((slot): GraphNode => ({ id: nextOf(slot), kind: 'next', slot })),
      { id: OUTPUT, kind: 'output', slot: cell.output },
    ],
    wires: [
      ...slots.flatMap((slot) =>
        slot.args.map((operand, argument) => wire(readingOf(cell, operand), slot.name, argument)),
      ),
      ...cell.carry.map((slot) => wire(now(slot), nextOf(slot))),
      wire(now(cell.output), OUTPUT),
    ],
  }
}

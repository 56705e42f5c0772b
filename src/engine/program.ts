/**
 * A program is a cell made concrete: sizes I and H, slots with their places in a register file, and
 * the list of instructions of one step. Affine terms that read the same inputs are one group and run
 * as one packed matrix, because one long matrix–vector product is faster than several short ones.
 *
 * Register file (one flat packed-double array, in elements):
 *   x [I] | previous carries [H each] | slots [H each]
 */
import type { BiasStyle, Cell, CellSlot, Operand } from './cell.ts'
import { ops, type Op } from './ops.ts'
import { layOut, type ParameterSpec } from './parameters.ts'

export interface Slot extends CellSlot {
  /** Place in the register file, of length H. */
  readonly register: number
}

/** One affine or diagonal term's rows in its group. */
export interface GroupMember {
  readonly slot: number
  /** Weight names parallel to the group's inputs; biases are added up. */
  readonly weights: readonly string[]
  readonly biases: readonly string[]
}

/** Affine terms that read the same inputs: rows of one matrix [members·H, Σ widths]. */
export interface Group {
  /** Registers and widths of the inputs, concatenated. */
  readonly inputs: readonly { readonly register: number; readonly size: number }[]
  readonly columns: number
  readonly rows: number
  readonly members: readonly GroupMember[]
  /** Register of the first row; the others follow. */
  readonly out: number
}

/** `writes` are the slots that an instruction makes; `out`, `a` and `b` are registers. */
export type Instruction = { readonly writes: readonly number[] } & (
  | { readonly kind: 'affine'; readonly group: number }
  | { readonly kind: 'diagonal'; readonly out: number; readonly a: number; readonly weight: string }
  | {
      readonly kind: 'op'
      readonly op: Op
      readonly out: number
      readonly a: number
      readonly b: number
    }
)

export interface Program {
  readonly cell: Cell
  /** Input size. */
  readonly I: number
  /** Hidden size. */
  readonly H: number
  readonly slots: readonly Slot[]
  readonly parameters: readonly ParameterSpec[]
  readonly groups: readonly Group[]
  readonly code: readonly Instruction[]
  /** Carried slots, in the cell's order, with the register that holds the previous value. */
  readonly carry: readonly { readonly slot: number; readonly register: number }[]
  /** The slot that is the cell's output. */
  readonly output: number
  readonly registers: number
}

const checkSize = (what: string, value: number): void => {
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`Expected ${what} to be a whole number of at least 1, got ${value}.`)
}

const groupKey = (slot: CellSlot): string =>
  slot.args.map((arg) => (arg.from === 'input' ? 'x' : `${arg.from}${arg.slot}`)).join(' ')

/**
 * Compiles a cell for an input of size I and a state of size H.
 * @param style how biases are counted; 'single' unless told.
 * @throws Error when a size is not a whole number of at least 1.
 */
export const compile = (cell: Cell, I: number, H: number, style: BiasStyle = 'single'): Program => {
  checkSize('the input size I', I)
  checkSize('the hidden size H', H)
  const flat = cell.flat[style]
  const carry = cell.carry.map((name, rank) => ({
    slot: flat.slots.findIndex((slot) => slot.name === name),
    register: I + rank * H,
  }))
  const first = I + carry.length * H
  const register = (operand: Operand): number => {
    if (operand.from === 'input') return 0
    if (operand.from === 'slot') return places[operand.slot]!
    return carry.find((carried) => carried.slot === operand.slot)!.register
  }

  // Members of a group stand side by side in the register file, so that the kernel writes one stretch.
  const keys = [...new Set(flat.slots.filter((s) => s.op === 'affine').map(groupKey))]
  const members = keys.map((key) =>
    flat.slots.filter((slot) => slot.op === 'affine' && groupKey(slot) === key),
  )
  const order = [...members.flat(), ...flat.slots.filter((slot) => slot.op !== 'affine')]
  const places: number[] = []
  order.forEach((slot, rank) => {
    places[slot.index] = first + rank * H
  })
  const slots = flat.slots.map((slot) => ({ ...slot, register: places[slot.index]! }))

  const groups = members.map((group): Group => {
    const inputs = group[0]!.args.map((arg) => ({
      register: register(arg),
      size: arg.from === 'input' ? I : H,
    }))
    return {
      inputs,
      columns: inputs.reduce((sum, input) => sum + input.size, 0),
      rows: group.length * H,
      members: group.map(({ index, weights, biases }) => ({ slot: index, weights, biases })),
      out: places[group[0]!.index]!,
    }
  })

  const code = slots.flatMap((slot): Instruction[] => {
    if (slot.op === 'affine') {
      // The whole group runs where its first member stands: their inputs are the same.
      const group = members.findIndex((list) => list[0]!.index === slot.index)
      if (group < 0) return []
      return [{ kind: 'affine', group, writes: members[group]!.map(({ index }) => index) }]
    }
    const [a, b] = slot.args.map(register)
    const place = { writes: [slot.index], out: slot.register, a: a! }
    if (slot.op === 'diagonal') return [{ kind: 'diagonal', ...place, weight: slot.weights[0]! }]
    return [{ kind: 'op', ...place, op: ops[slot.op], b: b ?? 0 }]
  })

  return {
    cell,
    I,
    H,
    slots,
    parameters: layOut(
      flat.parameters.map(({ name, kind, gate, shape }) => ({
        name,
        kind,
        gate,
        layer: null,
        direction: null,
        shape: shape.map((size) => (size === 'I' ? I : H)),
      })),
    ),
    groups,
    code,
    carry,
    output: slots.findIndex((slot) => slot.name === cell.output),
    registers: first + slots.length * H,
  }
}

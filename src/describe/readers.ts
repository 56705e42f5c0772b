/** Who reads a value: equations of the same step, equations of the next step, the readout. */
import type { Cell } from '../engine/index.ts'

export interface Readers {
  /** Names of equations that read it at the same step, in the order of the paper. */
  readonly now: readonly string[]
  /** Names of equations that read it at the next step. */
  readonly next: readonly string[]
  readonly readout: boolean
}

/** The readers of a slot or of 'x'. Parts of an equation are read by their own equation. */
export const readersOf = (cell: Cell, name: string): Readers => {
  const { slots } = cell.flat.single
  const own = slots.find((slot) => slot.name === name)
  const reads = (equation: string, from: 'slot' | 'previous'): boolean =>
    slots.some(
      (slot) =>
        slot.equation === equation &&
        slot.args.some((arg) =>
          name === 'x'
            ? arg.from === 'input' && from === 'slot'
            : arg.from === from && arg.slot === own?.index,
        ),
    )
  const equations = Object.keys(cell.equations)
  return {
    now: equations.filter((equation) => equation !== name && reads(equation, 'slot')),
    next: equations.filter((equation) => reads(equation, 'previous')),
    readout: name === cell.output,
  }
}

/** Whether a cell has one weighted sum: its weights and pre-activation need no subscript that says which. */
import type { Cell } from '../engine/index.ts'

export const hasOneSum = (cell: Cell): boolean =>
  cell.flat.single.slots.filter(({ op }) => op === 'affine').length === 1

/** Bands of gradients from top to bottom: what is carried first, as the way back meets it, then the gates. */
import type { Cell } from '../../engine/index.ts'
import { bandRows, bandsHeight, type BandRow, type Density } from '../bands/bandRows.ts'

export interface GradientRows {
  readonly rows: readonly BandRow[]
  /** Bottom of the last band with the gap below it. */
  readonly height: number
}

export const gradientRows = (cell: Cell, I: number, H: number, density: Density): GradientRows => {
  const [input, ...all] = bandRows(cell, I, H, density)
  const memory = all.filter(({ role }) => role === 'cell')
  const output = all.filter(({ slot }) => slot === cell.output)
  const rest = all.filter((row) => !memory.includes(row) && !output.includes(row))
  const top = input?.top ?? 0
  const shift = (all[0]?.top ?? 0) - top
  // The rows keep their places from top to bottom; only their order changes, and the input's room is gone.
  const rows = [...memory, ...output, ...rest].map((row, k) => ({ ...row, top: all[k]!.top - shift }))
  return { rows, height: bandsHeight([input!, ...all], density) - shift }
}

/** Which bands a cell has, from top to bottom, and how tall their rows are. */
import type { Cell, Role } from '../../engine/index.ts'
import type { Tone } from '../../ui/colour.ts'

export interface BandRow {
  /** 'x' or the name of an equation. */
  readonly slot: string
  readonly tone: Tone
  readonly role: Role | 'input'
  /** Components of x, or units. */
  readonly units: number
  /** Rows drawn: `units`, or bins of several units when there are too many. */
  readonly rows: number
  /** Height of a row in px. */
  readonly rowHeight: number
  readonly top: number
  readonly height: number
}

export type Density = 'wide' | 'mobile'

/**
 * Total height of the unit bands (spec: 6 px a unit for the LSTM's 48 rows), gap, the x band's row: beside the
 * lens as high as the name in it, for up to six components; more share that height.
 */
const SIZES = {
  wide: { total: 288, smallest: 6, largest: 14, gap: 8, input: 12, mostInput: 72 },
  mobile: { total: 192, smallest: 4, largest: 8, gap: 7, input: 7.5, mostInput: 60 },
} as const

/** Bands higher than this would push the others off the screen: more units share rows. */
const MOST_ROWS = 16

/**
 * Bands of a cell for I inputs and H units: equal total height for every cell, so that switching
 * cells does not move the page.
 */
export const bandRows = (cell: Cell, I: number, H: number, density: Density): readonly BandRow[] => {
  const size = SIZES[density]
  const equations = Object.entries(cell.equations)
  const rows = Math.min(H, MOST_ROWS)
  const rowHeight = Math.max(size.smallest, Math.min(size.largest, size.total / (equations.length * rows)))
  const inputHeight = Math.min(I * size.input, size.mostInput)
  const inputRows = Math.min(I, MOST_ROWS)
  let top = 4
  const place = (height: number): number => {
    const at = top
    top += height + size.gap
    return at
  }
  const input: BandRow = {
    slot: 'x',
    tone: 'input',
    role: 'input',
    units: I,
    rows: inputRows,
    rowHeight: inputHeight / inputRows,
    top: place(inputHeight),
    height: inputHeight,
  }
  return [
    input,
    ...equations.map(([slot, { role }]): BandRow => {
      const height = rows * rowHeight
      return { slot, tone: role, role, units: H, rows, rowHeight, top: place(height), height }
    }),
  ]
}

/** Bottom of the last band, with the gap below it. */
export const bandsHeight = (rows: readonly BandRow[], density: Density): number => {
  const last = rows.at(-1)
  return last ? last.top + last.height + SIZES[density].gap : 0
}

/**
 * A heatmap as one pixel a cell: steps across, rows down. CSS stretches it without smoothing, so that
 * painting costs as many pixels as cells, whatever the size on screen, and moving it costs nothing.
 */
import { tableSteps, type ColourTable } from '../colour.ts'
import { firstUnit } from './bins.ts'

/** Chooses the table of a row: inputs mix signed and binary components. */
export type RowTable = (unit: number) => ColourTable

/** Steps from … from + count of a sequence. */
export interface Columns {
  readonly from: number
  readonly count: number
}

/** A table's colours as pixels of an image, red in the lowest byte. */
const inks = new WeakMap<ColourTable, Uint32Array>()

const inkOf = (table: ColourTable): Uint32Array => {
  const known = inks.get(table)
  if (known) return known
  const ink = Uint32Array.from(table.rgb, ([r, g, b]) => (0xff000000 | (b << 16) | (g << 8) | r) >>> 0)
  inks.set(table, ink)
  return ink
}

/**
 * Colours one row: of every step the value that lies farthest from 0 among units first … end − 1, which is
 * the value itself where a row holds one unit. Values outside the table's range are clipped; NaN takes its
 * middle.
 */
const fillRow = (
  pixels: Uint32Array,
  row: number,
  values: ArrayLike<number>,
  H: number,
  [first, end]: readonly [number, number],
  { from, count }: Columns,
  table: ColourTable,
): void => {
  const ink = inkOf(table)
  const { low } = table
  const perValue = tableSteps / (table.high - low)
  for (let k = 0; k < count; k++) {
    const at = (from + k) * H
    let value = values[at + first]!
    for (let unit = first + 1; unit < end; unit++) {
      const other = values[at + unit]!
      if (Math.abs(other) > Math.abs(value)) value = other
    }
    // Comparisons are false for NaN, which so ends in the middle.
    const index = (value - low) * perValue
    pixels[row * count + k] =
      ink[index >= tableSteps ? tableSteps : index > 0 ? Math.round(index) : index <= 0 ? 0 : tableSteps / 2]!
  }
}

/**
 * The pixels of a heatmap, [rows][count].
 * @param values [T][H]
 * @param rows H or fewer; with fewer each pixel shows the signed extreme of its bin, in the table of the
 * bin's first unit
 * @param columns steps to paint
 */
export const heatPixels = (
  values: ArrayLike<number>,
  H: number,
  rows: number,
  tableOfRow: RowTable,
  columns: Columns,
): Uint32Array => {
  const pixels = new Uint32Array(columns.count * rows)
  for (let row = 0; row < rows; row++) {
    const first = firstUnit(row, rows, H)
    fillRow(pixels, row, values, H, [first, firstUnit(row + 1, rows, H)], columns, tableOfRow(first))
  }
  return pixels
}

/** Paints values [T][H] on a canvas of columns.count × rows pixels; see `heatPixels`. */
export const paintHeatmap = (
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  H: number,
  rows: number,
  tableOfRow: RowTable,
  columns: Columns,
): void => {
  canvas.width = columns.count
  canvas.height = rows
  const context = canvas.getContext('2d')
  if (!context) return
  const pixels = heatPixels(values, H, rows, tableOfRow, columns)
  // Little-endian everywhere that browsers run: red is the first byte of a pixel.
  const image = new ImageData(new Uint8ClampedArray(pixels.buffer as ArrayBuffer), columns.count, rows)
  context.putImageData(image, 0, 0)
}

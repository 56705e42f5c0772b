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
const inks = new WeakMap<ColourTable, Int32Array>()

const inkOf = (table: ColourTable): Int32Array => {
  const known = inks.get(table)
  if (known) return known
  const ink = Int32Array.from(table.rgb, ([r, g, b]) => 0xff000000 | (b << 16) | (g << 8) | r)
  inks.set(table, ink)
  return ink
}

/** The units [first, end) that a row of the picture stands for, and its colours. */
export interface PictureRow {
  readonly first: number
  readonly end: number
  readonly table: ColourTable
}

/** How a value of a row becomes a place among the steps of its table. */
interface Row extends Pick<PictureRow, 'first' | 'end'> {
  readonly ink: Int32Array
  readonly perValue: number
  readonly offset: number
}

const MIDDLE = tableSteps / 2

/** Steps that are coloured at a time: their pixels of a row are two lines of the processor's cache, and their values fit into it. */
const TILE = 32

/** What is coloured: values [T][H], from a step on, and the pixels [rows][count] that they become. */
interface Picture {
  readonly from: number
  readonly values: ArrayLike<number>
  readonly H: number
  readonly pixels: Int32Array
}

// A place among a table's steps has the colour of the end beyond which it lies, and NaN that of the middle. Both loops
// write it out: as a function it takes twice their time.

/** Colours steps start … stop − 1 of a row, which begins at pixel `to` and stands for one unit. */
const fillUnit = (picture: Picture, to: number, row: Row, start: number, stop: number): void => {
  const { values, H, pixels, from } = picture
  const { first, ink, perValue, offset } = row
  let at = (from + start) * H + first
  for (let k = start; k < stop; k++, at += H) {
    const place = values[at]! * perValue + offset
    pixels[to + k] =
      place >= 0 ? ink[place < tableSteps ? place | 0 : tableSteps]! : ink[place < 0 ? 0 : MIDDLE]!
  }
}

/** The same for a row of several units: of every step the value among theirs that lies farthest from 0. */
const fillBin = (picture: Picture, to: number, row: Row, start: number, stop: number): void => {
  const { values, H, pixels, from } = picture
  const { first, end, ink, perValue, offset } = row
  let at = (from + start) * H
  for (let k = start; k < stop; k++, at += H) {
    let value = values[at + first]!
    for (let unit = first + 1; unit < end; unit++) {
      const other = values[at + unit]!
      if (Math.abs(other) > Math.abs(value)) value = other
    }
    const place = value * perValue + offset
    pixels[to + k] =
      place >= 0 ? ink[place < tableSteps ? place | 0 : tableSteps]! : ink[place < 0 ? 0 : MIDDLE]!
  }
}

const inked = ({ first, end, table }: PictureRow): Row => {
  const { low, high } = table
  const perValue = tableSteps / (high - low)
  // Half a step more, since a place is cut to the whole step before it.
  return { first, end, ink: inkOf(table), perValue, offset: 0.5 - low * perValue }
}

/**
 * The pixels of some rows, [rows][count]. A row of several units shows the value among theirs that lies farthest
 * from 0; values outside a table's range are clipped, NaN takes its middle.
 * @param values [T][H]
 * @param columns steps to paint
 * @param pixels where they are written: rows × count
 */
export const rowPixels = (
  values: ArrayLike<number>,
  H: number,
  rows: readonly PictureRow[],
  { from, count }: Columns,
  pixels = new Int32Array(count * rows.length),
): Int32Array => {
  const picture: Picture = { from, values, H, pixels }
  const all = Array.from(rows, inked)
  // Chosen once: for each row anew takes a sixth longer.
  const fill = rows.every(({ first, end }) => end === first + 1) ? fillUnit : fillBin
  for (let start = 0; start < count; start += TILE) {
    const stop = Math.min(count, start + TILE)
    for (let row = 0; row < rows.length; row++) fill(picture, row * count, all[row]!, start, stop)
  }
  return pixels
}

/** H or fewer rows of nearly as many units, a bin in the table of its first unit. */
export const heatRows = (H: number, rows: number, tableOfRow: RowTable): readonly PictureRow[] =>
  Array.from({ length: rows }, (_, row) => {
    const first = firstUnit(row, rows, H)
    return { first, end: firstUnit(row + 1, rows, H), table: tableOfRow(first) }
  })

/** Pixels to write in, as many as the largest picture took: to get new memory takes as long as to colour it. */
let memory = new Uint8ClampedArray(0)

const imageOf = (width: number, height: number): ImageData => {
  const bytes = 4 * width * height
  if (memory.length < bytes) memory = new Uint8ClampedArray(bytes)
  return new ImageData(memory.subarray(0, bytes), width, height)
}

/** Gives a canvas its size. To set one, also the same one, empties the canvas and takes as long as to paint it. */
const resize = (canvas: HTMLCanvasElement, width: number, height: number): void => {
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}

/** Paints the picture of one canvas on another. Neither has anything that shines through. */
export const copyPicture = (from: HTMLCanvasElement, to: HTMLCanvasElement): void => {
  resize(to, from.width, from.height)
  to.getContext('2d')?.drawImage(from, 0, 0)
}

/** Paints rows of values [T][H] on a canvas of columns.count × rows pixels; see `rowPixels`. */
export const paintRows = (
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  H: number,
  rows: readonly PictureRow[],
  columns: Columns,
): void => {
  resize(canvas, columns.count, rows.length)
  const context = canvas.getContext('2d')
  if (!context) return
  const image = imageOf(columns.count, rows.length)
  // Little-endian everywhere that browsers run: red is the first byte of a pixel.
  const pixels = new Int32Array(image.data.buffer, 0, columns.count * rows.length)
  rowPixels(values, H, rows, columns, pixels)
  context.putImageData(image, 0, 0)
}

/** Paints H units in so many rows: one each, or bins of nearly as many units. */
export const paintHeatmap = (
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  H: number,
  rows: number,
  tableOfRow: RowTable,
  columns: Columns,
): void => paintRows(canvas, values, H, heatRows(H, rows, tableOfRow), columns)

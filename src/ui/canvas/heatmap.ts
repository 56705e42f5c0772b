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

/** A row of the picture: the units it stands for, and how a value becomes a place among the steps of its table. */
interface Row {
  readonly first: number
  readonly end: number
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

/**
 * The pixels of a heatmap, [rows][count].
 * @param values [T][H]
 * @param rows H or fewer; with fewer each pixel shows the signed extreme of its bin, in the table of the
 * bin's first unit; values outside the table's range are clipped, NaN takes its middle
 * @param columns steps to paint
 * @param pixels where they are written: rows × count
 */
export const heatPixels = (
  values: ArrayLike<number>,
  H: number,
  rows: number,
  tableOfRow: RowTable,
  { from, count }: Columns,
  pixels = new Int32Array(count * rows),
): Int32Array => {
  const picture: Picture = { from, values, H, pixels }
  const all = Array.from({ length: rows }, (_, row): Row => {
    const first = firstUnit(row, rows, H)
    const table = tableOfRow(first)
    const { low, high } = table
    const perValue = tableSteps / (high - low)
    // Half a step more, since a place is cut to the whole step before it.
    return {
      first,
      end: firstUnit(row + 1, rows, H),
      ink: inkOf(table),
      perValue,
      offset: 0.5 - low * perValue,
    }
  })
  const fill = rows === H ? fillUnit : fillBin
  for (let start = 0; start < count; start += TILE) {
    const stop = Math.min(count, start + TILE)
    for (let row = 0; row < rows; row++) fill(picture, row * count, all[row]!, start, stop)
  }
  return pixels
}

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

/** Paints values [T][H] on a canvas of columns.count × rows pixels; see `heatPixels`. */
export const paintHeatmap = (
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  H: number,
  rows: number,
  tableOfRow: RowTable,
  columns: Columns,
): void => {
  resize(canvas, columns.count, rows)
  const context = canvas.getContext('2d')
  if (!context) return
  const image = imageOf(columns.count, rows)
  // Little-endian everywhere that browsers run: red is the first byte of a pixel.
  const pixels = new Int32Array(image.data.buffer, 0, columns.count * rows)
  heatPixels(values, H, rows, tableOfRow, columns, pixels)
  context.putImageData(image, 0, 0)
}

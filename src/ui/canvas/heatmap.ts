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

/** A row of the picture: the units it stands for, and how their values become pixels. */
interface Row {
  readonly first: number
  readonly end: number
  readonly ink: Uint32Array
  readonly low: number
  readonly perValue: number
}

/** Steps that are coloured at a time: their pixels of a row are a line of the processor's cache, and so are their values. */
const TILE = 16

/** What is coloured: values [T][H], from a step on, and the pixels [rows][count] that they become. */
interface Picture {
  readonly from: number
  readonly values: ArrayLike<number>
  readonly H: number
  readonly pixels: Uint32Array
}

/** The colour at a place among a table's steps: that of an end beyond it, the middle one for NaN. */
const colourAt = (ink: Uint32Array, place: number): number => {
  if (place >= 0) return ink[place < tableSteps ? place | 0 : tableSteps]!
  return ink[place < 0 ? 0 : tableSteps / 2]!
}

/** Colours steps start … stop − 1 of a row, which begins at pixel `to` and stands for one unit. */
const fillUnit = (picture: Picture, to: number, row: Row, start: number, stop: number): void => {
  const { values, H, pixels, from } = picture
  const { first, ink, low, perValue } = row
  let at = (from + start) * H + first
  for (let k = start; k < stop; k++, at += H)
    pixels[to + k] = colourAt(ink, (values[at]! - low) * perValue + 0.5)
}

/** The same for a row of several units: of every step the value among theirs that lies farthest from 0. */
const fillBin = (picture: Picture, to: number, row: Row, start: number, stop: number): void => {
  const { values, H, pixels, from } = picture
  const { first, end, ink, low, perValue } = row
  let at = (from + start) * H
  for (let k = start; k < stop; k++, at += H) {
    let value = values[at + first]!
    for (let unit = first + 1; unit < end; unit++) {
      const other = values[at + unit]!
      if (Math.abs(other) > Math.abs(value)) value = other
    }
    pixels[to + k] = colourAt(ink, (value - low) * perValue + 0.5)
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
  pixels = new Uint32Array(count * rows),
): Uint32Array => {
  const picture: Picture = { from, values, H, pixels }
  const all = Array.from({ length: rows }, (_, row): Row => {
    const first = firstUnit(row, rows, H)
    const table = tableOfRow(first)
    const { low, high } = table
    const perValue = tableSteps / (high - low)
    return { first, end: firstUnit(row + 1, rows, H), ink: inkOf(table), low, perValue }
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
  const pixels = new Uint32Array(image.data.buffer, 0, columns.count * rows)
  heatPixels(values, H, rows, tableOfRow, columns, pixels)
  context.putImageData(image, 0, 0)
}

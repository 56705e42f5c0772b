/**
 * A long series on few pixels: in each column a bar from the lowest to the highest value of its steps, so
 * that no peak is lost whatever T is.
 */

export interface Extremes {
  readonly low: number
  readonly high: number
}

/**
 * The lowest and highest value of each of `columns` equal parts of a series; a part without a finite value
 * is null. With fewer values than columns, each column shows the value it lies in.
 */
export const extremesOf = (
  value: (t: number) => number,
  T: number,
  columns: number,
): readonly (Extremes | null)[] =>
  Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * T) / columns)
    const to = Math.max(from + 1, Math.floor(((column + 1) * T) / columns))
    let low = Infinity
    let high = -Infinity
    for (let t = from; t < to && t < T; t++) {
      const v = value(t)
      if (!Number.isFinite(v)) continue
      low = Math.min(low, v)
      high = Math.max(high, v)
    }
    return low <= high ? { low, high } : null
  })

/** How much of pixel row y a bar from `top` to `bottom` covers, 0 … 1. */
const covered = (top: number, bottom: number, y: number): number =>
  Math.max(0, Math.min(bottom, y + 1) - Math.max(top, y))

/**
 * The extremes as one connected line, symmetric about 0 in the middle of the height: how opaque each pixel is,
 * 0 … 255, [height][columns].
 * @param height px of the screen, as `thickness` is
 */
export const linePixels = (
  columns: readonly (Extremes | null)[],
  height: number,
  thickness: number,
): Uint8ClampedArray => {
  const width = columns.length
  const pixels = new Uint8ClampedArray(width * height)
  const reach = columns.reduce((most, c) => (c ? Math.max(most, Math.abs(c.low), Math.abs(c.high)) : most), 0)
  const middle = height / 2
  const perUnit = reach > 0 ? (middle - thickness) / reach : 0
  let before: Extremes | null = null
  columns.forEach((column, x) => {
    if (column) {
      // Reaches to where the last column ended, so that a steep line has no gaps.
      const low = before ? Math.min(column.low, before.high) : column.low
      const high = before ? Math.max(column.high, before.low) : column.high
      const top = middle - high * perUnit - thickness / 2
      const bottom = middle - low * perUnit + thickness / 2
      for (let y = Math.max(0, Math.floor(top)); y < bottom && y < height; y++)
        pixels[y * width + x] = 255 * covered(top, bottom, y)
    }
    before = column
  })
  return pixels
}

/**
 * Paints the extremes in the canvas's own colour (CSS `color`), a pixel a column, all of them at once: a
 * rectangle a column would take ten times as long. The canvas has one pixel a column times `density`.
 */
export const paintExtremes = (
  canvas: HTMLCanvasElement,
  columns: readonly (Extremes | null)[],
  height: number,
  density: number,
): void => {
  canvas.width = Math.max(1, columns.length)
  canvas.height = Math.max(1, Math.round(height * density))
  const context = canvas.getContext('2d')
  if (!context || columns.length === 0) return
  const image = new ImageData(canvas.width, canvas.height)
  linePixels(columns, canvas.height, density).forEach((alpha, k) => {
    image.data[4 * k + 3] = alpha
  })
  context.putImageData(image, 0, 0)
  // The pixels say where the line is; its colour comes over them.
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = getComputedStyle(canvas).color
  context.fillRect(0, 0, canvas.width, canvas.height)
}

/** A ribbon as an image: one pixel a step and strand. CSS stretches it, so that moving it paints nothing. */
import { strandValue, type Strand } from '../../describe/strands.ts'
import { tableIndex, type ColourTable } from '../../ui/colour.ts'

/**
 * Paints values [T][H] on a canvas of T × strands pixels.
 * A strand of several units shows its signed extreme; NaN shows as the table's ground.
 */
export const paintRibbon = (
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  T: number,
  H: number,
  strands: readonly Strand[],
  table: ColourTable,
): void => {
  canvas.width = T
  canvas.height = strands.length
  const context = canvas.getContext('2d')
  if (!context) return
  const image = context.createImageData(T, strands.length)
  const pixels = image.data
  strands.forEach(({ from, to }, row) => {
    for (let t = 0; t < T; t++) {
      const value = strandValue(values, { from: t * H + from, to: t * H + to, unit: null })
      const [r, g, b] = table.rgb[tableIndex(table, Number.isNaN(value) ? 0 : value)] ?? [128, 128, 128]
      const p = (row * T + t) * 4
      pixels[p] = r
      pixels[p + 1] = g
      pixels[p + 2] = b
      pixels[p + 3] = 255
    }
  })
  context.putImageData(image, 0, 0)
}

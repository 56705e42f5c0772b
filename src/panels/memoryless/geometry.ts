/** Where things lie in the pictures of the laboratory: numbers in, numbers out. */
import { scaleLinear } from 'd3'
import type { Box } from '../train/axes.ts'

export interface Axis {
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
}

const HEIGHT = 260

/** The chart over the gap; names of its lines stand at its right. */
export const gapBox = (width: number, narrow: boolean): Box & { readonly height: number } => ({
  left: narrow ? 50 : 62,
  right: Math.max(120, width - (narrow ? 92 : 150)),
  top: 16,
  bottom: HEIGHT - 44,
  height: HEIGHT,
})

export const gapAxis = (box: Box, gaps: readonly number[]): Axis => {
  const at = scaleLinear([0, Math.max(1, ...gaps)], [box.left, box.right])
  // The finest gaps give way where their numbers would touch.
  const ticks = gaps.reduceRight<readonly number[]>(
    (kept, gap) => (kept[0] === undefined || at(kept[0]) - at(gap) >= 20 ? [gap, ...kept] : kept),
    [],
  )
  return { at, ticks }
}

export const shareAxis = (box: Box): Axis => ({
  at: scaleLinear([0, 1], [box.bottom, box.top]),
  ticks: [0, 0.25, 0.5, 0.75, 1],
})

/** The gap that is nearest to a place across. */
export const nearestGap = ({ at }: Axis, gaps: readonly number[], x: number): number =>
  gaps.reduce((best, gap) => (Math.abs(at(gap) - x) < Math.abs(at(best) - x) ? gap : best), gaps[0]!)

/** A metric across, from 0 to a little beyond the largest number. */
export const metricAxis = (left: number, right: number, values: readonly number[]): Axis => {
  const finite = values.filter(Number.isFinite)
  const scale = scaleLinear([0, Math.max(1e-9, ...finite) * 1.06], [left, Math.max(left + 1, right)])
  return { at: scale, ticks: scale.ticks(right - left < 400 ? 4 : 7) }
}

/** Where a name of some width begins that belongs to a line at x: beside it, on the side with room, within the plot. */
export const placeOfName = (x: number, width: number, left: number, right: number): number =>
  Math.max(left, x + width > right ? Math.min(x, right) - width : x)

/** A line down through rows, relative to where it starts: in each it leaves the name at its top room. */
export const downPath = (rows: number, height: number, name: number): string =>
  `m0 ${name}v${height - name}`.repeat(rows)

export interface Squares {
  readonly width: number
  /** Left edge of step t. */
  readonly left: (t: number) => number
}

/** Steps of the example as squares, as large as there is room, at most `most` px. */
export const squares = (steps: number, left: number, right: number, most: number): Squares => {
  const width = Math.min(most, (right - left) / steps)
  return { width, left: (t) => left + t * width }
}

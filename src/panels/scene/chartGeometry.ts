/** Where things lie in the chart of a series: numbers in, numbers out. */
import { extent, scaleLinear } from 'd3'

export interface ChartSize {
  readonly width: number
  readonly height: number
  /** Room at the sides: the level axis at the left, names of the lines at the right. */
  readonly left: number
  readonly right: number
}

export const TOP = 22
export const BOTTOM = 24

export interface Chart {
  /** Right end of the steps; never left of their start, however narrow the page. */
  readonly end: number
  /** Of step k. */
  readonly x: (k: number) => number
  /** Of a level. */
  readonly y: (level: number) => number
  readonly levels: readonly number[]
  /** The step nearest to a place. */
  readonly stepAt: (x: number) => number
}

/** Room above and below what was observed, as a share of its range, for forecasts that miss. */
const MARGIN = 0.3

/**
 * Scales for `observed` steps. They depend on what was observed alone, so that moving the playhead
 * moves no axis.
 */
export const chartOf = (observed: readonly number[], size: ChartSize): Chart => {
  const [low = 0, high = 1] = extent(observed)
  const room = (high - low || 1) * MARGIN
  const last = observed.length - 1
  const end = Math.max(size.left + 1, size.width - size.right)
  const x = scaleLinear([0, Math.max(1, last)], [size.left, end])
  const y = scaleLinear([low - room, high + room], [size.height - BOTTOM, TOP])
  return {
    end,
    x,
    y,
    levels: y.ticks(5),
    stepAt: (at) => Math.min(last, Math.max(0, Math.round(x.invert(at)))),
  }
}

/** Places at least `gap` apart, near where they were wanted and in their order; for names of lines. */
export const spread = (wanted: readonly number[], gap: number): readonly number[] => {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a]! - wanted[b]!)
  const placed = [...wanted]
  order.forEach((k, rank) => {
    const above = order[rank - 1]
    if (above !== undefined) placed[k] = Math.max(wanted[k]!, placed[above]! + gap)
  })
  return placed
}

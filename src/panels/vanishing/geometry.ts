/** Where things lie in the charts of the gradient's way back: numbers in, numbers out. */
import { scaleLinear, scaleLog } from 'd3'
import type { GradientMember } from '../../store/gradientLab.ts'
import type { Box } from '../train/axes.ts'

/** Smaller norms are drawn at the bottom: nothing of such a gradient is left beside others. */
export const FLOOR = 1e-24

export interface NormAxis {
  readonly y: (norm: number) => number
  /** Powers of ten. */
  readonly ticks: readonly number[]
}

/** A log axis over whole decades around the norms, with 1 and a decade above it always. */
export const normAxis = (box: Box, norms: Iterable<number>): NormAxis => {
  let low = 0.1
  let high = 10
  for (const norm of norms) {
    if (!Number.isFinite(norm)) continue
    low = Math.min(low, Math.max(FLOOR, norm))
    high = Math.max(high, norm)
  }
  const first = Math.floor(Math.log10(low) + 1e-9)
  const last = Math.ceil(Math.log10(high) - 1e-9)
  const scale = scaleLog([10 ** first, 10 ** last], [box.bottom, box.top]).clamp(true)
  const every = Math.max(1, Math.ceil((last - first) / 7))
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => first + k)
    .filter((power) => power % every === 0)
    .map((power) => Number(`1e${power}`))
  return { y: (norm) => scale(Math.max(FLOOR, norm)), ticks }
}

export const stepScale = (box: Box, T: number): ((t: number) => number) =>
  scaleLinear([0, Math.max(1, T)], [box.left, Math.max(box.left + 1, box.right)])

/** Round steps, 0 and T among them, that leave room for their numbers. */
export const stepTicks = (T: number, width: number): readonly number[] => {
  const inner = scaleLinear([0, T], [0, width])
    .ticks(Math.max(2, Math.floor(width / 60)))
    .filter((t) => Number.isInteger(t) && T - t >= (T * 28) / width)
  return [...new Set([0, ...inner, T])]
}

/** A line of a chart. */
export interface Line {
  readonly id: string
  readonly cell: string
  /** all: every path of the gradient; direct: the product of the gates that keep. */
  readonly kind: 'all' | 'direct'
  readonly name: string
  /** [T + 1] */
  readonly values: Float64Array
}

/** ‖∂h_T/∂h_t‖ of every cell. */
export const hiddenLines = (members: readonly GradientMember[]): readonly Line[] =>
  members.map(({ cell, network, paths }) => ({
    id: `h ${cell}`,
    cell,
    kind: 'all',
    name: network.parts[0]!.program.cell.name,
    values: paths.hidden,
  }))

/** Of every cell that keeps: all paths through what it remembers with, and the direct one. */
export const directLines = (members: readonly GradientMember[]): readonly Line[] =>
  members.flatMap(({ cell, network, paths }): readonly Line[] => {
    const { name } = network.parts[0]!.program.cell
    const { memory, direct } = paths
    if (!direct) return []
    return [
      { id: `all ${cell}`, cell, kind: 'all', name: `${name} ${memory.slot}`, values: memory.norms },
      {
        id: `direct ${cell}`,
        cell,
        kind: 'direct',
        name: `Π ${direct.gate.replace('-', '−')}`,
        values: direct.largest,
      },
    ]
  })

export interface Plots {
  readonly height: number
  readonly hidden: Box
  readonly direct: Box
}

const TOP = 38
const BOTTOM = 232
const HEIGHT = 268

/** Two plots side by side, or one below the other; names at the left, where the curves part. */
export const plotsOf = (width: number, narrow: boolean): Plots => {
  const gutter = narrow ? 62 : 92
  const ticks = narrow ? 56 : 60
  if (narrow)
    return {
      height: 2 * HEIGHT,
      hidden: { left: gutter, right: width - ticks, top: TOP, bottom: BOTTOM },
      direct: { left: gutter, right: width - ticks, top: HEIGHT + TOP, bottom: HEIGHT + BOTTOM },
    }
  const half = width / 2
  return {
    height: HEIGHT,
    hidden: { left: gutter, right: half - ticks, top: TOP, bottom: BOTTOM },
    direct: { left: half + gutter, right: width - ticks - 8, top: TOP, bottom: BOTTOM },
  }
}

/** The line that is nearest to a height at step t. */
export const nearestLine = (
  lines: readonly Line[],
  axis: NormAxis,
  t: number,
  py: number,
): Line | undefined =>
  lines.reduce<Line | undefined>(
    (best, line) =>
      best && Math.abs(axis.y(best.values[t]!) - py) <= Math.abs(axis.y(line.values[t]!) - py) ? best : line,
    undefined,
  )

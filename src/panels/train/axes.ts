/** Where things lie in the charts of a training run: numbers in, numbers out. */
import { scaleLinear, scaleLog, scaleSqrt } from 'd3'

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Updates across: √, because learning is fast at first and slow later. */
export const updateScale = (box: Box, last: number): ((update: number) => number) =>
  scaleSqrt([0, Math.max(1, last)], [box.left, Math.max(box.left + 1, box.right)])

const ROUND = [1, 2, 5]

/** Round updates at least `gap` px apart, from 0 on, the last one among them. */
export const updateTicks = (x: (update: number) => number, last: number, gap: number): readonly number[] => {
  const ticks = [0]
  const candidates: number[] = []
  for (let power = 1; power <= last; power *= 10)
    for (const factor of ROUND) if (factor * power < last) candidates.push(factor * power)
  // From the right: late updates are what a reader looks for, and there they have room.
  const kept = [last]
  for (const update of candidates.reverse())
    if (x(kept.at(-1)!) - x(update) >= gap && x(update) - x(0) >= gap) kept.push(update)
  return [...ticks, ...kept.reverse().filter((update) => update > 0)]
}

/** Of losses, positive finite ones; whole decades around them. */
export interface LossScale {
  readonly y: (loss: number) => number
  readonly ticks: readonly number[]
}

/** Too small to tell from none on a log scale. */
const LEAST_LOSS = 1e-12

export const lossScale = (box: Box, losses: readonly number[]): LossScale => {
  const finite = losses.filter((loss) => Number.isFinite(loss) && loss > LEAST_LOSS)
  const low = finite.reduce((least, loss) => Math.min(least, loss), 1)
  const high = finite.reduce((most, loss) => Math.max(most, loss), low)
  const first = Math.floor(Math.log10(low * 1.0001) - (low < 1 ? 0 : 1))
  const last = Math.max(first + 1, Math.ceil(Math.log10(high)))
  const scale = scaleLog([10 ** first, 10 ** last], [box.bottom, box.top]).clamp(true)
  const every = Math.max(1, Math.ceil((last - first) / 6))
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => first + k)
    .filter((power) => (last - power) % every === 0)
    .map((power) => Number(`1e${power}`))
  return { y: (loss) => scale(Math.max(loss, LEAST_LOSS)), ticks }
}

/** Norms from 0 up. */
export const normScale = (
  box: Box,
  most: number,
): { readonly y: (norm: number) => number; readonly ticks: readonly number[] } => {
  const scale = scaleLinear([0, most > 0 ? most * 1.05 : 1], [box.bottom, box.top])
  return { y: scale, ticks: scale.ticks(4) }
}

/** A line through points; it is broken where there is no number. */
export const pathOf = (points: readonly (readonly [number, number])[]): string => {
  let path = ''
  let isDown = false
  for (const [px, py] of points) {
    if (Number.isFinite(py)) path += `${isDown ? 'L' : 'M'}${px.toFixed(1)} ${py.toFixed(1)}`
    isDown = Number.isFinite(py)
  }
  return path
}

/** Places at least `gap` apart, near where they were wanted and in their order. */
export const spread = (wanted: readonly number[], gap: number): readonly number[] => {
  const placed = [...wanted]
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a]! - wanted[b]!)
  order.forEach((k, rank) => {
    const above = order[rank - 1]
    if (above !== undefined) placed[k] = Math.max(wanted[k]!, placed[above]! + gap)
  })
  return placed
}

/** From a line to the base of a name above it, and of one below it; px. */
const ABOVE = 4
const BELOW = 11

/**
 * Bases of the names of horizontal lines: above its line, or where the name before leaves no room there, below
 * it, so that no name is struck through by its own line.
 */
export const namesAtLines = (lines: readonly number[], height: number): readonly number[] => {
  const placed = [...lines]
  let end = -Infinity
  for (const k of lines.map((_, index) => index).sort((a, b) => lines[a]! - lines[b]!)) {
    const above = lines[k]! - ABOVE
    end = above >= end + height ? above : Math.max(lines[k]! + BELOW, end + height)
    placed[k] = end
  }
  return placed
}

/** The index of the update whose place is nearest to x. */
export const nearestIndex = (x: (update: number) => number, updates: readonly number[], at: number): number =>
  updates.reduce(
    (best, update, k) => (Math.abs(x(update) - at) < Math.abs(x(updates[best]!) - at) ? k : best),
    0,
  )

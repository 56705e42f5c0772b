/** Where things lie in the charts of a training run: numbers in, numbers out. */
import { scaleLinear, scaleLog, scaleSqrt, ticks as evenTicks } from 'd3'

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

/** Of losses, positive finite ones; 1, 2 and 5 times powers of ten around them. */
export interface LossScale {
  readonly y: (loss: number) => number
  readonly ticks: readonly number[]
}

/** Too small to tell from none on a log scale. */
const LEAST_LOSS = 1e-12

/** The k-th round number: 1, 2, 5, 10, 20 … from k = 0 on, and below 1 for negative k. */
const roundAt = (k: number): number => Number(`${ROUND[((k % 3) + 3) % 3]}e${Math.floor(k / 3)}`)

/** The last round number that is not above a value. */
const roundBelow = (value: number): number => {
  let k = 3 * Math.floor(Math.log10(value))
  while (roundAt(k) > value) k--
  while (roundAt(k + 1) <= value) k++
  return k
}

/** So many round numbers have room beside the axis; of more, only powers of ten are named. */
const MOST_ROUND = 8

/** Between neighbouring round numbers an axis is divided evenly, into about this many parts. */
const PARTS = 5

/** Ends around losses that lie between two neighbouring round numbers. */
const evenEnds = (from: number, low: number, high: number): readonly [number, number] => {
  const grid = evenTicks(from, roundAt(roundBelow(from) + 1), PARTS)
  const below = Math.max(
    0,
    grid.findLastIndex((tick) => tick <= low),
  )
  const above = grid.findIndex((tick, k) => k > below && tick >= high)
  return [grid[below]!, grid[above] ?? grid.at(-1)!]
}

/** A value that is a round number but for rounding counts as it. */
const SLACK = 1e-4

export const lossScale = (box: Box, losses: readonly number[]): LossScale => {
  const finite = losses.filter((loss) => Number.isFinite(loss) && loss > LEAST_LOSS)
  const low = finite.length > 0 ? finite.reduce((least, loss) => Math.min(least, loss)) : 1
  const high = finite.reduce((most, loss) => Math.max(most, loss), low)
  const first = roundBelow(low * (1 + SLACK))
  const last = Math.max(first, roundBelow(high * (1 - SLACK))) + 1
  const all = Array.from({ length: last - first + 1 }, (_, k) => first + k)
  const powers = all.filter((k) => k % 3 === 0)
  const every = Math.ceil(powers.length / MOST_ROUND)
  const named =
    all.length <= MOST_ROUND ? all : powers.filter((_, k) => (powers.length - 1 - k) % every === 0)
  const [from, to] = all.length > 2 ? [roundAt(first), roundAt(last)] : evenEnds(roundAt(first), low, high)
  const scale = scaleLog([from, to], [box.bottom, box.top]).clamp(true)
  return {
    y: (loss) => scale(Math.max(loss, LEAST_LOSS)),
    ticks: all.length > 2 ? named.map(roundAt) : evenTicks(from, to, PARTS),
  }
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

/** From the top of a plot to the base of the first name in it, and from that of the last to its bottom; px. */
const ROOM = { top: 10, bottom: 3 }

/**
 * Bases of the names of horizontal lines, each as near to its line as is free: above it, or below it, so that
 * none is struck through by a line or stands on another name.
 */
export const namesAtLines = (
  lines: readonly number[],
  height: number,
  { top, bottom }: Pick<Box, 'top' | 'bottom'>,
): readonly number[] => {
  const placed: number[] = []
  const taken: number[] = []
  const isFree = (base: number): boolean =>
    base >= top + ROOM.top &&
    base <= bottom - ROOM.bottom &&
    taken.every((other) => Math.abs(other - base) >= height) &&
    lines.every((line) => base <= line - ABOVE || base >= line + BELOW)
  for (const k of lines.map((_, index) => index).sort((a, b) => lines[a]! - lines[b]!)) {
    const own = lines[k]!
    const distance = (base: number): number => Math.abs(base - own)
    // Where nothing is free, below all others: a name is never left out.
    const none = Math.max(own + BELOW, ...taken.map((other) => other + height))
    const [first = none, ...rest] = [
      ...lines.flatMap((line) => [line - ABOVE, line + BELOW]),
      ...taken.flatMap((other) => [other - height, other + height]),
    ].filter(isFree)
    placed[k] = rest.reduce((best, base) => (distance(base) < distance(best) ? base : best), first)
    taken.push(placed[k])
  }
  return placed
}

/** The index of the update whose place is nearest to x. */
export const nearestIndex = (x: (update: number) => number, updates: readonly number[], at: number): number =>
  updates.reduce(
    (best, update, k) => (Math.abs(x(update) - at) < Math.abs(x(updates[best]!) - at) ? k : best),
    0,
  )

/** Which words along the time axis fit beside each other. Widths are estimates: text is not measured. */
import type { TimeScale } from '../../ui/timeScale.ts'

/** Mean width of a letter and of a figure at 10.5–11 px, and the least space between two words. */
export const LETTER = 6.4
const FIGURE = 6.8
const SPACE = 4

/**
 * The steps whose mark is drawn: from left to right, each that runs neither into the one
 * before nor into the lens.
 */
export const fittingMarks = (marks: readonly (string | null)[], scale: TimeScale): ReadonlySet<number> => {
  const fitting = new Set<number>()
  let end = -Infinity
  const lens = scale.open === null ? null : scale.left(scale.open)
  for (let t = scale.first; t <= scale.last; t++) {
    const mark = marks[t]
    if (!mark) continue
    const half = (mark.length * LETTER) / 2
    const middle = scale.middle(t)
    if (middle - half < end + SPACE) continue
    // The lens's edges are no place for half a word; its own step says its input in full.
    if (lens !== null && middle + half > lens && middle - half < lens + scale.lens) continue
    fitting.add(t)
    end = middle + half
  }
  return fitting
}

/** Every how many steps a number has room under its column: 1, 2, 5, 10, 20 … */
export const numberEvery = ({ w, last }: Pick<TimeScale, 'w' | 'last'>): number => {
  const needed = (String(last).length * FIGURE + SPACE) / Math.max(w, 1e-3)
  for (let power = 1; power < 1e6; power *= 10)
    for (const step of [1, 2, 5]) if (step * power >= needed) return step * power
  return 1e6
}

/** True when every mark has room between its token, in the middle of a column, and the next one. */
export const marksFitBeside = (marks: readonly (string | null)[], w: number, token: number): boolean => {
  const longest = marks.reduce((most, mark) => Math.max(most, mark?.length ?? 0), 0)
  return longest * LETTER + token + 3 * SPACE <= w
}

/**
 * How much of a word is there on the way from a form in which it has room to one in which it has or has not: between
 * them others come nearer, so it is gone in the first quarter of the way.
 */
export const opacityBetween = (unrolled: boolean, folded: boolean, fold: number): number => {
  if (unrolled && folded) return 1
  return Math.max(0, unrolled ? 1 - 4 * fold : folded ? 4 * fold - 3 : 0)
}

/** Whether a step's mark and number have room, unrolled and folded; and folded, marks beside tokens. */
export interface Fitting {
  readonly mark: readonly [boolean, boolean]
  readonly number: readonly [boolean, boolean]
  readonly isBeside: boolean
}

/** One object a case, so that a column whose case stays the same need not be drawn again. */
const cases = new Map<string, Fitting>()

/** What fits at each of the steps of a chain. */
export const fittingOf = (
  marks: readonly (string | null)[],
  [unrolled, folded]: readonly [TimeScale, TimeScale],
  token: number,
): ((t: number) => Fitting) => {
  const [open, even] = [fittingMarks(marks, unrolled), fittingMarks(marks, folded)]
  const every = [numberEvery(unrolled), numberEvery(folded)] as const
  const isBeside = marksFitBeside(marks, folded.w, token)
  // The number of the open step is always there: others keep their distance.
  const now = unrolled.open ?? -Infinity
  const isIn = (t: number, { first, last }: TimeScale): boolean => t >= first && t <= last
  return (t) => {
    const isOpen = t === now
    const mark = [open.has(t) && !isOpen, even.has(t)] as const
    const number = [
      isIn(t, unrolled) && !isOpen && t % every[0] === 0,
      isIn(t, folded) && (isOpen || (t % every[1] === 0 && Math.abs(t - now) >= every[1])),
    ] as const
    const key = [...mark, ...number, isBeside].join()
    const found = cases.get(key) ?? { mark, number, isBeside }
    cases.set(key, found)
    return found
  }
}

/**
 * Where everything in the bands is, as one pure function of the fold and the lens: the columns of the stage,
 * with heat beside the lens and a dot plot in it. As the lens closes, its own column of heat comes out.
 */
import { mix, scaleBetween, type ScaleForm, type TimeScale } from '../../ui/timeScale.ts'

export interface BandsFrame {
  readonly scale: TimeScale
  readonly at: number
  /** Left edge and width of the open step's column. */
  readonly left: number
  readonly width: number
  /** Where a curve has its point of a step: in the middle of its column, closed or open, and on the way between them. */
  readonly point: (t: number) => number
  /** How much the dot plot is there, and how much of the open step's column of heat. */
  readonly plot: number
  readonly own: number
  /** Ends of the time axis. */
  readonly axis: readonly [number, number]
}

/** The dot plot is gone after this part of the way: a lens any narrower has no room for it. */
const PLOT_UNTIL = 0.5

export const bandsFrame = (
  [unrolled, folded]: readonly [ScaleForm, ScaleForm],
  fold: number,
  at: number,
): BandsFrame => {
  const scale = scaleBetween(unrolled, folded, fold, at)
  const { start, w, first, last } = folded
  const left = scale.left(scale.first) + (at - scale.first) * scale.w
  const width = scale.open === null ? scale.w : scale.lens
  return {
    scale,
    at,
    left,
    width,
    point: (t) => {
      const closed = scale.left(t) + scale.w / 2
      const away = scale.open === null ? 1 : Math.min(1, Math.abs(t - at))
      return mix(left + width / 2, closed, away)
    },
    plot: Math.max(0, 1 - fold / PLOT_UNTIL),
    own: Math.max(0, (fold - PLOT_UNTIL) / (1 - PLOT_UNTIL)),
    // A window holds as many columns wherever it is, also between two steps.
    axis: [start, start + (last(0) - first(0) + 1) * w],
  }
}

/** Columns from … to of a band's image, fractions of columns included, from `left` on. */
export interface Cut {
  readonly from: number
  readonly to: number
  readonly left: number
}

const within = (cut: Cut, w: number, [start, end]: readonly [number, number]): Cut | null => {
  const ahead = w > 0 ? Math.max(0, (start - cut.left) / w) : 0
  const behind = w > 0 ? Math.max(0, (cut.left + (cut.to - cut.from) * w - end) / w) : 0
  const kept = { from: cut.from + ahead, to: cut.to - behind, left: cut.left + ahead * w }
  return kept.to - kept.from > 1e-9 ? kept : null
}

/**
 * The heat before the lens and after it. With the lens open its own column is a dot plot, not heat; folded
 * that column belongs to what is computed or to what is not.
 * @param known steps before this one are computed
 */
export const heatCuts = (
  { scale, at, left, width, own, axis }: BandsFrame,
  known: number,
): { readonly before: Cut | null; readonly after: Cut | null } => {
  const { w, first, last } = scale
  const to = Math.min(Math.max(known, at), at + own)
  const from = Math.max(Math.min(known, at + 1), at + 1 - own)
  return {
    before: within({ from: first, to, left: left - (at - first) * w }, w, axis),
    after: within({ from, to: last + 1, left: left + width + (from - at - 1) * w }, w, axis),
  }
}

/** Whether a step's column lies on the time axis: windows of the two forms hold different steps. */
export const isOnAxis = ({ scale, axis }: BandsFrame, t: number): boolean => {
  const middle = scale.middle(t)
  return middle >= axis[0] && middle <= axis[1]
}

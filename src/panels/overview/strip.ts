/** The geometry of the overview: all T timesteps on one strip, and the window of those that have a column. */
import { mix, type ScaleForm, type TimeScale } from '../../ui/timeScale.ts'

/** The drawn steps, first and last inclusive, among all T. */
export type Window = Pick<TimeScale, 'T' | 'first' | 'last'>

/** True when some steps have no column. */
export const isWindowed = ({ first, last, T }: Window): boolean => first > 0 || last < T - 1

type Forms = readonly [ScaleForm, ScaleForm]

const endsAt = ({ T, first, last }: ScaleForm, at: number): Window => ({
  T,
  first: first(at),
  last: last(at),
})

/** The window on its way between the forms of the chain: its ends go straight. */
export const windowAt = (forms: Forms, fold: number, at: number): Window => {
  const [a, b] = [endsAt(forms[0], at), endsAt(forms[1], at)]
  return { T: a.T, first: mix(a.first, b.first, fold), last: mix(a.last, b.last, fold) }
}

/** How much of the overview is there: folded, a sequence may have room for all its steps that unrolled has not. */
export const presenceAt = (forms: Forms, fold: number, at: number): number => {
  const [a, b] = forms.map((form) => Number(isWindowed(endsAt(form, at))))
  return mix(a ?? 0, b ?? 0, fold)
}

/** A brush narrower than this could not be seen or grabbed, px. */
const NARROWEST = 8

const clamp = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v))

export interface Brush {
  readonly left: number
  readonly width: number
  /** Middle of the open step. */
  readonly needle: number
}

/** Where the window and the open step lie on a strip of `width` px; never narrower than 8 px, never beyond it. */
export const brushOf = ({ T, first, last }: Window, t: number, width: number): Brush => {
  const perStep = T > 0 ? width / T : 0
  const own = Math.max(0, last - first + 1) * perStep
  const size = Math.min(width, Math.max(NARROWEST, own))
  const middle = (first + (last - first + 1) / 2) * perStep
  return {
    left: clamp(middle - size / 2, 0, Math.max(0, width - size)),
    width: size,
    needle: clamp((t + 0.5) * perStep, 0, width),
  }
}

/** The step under x px of the strip, kept within 0 … T − 1. */
export const stepAt = (x: number, T: number, width: number): number =>
  width > 0 ? clamp(Math.floor((x / width) * T), 0, Math.max(0, T - 1)) : 0

/**
 * What a press at x takes hold of: the needle keeps its distance when the press is on the brush, so that
 * nothing jumps; elsewhere it comes under the pointer.
 */
export const gripOf = (brush: Brush, x: number): number =>
  x >= brush.left && x <= brush.left + brush.width ? brush.needle - x : 0

/** The step that a key goes to: a step, the window's length, an end; null for a key with another meaning. */
export const stepOfKey = (key: string, t: number, { T, first, last }: Window): number | null => {
  const page = Math.max(1, last - first + 1)
  const to: Readonly<Record<string, number>> = {
    ArrowLeft: t - 1,
    ArrowRight: t + 1,
    PageUp: t - page,
    PageDown: t + page,
    Home: 0,
    End: T - 1,
  }
  const next = to[key]
  return next === undefined ? null : clamp(next, 0, Math.max(0, T - 1))
}

/** The end of the brush that is drawn out or in. */
export type Edge = 'first' | 'last'

/**
 * How many steps the window holds when one of its ends is drawn to x. It stays around the open step, so that the
 * other end moves as far; at an end of the sequence, where the window cannot, only the drawn end moves. 0 or less
 * for an end drawn past the open step.
 */
export const spanOf = (
  edge: Edge,
  x: number,
  t: number,
  { T, first, last }: Window,
  width: number,
): number => {
  if (width <= 0) return 0
  // The border between two steps that lies nearest.
  const at = Math.round((x / width) * T)
  if (edge === 'last') return first <= 0 ? at : 2 * (at - t) - 1
  return last >= T - 1 ? T - at : 2 * (t - at) + 1
}

/** The window that a key asks for, in steps: a tenth longer or shorter, and at least by two; null for other keys. */
export const spanOfKey = (key: string, { first, last }: Window): number | null => {
  const now = last - first + 1
  const by = Math.max(2, Math.round(now / 10))
  if (key === '+' || key === '=') return now + by
  return key === '-' || key === '\u2212' ? now - by : null
}

/**
 * The one time scale of stage, ruler and bands: every step is a column of width w, and the open step is
 * one wider column, the lens. Moving the lens shifts only the columns that it passes. Folding closes the
 * lens until all columns are equal: the scale is a function of how far the chain is folded.
 */
export interface TimeScale {
  readonly T: number
  /** Open step, or null when all columns are equal (folded). */
  readonly open: number | null
  readonly start: number
  /** Width of a closed column. */
  readonly w: number
  /** Width of the lens, 0 without one. */
  readonly lens: number
  /** Left edge of step t. */
  readonly left: (t: number) => number
  /** Width of step t's column. */
  readonly width: (t: number) => number
  /** Middle of step t's column. */
  readonly middle: (t: number) => number
  /** The step whose column holds x, kept within 0 … T − 1. */
  readonly stepAt: (x: number) => number
  /** First and last step (inclusive) with a column: all, or a window around the open step. */
  readonly first: number
  readonly last: number
}

/** Right edge of the last column. */
export const endOf = (scale: Pick<TimeScale, 'last' | 'left' | 'width'>): number =>
  scale.left(scale.last) + scale.width(scale.last)

/** The step at x, or null before the columns, where their names stand; behind them it is the last. */
export const stepOn = (scale: TimeScale, x: number, start = scale.left(scale.first)): number | null =>
  x < start ? null : scale.stepAt(x)

/** px of a column that one can still point at, and few enough columns that a wide screen stays light. */
const MINIMUM = 18

export interface TimeScaleOptions {
  readonly T: number
  readonly start: number
  readonly width: number
  /** The open step and the lens's width, or null for equal columns. */
  readonly open: { readonly t: number; readonly lens: number } | null
  /** The step that a window keeps in its middle, where no step is open; the first unless told. */
  readonly centre?: number
  /** Columns narrower than this are windowed around the open step; `MINIMUM` unless told. */
  readonly minimum?: number
  /** At most so many columns, however many fit: 3 or more. */
  readonly most?: number
}

/**
 * One form of the chain, unrolled or folded, for a lens at any place, also between two steps: at 9.5 it
 * has half passed step 9. Its columns are k ↦ origin + k·w, wider by the lens behind it.
 */
export interface ScaleForm {
  readonly T: number
  readonly start: number
  readonly w: number
  /** Width of the open step's column: w where all columns are equal. */
  readonly lens: number
  readonly origin: (at: number) => number
  /** First and last step with a column. */
  readonly first: (at: number) => number
  readonly last: (at: number) => number
}

const clamp = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v))

/** Halfway between a and b at 0.5; exactly a at 0 and exactly b at 1. */
export const mix = (a: number, b: number, part: number): number =>
  part === 1 ? b : part === 0 ? a : a + (b - a) * part

/** `count` columns of width w, kept around the lens until an end of the sequence is reached. */
const windowed = (form: Pick<ScaleForm, 'T' | 'start' | 'w' | 'lens'>, count: number): ScaleForm => {
  const from = (at: number): number => clamp(at - Math.floor(count / 2), 0, Math.max(0, form.T - count))
  return {
    ...form,
    origin: (at) => form.start - from(at) * form.w,
    first: (at) => Math.floor(from(at)),
    last: (at) => Math.ceil(from(at)) + count - 1,
  }
}

type FormOptions = Pick<TimeScaleOptions, 'T' | 'start' | 'width' | 'minimum' | 'most'>

/** One wider column, the lens, among equal ones. */
export const lensForm = ({
  T,
  start,
  width,
  lens,
  minimum = MINIMUM,
  most = Infinity,
}: FormOptions & { lens: number }): ScaleForm => {
  // A page without room for the columns (as while it is printed or captured) still has none of negative width.
  const rest = Math.max(1, width - lens)
  const shown = Math.min(T - 1, most - 1, Math.max(1, Math.floor(rest / minimum)))
  return windowed(
    { T, start, w: shown > 0 ? rest / shown : 0, lens: T === 1 ? Math.min(lens, width) : lens },
    shown + 1,
  )
}

/** All columns equal. */
export const evenForm = ({ T, start, width, minimum = MINIMUM, most = Infinity }: FormOptions): ScaleForm => {
  const rest = Math.max(1, width)
  const shown = Math.min(T, most, Math.max(1, Math.floor(rest / minimum)))
  const w = shown > 0 ? rest / shown : 0
  return windowed({ T, start, w, lens: w }, shown)
}

/**
 * The scale of a chain folded to some part, 0 … 1, with the lens at some place. Every column moves on a
 * straight line from its place in one form to that in the other; between the forms, all columns are
 * there that either has.
 */
export const scaleBetween = (unrolled: ScaleForm, folded: ScaleForm, fold: number, at: number): TimeScale => {
  const { T } = unrolled
  const w = mix(unrolled.w, folded.w, fold)
  const lens = mix(unrolled.lens, folded.lens, fold)
  const origin = mix(unrolled.origin(at), folded.origin(at), fold)
  const forms = fold === 0 ? [unrolled] : fold === 1 ? [folded] : [unrolled, folded]
  const first = Math.min(...forms.map((form) => form.first(at)))
  const last = Math.max(...forms.map((form) => form.last(at)))
  const left = (t: number): number => origin + t * w + (t > at ? lens - w : 0)
  const open = fold === 1 ? null : Math.round(at)
  // Between two steps the lens is nobody's column.
  const columnWidth = (t: number): number => (t === open && Number.isInteger(at) ? lens : w)
  const edge = origin + at * w
  const stepAt = (x: number): number => {
    if (x >= edge && x < edge + lens) return Math.round(at)
    const from = x < edge ? origin : origin + lens - w
    return clamp(Math.floor((x - from) / Math.max(w, 1e-9)), first, last)
  }
  return {
    T,
    open,
    start: mix(unrolled.start, folded.start, fold),
    w,
    lens: fold === 1 ? 0 : lens,
    left,
    width: columnWidth,
    middle: (t) => left(t) + columnWidth(t) / 2,
    stepAt,
    first,
    last,
  }
}

/** The time scale of T steps over [start, start + width], unrolled or folded. */
export const timeScale = ({ open, centre = 0, ...options }: TimeScaleOptions): TimeScale => {
  const even = evenForm(options)
  return open
    ? scaleBetween(lensForm({ ...options, lens: open.lens }), even, 0, open.t)
    : scaleBetween(even, even, 1, centre)
}

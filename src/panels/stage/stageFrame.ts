/**
 * Where everything on the stage is, as one pure function of how far the chain is folded (0 unrolled …
 * 1 folded) and where the lens stands. Copies slide under the open cell, the lens closes to a column among
 * equal ones, the loops are drawn; the ends are the unrolled and the folded geometry.
 */
import { mix, scaleBetween, type ScaleForm, type TimeScale } from '../../ui/timeScale.ts'
import { LETTER } from './fitting.ts'
import { paneLeft, type FoldedGeometry } from './foldedGeometry.ts'
import type { StageGeometry } from './stageGeometry.ts'

/** What the stage is made of: both ends, the same at every frame. */
export interface StageShape {
  readonly unrolled: StageGeometry
  readonly folded: FoldedGeometry
  readonly forms: readonly [ScaleForm, ScaleForm]
  readonly width: number
  /** Ends of the time axis, px. */
  readonly axis: readonly [number, number]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface StageFrame {
  readonly fold: number
  readonly at: number
  /** How far the copies have slid under the open cell; how much of the loops is drawn. */
  readonly gathered: number
  readonly looped: number
  /** Of the time axis: tokens and numbers. */
  readonly scale: TimeScale
  /** Origin of the open cell's coordinates, and its box. */
  readonly pane: { readonly x: number; readonly y: number }
  readonly box: Box & { readonly radius: number }
  readonly height: number
  /** Where the left edge of a copy's column is, and how wide such a column still is. */
  readonly copy: (t: number) => number
  readonly copyWidth: number
  /** First and last step with a copy; those before and after the open cell. */
  readonly first: number
  readonly last: number
  /** Middle of the row of inputs, baseline of the row of numbers, baseline of the names of the inputs. */
  readonly input: number
  readonly numbers: number
  /** What is only there unrolled, or only there folded. */
  readonly onlyUnrolled: number
  readonly onlyFolded: number
}

/** The parts of the way in which the copies slide and the loops are drawn. */
const GATHERED_AT = 0.62
const LOOPED_FROM = 0.42
/** What belongs to one end alone is gone after this part of the way from it. */
const FADED_AT = 0.3

const part = (fold: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (fold - from) / (to - from)))

/** Below this the lens has no edge at the bottom: it goes on into the bands. */
const BELOW = 4

export const stageFrame = (shape: StageShape, fold: number, at: number): StageFrame => {
  const { unrolled, folded, forms, width } = shape
  const scale = scaleBetween(forms[0], forms[1], fold, at)
  const gathered = part(fold, 0, GATHERED_AT)
  const between = (a: number, b: number): number => mix(a, b, fold)
  const pane = {
    x: between(forms[0].origin(at) + at * forms[0].w, paneLeft(folded, width)),
    y: between(0, folded.top),
  }
  const total = unrolled.height + unrolled.ruler
  // A narrow lens is as high as its stage: its upper edge lies outside.
  const top = unrolled.gutter === null ? -BELOW : unrolled.top
  const boxTop = between(top, folded.top + folded.box.top)
  const middle = pane.x + unrolled.anatomy.width / 2
  return {
    fold,
    at,
    gathered,
    looped: part(fold, LOOPED_FROM, 1),
    scale,
    pane,
    box: {
      x: pane.x,
      y: boxTop,
      width: between(forms[0].lens, folded.anatomy.width),
      height: between(total + BELOW, folded.top + folded.box.bottom) - boxTop,
      radius: between(0, 8),
    },
    height: between(total, folded.height + folded.ruler),
    copy: (t) => mix(scale.left(t), middle, gathered),
    copyWidth: mix(scale.w, 0, gathered),
    first: forms[0].first(at),
    last: forms[0].last(at),
    input: between((unrolled.anatomy.lanes.input ?? 0) - 11 + unrolled.token.height / 2, folded.input),
    numbers: between(unrolled.height + unrolled.ruler / 2 + 4, folded.height + folded.ruler / 2 + 4),
    onlyUnrolled: 1 - part(fold, 0, FADED_AT),
    onlyFolded: part(fold, 1 - FADED_AT, 1),
  }
}

/** A token at its place and size: as it stands in a closed column, in the lens, or on the folded axis. */
export const tokenPlace = (
  { unrolled, folded }: StageShape,
  { scale, pane, input, fold }: StageFrame,
  t: number,
  isOpen: boolean,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } => {
  const lane = unrolled.anatomy.lanes.input ?? 0
  const { openToken, token } = unrolled
  const size = isOpen ? openToken : token
  const column = scale.middle(t)
  const x = isOpen ? mix(pane.x + unrolled.anatomy.inputPort, column, fold) : column
  const y = isOpen ? mix(lane - 14 + openToken.height / 2, folded.input, fold) : input
  return {
    x,
    y,
    width: mix(size.width, folded.token.width, fold),
    height: mix(size.height, folded.token.height, fold),
  }
}

/** Whether a step's column lies on the time axis: windows of the two forms hold different steps. */
export const isOnAxis = ({ axis: [from, to] }: StageShape, { scale }: StageFrame, t: number): boolean => {
  const middle = scale.middle(t)
  return middle >= from && middle <= to
}

/** Whether the lens, on its way, covers a part of a step's column. */
export const isPassed = ({ at }: Pick<StageFrame, 'at'>, t: number): boolean =>
  !Number.isInteger(at) && Math.abs(t - at) < 1

/** Whether a step's number lies where the unrolled open cell has its phases. */
export const isBelowPane = ({ scale, box }: StageFrame, t: number): boolean => {
  const middle = scale.middle(t)
  return middle > box.x - scale.w / 2 && middle < box.x + box.width + scale.w / 2
}

/** The copies before and after the open cell, as spans of x; their inner ends lie under its edge or its box. */
export const copySpans = ({
  at,
  copy,
  copyWidth,
  first,
  last,
}: Pick<StageFrame, 'at' | 'copy' | 'copyWidth' | 'first' | 'last'>): {
  readonly before: readonly [number, number] | null
  readonly after: readonly [number, number] | null
} => ({
  before: at > first ? [copy(first), copy(Math.floor(at)) + (at - Math.floor(at)) * copyWidth] : null,
  after:
    at < last
      ? [copy(Math.ceil(at + 1e-9)) + (at - Math.floor(at)) * copyWidth, copy(last) + copyWidth]
      : null,
})

/** What a press on a step's column meets; around the open step also the ring of the focus. */
export const hitBox = (
  { unrolled, folded }: StageShape,
  { scale, fold, height, pane }: StageFrame,
  t: number,
  isOpen: boolean,
): Box => {
  const rowTop = folded.input - folded.token.height / 2 - 8
  const bottom = unrolled.height + unrolled.ruler
  const [x, y, width, end] = isOpen
    ? [pane.x + 4, unrolled.top + 4, Math.max(0, unrolled.anatomy.width - 8), unrolled.height - 2]
    : [scale.left(t), 0, scale.w, bottom]
  const top = mix(y, rowTop, fold)
  return {
    x: isOpen ? mix(x, scale.left(t), fold) : x,
    y: top,
    width: isOpen ? mix(width, scale.w, fold) : width,
    height: Math.max(0, mix(end, height, fold) - top),
  }
}

/** Middle and baseline of a mark: below its token, or folded beside it where all marks have room. */
export const markPlace = (
  { unrolled, folded }: StageShape,
  { scale, fold }: StageFrame,
  t: number,
  mark: string,
  isBeside: boolean,
  isOpen: boolean,
): { readonly x: number; readonly y: number } => {
  const middle = scale.middle(t)
  const beside = middle + folded.token.width / 2 + (isOpen ? 7 : 4) + (mark.length * LETTER) / 2
  return {
    x: isBeside ? mix(middle, beside, fold) : middle,
    y: mix(
      (unrolled.anatomy.lanes.input ?? 0) + unrolled.mark,
      isBeside ? folded.input + 4 : folded.input + folded.token.height / 2 + 14,
      fold,
    ),
  }
}

/** How many cells stand on the stage: one, and the copies that have not slid under it. */
export const copiesAt = (fold: number, T: number): number =>
  1 + Math.round((T - 1) * (1 - part(fold, 0, GATHERED_AT)))

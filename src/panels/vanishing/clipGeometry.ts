/** Where things lie in the charts of clipping: numbers in, numbers out. */
import { scaleLinear } from 'd3'
import type { Box } from '../train/axes.ts'

export interface ClipPlots {
  readonly height: number
  /** How far left of its plot a title begins: with little room it needs the gutter as well. */
  readonly titleOutdent: number
  /** Gradient norms, above step lengths, on one axis of updates; losses beside or below. */
  readonly norms: Box
  readonly steps: Box
  readonly losses: Box
}

/** Plots in an area of some width. */
export const clipPlotsOf = (width: number, narrow: boolean): ClipPlots => {
  const left = narrow ? 48 : 76
  if (narrow)
    return {
      height: 560,
      titleOutdent: left,
      norms: { left, right: width - 52, top: 26, bottom: 156 },
      steps: { left, right: width - 52, top: 204, bottom: 324 },
      losses: { left, right: width - 86, top: 382, bottom: 520 },
    }
  const middle = width * 0.6
  return {
    height: 330,
    titleOutdent: 0,
    norms: { left, right: middle - 40, top: 26, bottom: 156 },
    steps: { left, right: middle - 40, top: 192, bottom: 292 },
    losses: { left: middle + 56, right: width - 86, top: 26, bottom: 292 },
  }
}

/** The centre of an update's column, 1 … updates. */
export const updateColumn = (box: Box, updates: number): ((update: number) => number) =>
  scaleLinear([0.5, updates + 0.5], [box.left, Math.max(box.left + 1, box.right)])

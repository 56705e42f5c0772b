/**
 * The steps of a long sequence that are painted: a block around those in view, wide enough that scrubbing
 * leaves it only now and then.
 */
import type { Columns } from './heatmap.ts'

/** A block begins at a multiple of this. */
const STRIDE = 256
/** Sequences up to here are painted whole at once. */
const WHOLE = 4 * STRIDE

export const isShort = (T: number): boolean => T <= WHOLE

/**
 * The block for steps first … last of T. Whole sequences where they are short; else a stretch that holds
 * the steps in view and at least a stride to each side, unless the sequence ends there.
 */
export const blockOf = (first: number, last: number, T: number): Columns => {
  if (isShort(T)) return { from: 0, count: T }
  const from = Math.max(0, Math.floor(first / STRIDE - 1) * STRIDE)
  const end = Math.min(T, Math.ceil((last + 1) / STRIDE + 1) * STRIDE)
  return { from, count: end - from }
}

/**
 * A signed scale of sizes: 0 in the middle, ±reach at the ends, and between them a number of decades on each
 * side. What is smaller than the last decade is 0. Gradients span powers of ten; this shows them at once.
 */

export const DECADES = 3

/** The place of a value in [−1, 1]; beyond the reach ±1, NaN stays NaN. */
export const signedLog = (value: number, reach: number, decades = DECADES): number => {
  const size = Math.abs(value) / reach
  if (Number.isNaN(size)) return NaN
  if (size <= 10 ** -decades) return 0
  return Math.sign(value) * Math.min(1, 1 + Math.log10(size) / decades)
}

/** A plane of values on the scale, for painters of linear ones. */
export const signedLogPlane = (values: ArrayLike<number>, reach: number, decades = DECADES): Float64Array =>
  Float64Array.from(values, (value) => signedLog(value, reach, decades))

export interface Tick {
  readonly place: number
  readonly value: number
}

/** Ends, middle, and a decade and a half in on both sides. */
export const signedLogTicks = (reach: number, decades = DECADES): readonly Tick[] =>
  [-1, -0.5, 0, 0.5, 1].map((place) => ({
    place,
    value: place === 0 ? 0 : Math.sign(place) * reach * 10 ** ((Math.abs(place) - 1) * decades),
  }))

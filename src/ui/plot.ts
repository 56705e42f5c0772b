/**
 * A straight scale and a line through points, for the small plots of the first picture: they need neither
 * ticks nor curves, and d3's scale brings its colours along. Charts that come later use d3.
 */

type Pair = readonly [number, number]

/** A value of the domain to its place in the range; beyond the domain the line goes on. */
export const linear =
  ([low, high]: Pair, [from, to]: Pair): ((value: number) => number) =>
  (value) =>
    from + ((value - low) / (high - low || 1)) * (to - from)

/**
 * The indices of a series that a line drawn on `columns` pixels needs, in their order: all of a short one; of a
 * long one the lowest and the highest value of each of that many parts, so that no peak is lost, and both ends.
 */
export const lineIndices = (series: ArrayLike<number>, columns: number): readonly number[] => {
  const { length } = series
  if (length <= 2 * columns) return Array.from({ length }, (_, k) => k)
  const kept = new Set([0])
  for (let column = 0; column < columns; column++) {
    const end = Math.floor(((column + 1) * length) / columns)
    let [low, high] = [-1, -1]
    for (let k = Math.floor((column * length) / columns); k < end; k++) {
      // A value that is not a number breaks the line, and stays.
      if (Number.isNaN(series[k]!)) kept.add(k)
      else {
        if (low < 0 || series[k]! < series[low]!) low = k
        if (high < 0 || series[k]! > series[high]!) high = k
      }
    }
    if (low >= 0) kept.add(low).add(high)
  }
  kept.add(length - 1)
  return [...kept].toSorted((a, b) => a - b)
}

/** Pixels with at most three decimals, as d3-path writes them. */
const pixel = (value: number): number => Math.round(value * 1000) / 1000

/** Path data of a line through points [x, y]; a point that is not a number breaks it. '' without points. */
export const linePath = (points: readonly Pair[]): string => {
  let pen = 'M'
  let path = ''
  for (const [x, y] of points) {
    if (Number.isFinite(x) && Number.isFinite(y)) {
      path += `${pen}${pixel(x)},${pixel(y)}`
      pen = 'L'
    } else pen = 'M'
  }
  return path
}

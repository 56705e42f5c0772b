/**
 * Rounding of a column that has a sum: every number is right to its last digit, and what is printed adds
 * up to the printed sum. What rounding leaves over has, openly, a row of its own.
 */

/** Decimals that a number is written with: two, or three significant digits below 0.1. */
export const decimalsOf = (value: number, least = 2): number => {
  const size = Math.abs(value)
  if (size === 0 || size >= 0.09995 || !Number.isFinite(size)) return least
  return Math.min(Math.max(least, 2 - Math.floor(Math.log10(size))), 12)
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

export interface Balance {
  /** Decimals at least, of every number in the column. */
  readonly least: number
  /** What rounding leaves over; null where what is printed adds up. */
  readonly left: number | null
}

const overOf = (values: readonly number[], sum: number, least: number): number => {
  const wanted = rounded(sum, decimalsOf(sum, least))
  const printed = values.reduce((total, value) => total + rounded(value, decimalsOf(value, least)), 0)
  const digits = decimalsOf(sum, least)
  return rounded(printed, digits) === wanted ? 0 : rounded(wanted - printed, digits)
}

/**
 * @param values the column in full precision, adding up to `sum`
 * @param more decimals that are tried before something is left
 */
export const balance = (values: readonly number[], sum: number, more = 1): Balance => {
  const least = decimalsOf(sum)
  const tried = Array.from({ length: more + 1 }, (_, k) => least + k)
  const fits = tried.find((decimals) => overOf(values, sum, decimals) === 0)
  return fits === undefined ? { least, left: overOf(values, sum, least) } : { least: fits, left: null }
}

/** Units as rows of a picture: one row a unit, or bins of several where there are more units than rows. */

/** The unit of [first, end) whose value in step t lies farthest from 0. */
const extreme = (values: ArrayLike<number>, H: number, t: number, first: number, end: number): number => {
  let unit = first
  for (let u = first + 1; u < end; u++)
    if (Math.abs(values[t * H + u]!) > Math.abs(values[t * H + unit]!)) unit = u
  return unit
}

/** First unit of row `row` when H units share `rows` rows. */
export const firstUnit = (row: number, rows: number, H: number): number => Math.floor((row * H) / rows)

/** The row that shows a unit. */
export const rowOfUnit = (unit: number, rows: number, H: number): number =>
  Math.min(rows - 1, Math.floor(((unit + 1) * rows - 1) / H))

/**
 * The units that stand for each row of step t: all of them when they fit, else the signed extreme of
 * each bin. Values are [T][H].
 */
export const shownUnits = (
  values: ArrayLike<number>,
  H: number,
  t: number,
  rows: number,
): readonly number[] =>
  Array.from({ length: Math.min(rows, H) }, (_, row) =>
    rows >= H ? row : extreme(values, H, t, firstUnit(row, rows, H), firstUnit(row + 1, rows, H)),
  )

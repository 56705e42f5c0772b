/**
 * Which units a ribbon, strip or heatmap column of any hidden size shows: every unit up to 16; above, 8
 * bins and the selected unit on its own, right after its bin.
 */

/** Units from … to (exclusive). `unit` is the only one, or null for a bin of several. */
export interface Strand {
  readonly from: number
  readonly to: number
  readonly unit: number | null
}

export const MOST_STRANDS = 16
const BINS = 8

const alone = (unit: number): Strand => ({ from: unit, to: unit + 1, unit })

/** n places in at most `most` strands: one each, or `bins` bins of nearly equal size. */
export const binned = (n: number, most: number, bins = most): readonly Strand[] =>
  n <= most
    ? Array.from({ length: n }, (_, unit) => alone(unit))
    : Array.from({ length: bins }, (_, bin) => {
        const from = Math.floor((bin * n) / bins)
        const to = Math.floor(((bin + 1) * n) / bins)
        return { from, to, unit: to === from + 1 ? from : null }
      })

/** The strands of a hidden state of size H. */
export const strandsOf = (H: number, selected: number): readonly Strand[] =>
  binned(H, MOST_STRANDS, BINS).flatMap((strand) =>
    H > MOST_STRANDS && selected >= strand.from && selected < strand.to
      ? [strand, alone(selected)]
      : [strand],
  )

/** The signed extreme of the strand: its value farthest from 0. NaN wins, so that it cannot hide. */
export const strandValue = (values: ArrayLike<number>, { from, to }: Strand): number => {
  let extreme = values[from] ?? NaN
  for (let k = from + 1; k < to; k++) {
    const v = values[k] ?? NaN
    if (Number.isNaN(v) || Math.abs(v) > Math.abs(extreme)) extreme = v
    if (Number.isNaN(extreme)) return NaN
  }
  return extreme
}

/** The unit that the strand's value belongs to. */
export const strongestUnit = (values: ArrayLike<number>, strand: Strand): number => {
  const value = strandValue(values, strand)
  for (let k = strand.from; k < strand.to; k++) if (Object.is(values[k], value)) return k
  return strand.from
}

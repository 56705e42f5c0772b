/** The place of the first number that is NaN or infinite, or −1. */
export const firstNotFinite = (values: Float64Array): number => {
  // One pass without a branch an element: a sum stays finite unless a number is not, or it overflows. Four
  // sums, because one would wait for itself at every element.
  let [a, b, c, d] = [0, 0, 0, 0]
  const end = values.length & ~3
  for (let k = 0; k < end; k += 4) {
    a += values[k]!
    b += values[k + 1]!
    c += values[k + 2]!
    d += values[k + 3]!
  }
  for (let k = end; k < values.length; k++) a += values[k]!
  return Number.isFinite(a + b + c + d) ? -1 : values.findIndex((value) => !Number.isFinite(value))
}

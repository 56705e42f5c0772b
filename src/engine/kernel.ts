/**
 * The one matrix–vector kernel. A matrix [rows, columns] is packed as [columns / 8][row][8] in a flat
 * packed-double array, columns padded with zeros: eight multiply–adds share one load and store of the
 * result, and no chain of additions crosses iterations. Plain number[] is the fast path in Chromium,
 * where typed arrays passed as arguments are two to three times slower.
 */

/** An array of n zeros that V8 keeps as packed doubles (`new Array(n)` would be holey, integer zeros Smi). */
export const packedZeros = (n: number): number[] => {
  let array = [0.5]
  array[0] = 0
  while (array.length < n) array = array.concat(array)
  array.length = n
  return array
}

export const paddedTo8 = (n: number): number => (n + 7) & ~7

/** z[zAt + r] += Σ_k w[r, k] · v[vAt + k] for all rows; v has paddedTo8(columns) elements from vAt. */
export const multiplyAdd = (
  w: readonly number[],
  rows: number,
  columns: number,
  v: readonly number[],
  z: number[],
  zAt: number,
  vAt = 0,
): void => {
  const end = zAt + rows
  let p = 0
  for (let k = 0; k < columns; k += 8) {
    const b0 = v[vAt + k]!
    const b1 = v[vAt + k + 1]!
    const b2 = v[vAt + k + 2]!
    const b3 = v[vAt + k + 3]!
    const b4 = v[vAt + k + 4]!
    const b5 = v[vAt + k + 5]!
    const b6 = v[vAt + k + 6]!
    const b7 = v[vAt + k + 7]!
    let r = zAt
    // Two rows a turn also make the function too long for V8 to inline it, where it ran out of registers
    // and lost a fifth of its speed.
    for (; r + 1 < end; r += 2) {
      z[r] =
        z[r]! +
        (w[p]! * b0 +
          w[p + 1]! * b1 +
          w[p + 2]! * b2 +
          w[p + 3]! * b3 +
          (w[p + 4]! * b4 + w[p + 5]! * b5 + w[p + 6]! * b6 + w[p + 7]! * b7))
      const q = p + 8
      z[r + 1] =
        z[r + 1]! +
        (w[q]! * b0 +
          w[q + 1]! * b1 +
          w[q + 2]! * b2 +
          w[q + 3]! * b3 +
          (w[q + 4]! * b4 + w[q + 5]! * b5 + w[q + 6]! * b6 + w[q + 7]! * b7))
      p += 16
    }
    if (r < end) {
      z[r] =
        z[r]! +
        (w[p]! * b0 +
          w[p + 1]! * b1 +
          w[p + 2]! * b2 +
          w[p + 3]! * b3 +
          (w[p + 4]! * b4 + w[p + 5]! * b5 + w[p + 6]! * b6 + w[p + 7]! * b7))
      p += 8
    }
  }
}

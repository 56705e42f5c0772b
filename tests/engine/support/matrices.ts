/** Small dense matrices as rows, for formulas in tests; and singular values by a method the engine does not use. */

export type Rows = number[][]

/** A flat row-major matrix as rows of `columns`. */
export const row = (flat: ArrayLike<number>, columns: number): Rows =>
  Array.from({ length: flat.length / columns }, (_, r) =>
    Array.from({ length: columns }, (_, k) => flat[r * columns + k] ?? NaN),
  )

export const diagonal = (values: readonly number[]): Rows =>
  values.map((value, r) => values.map((_, k) => (r === k ? value : 0)))

export const product = (a: Rows, b: Rows): Rows =>
  a.map((left) => (b[0] ?? []).map((_, k) => left.reduce((sum, v, m) => sum + v * (b[m]?.[k] ?? NaN), 0)))

export const plus = (...matrices: Rows[]): Rows =>
  (matrices[0] ?? []).map((first, r) =>
    first.map((_, k) => matrices.reduce((sum, matrix) => sum + (matrix[r]?.[k] ?? NaN), 0)),
  )

/** Singular values by one-sided Jacobi rotations (Hestenes 1958): columns are turned until all are orthogonal. */
export const singularValues = (matrix: Rows): number[] => {
  const columns = (matrix[0] ?? []).map((_, k) => matrix.map((r) => r[k] ?? NaN))
  const dot = (a: number[], b: number[]): number => a.reduce((sum, v, k) => sum + v * (b[k] ?? NaN), 0)
  for (let sweep = 0; sweep < 60; sweep += 1)
    for (let p = 0; p < columns.length; p += 1)
      for (let q = p + 1; q < columns.length; q += 1) {
        const [a, b] = [columns[p] ?? [], columns[q] ?? []]
        const across = dot(a, b)
        if (across === 0) continue
        const zeta = (dot(b, b) - dot(a, a)) / (2 * across)
        const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta))
        const cosine = 1 / Math.hypot(1, tangent)
        const sine = cosine * tangent
        columns[p] = a.map((v, k) => cosine * v - sine * (b[k] ?? NaN))
        columns[q] = b.map((v, k) => sine * (a[k] ?? NaN) + cosine * v)
      }
  return columns.map((column) => Math.hypot(...column))
}

/**
 * Frobenius and spectral norm of a matrix. The spectral norm is the root of the largest eigenvalue of AᵀA:
 * Householder reduction to tridiagonal form, then bisection with Sturm counts (Golub & Van Loan, Matrix
 * Computations, 8.3 and 8.4). No iteration that could stop short where two singular values lie close.
 */

/** √Σ a², scaled by the largest element so that norms far below 1e-154 do not underflow. */
export const frobeniusNorm = (matrix: ArrayLike<number>): number => {
  const scale = largest(matrix)
  if (scale === 0 || !Number.isFinite(scale)) return scale
  let sum = 0
  for (let k = 0; k < matrix.length; k++) sum += (matrix[k]! / scale) ** 2
  return scale * Math.sqrt(sum)
}

/**
 * The largest singular value of a matrix [rows][columns]; 0 of an empty one.
 * @throws RangeError when the elements are no whole rows
 */
export const spectralNorm = (matrix: ArrayLike<number>, columns: number): number => {
  const rows = matrix.length / columns
  if (matrix.length > 0 && !(columns > 0 && Number.isInteger(columns) && Number.isInteger(rows)))
    throw new RangeError(
      `Spectral norm: expected rows of ${columns} elements, got ${matrix.length} elements. Pass [rows][columns] flat.`,
    )
  const scale = largest(matrix)
  if (scale === 0 || !Number.isFinite(scale)) return scale
  const gram = gramOf(matrix, columns, scale)
  const { diagonal, beside } = tridiagonal(gram, columns)
  return scale * Math.sqrt(Math.max(0, largestEigenvalue(diagonal, beside)))
}

/** NaN when any element is NaN. */
const largest = (matrix: ArrayLike<number>): number => {
  let top = 0
  for (let k = 0; k < matrix.length; k++) {
    const v = Math.abs(matrix[k]!)
    if (!(v <= top)) top = v
    if (Number.isNaN(v)) return NaN
  }
  return top
}

/** AᵀA of A / scale, [columns][columns]. */
const gramOf = (matrix: ArrayLike<number>, n: number, scale: number): Float64Array => {
  const gram = new Float64Array(n * n)
  for (let row = 0; row < matrix.length; row += n)
    for (let a = 0; a < n; a++) {
      // Each divided by itself: 1 / scale would overflow where gradients have vanished below 1e-308.
      const v = matrix[row + a]! / scale
      for (let b = 0; b <= a; b++) gram[a * n + b]! += v * (matrix[row + b]! / scale)
    }
  for (let a = 0; a < n; a++) for (let b = 0; b < a; b++) gram[b * n + a] = gram[a * n + b]!
  return gram
}

/** A squared length; its root is 1e-140. */
const NEGLIGIBLE = 1e-280

/** Diagonal and subdiagonal of QᵀAQ for a symmetric A [n][n], which is overwritten. */
const tridiagonal = (A: Float64Array, n: number): { diagonal: Float64Array; beside: Float64Array } => {
  const beside = new Float64Array(Math.max(0, n - 1))
  const v = new Float64Array(n)
  const p = new Float64Array(n)
  for (let k = 0; k < n - 1; k++) {
    // The reflection that clears column k below the subdiagonal: v = a ± |a| e.
    let squares = 0
    for (let i = k + 1; i < n; i++) squares += A[i * n + k]! ** 2
    const head = A[(k + 1) * n + k]!
    const length = Math.sqrt(squares)
    const alpha = head > 0 ? -length : length
    beside[k] = alpha
    const half = squares - alpha * head
    // The largest element on the diagonal is 1 or more: beside it a column this small changes no digit of the
    // norm, while to divide by its square would overflow.
    if (half < NEGLIGIBLE) {
      beside[k] = 0
      continue
    }
    for (let i = k + 1; i < n; i++) v[i] = A[i * n + k]!
    v[k + 1] = head - alpha
    // A − v wᵀ − w vᵀ with w = p − (pᵀv / 2 half) v and p = A v / half.
    let along = 0
    for (let i = k + 1; i < n; i++) {
      let sum = 0
      for (let j = k + 1; j < n; j++) sum += A[i * n + j]! * v[j]!
      p[i] = sum / half
      along += p[i]! * v[i]!
    }
    along /= 2 * half
    for (let i = k + 1; i < n; i++) p[i]! -= along * v[i]!
    for (let i = k + 1; i < n; i++)
      for (let j = k + 1; j < n; j++) A[i * n + j]! -= v[i]! * p[j]! + p[i]! * v[j]!
  }
  return { diagonal: Float64Array.from({ length: n }, (_, k) => A[k * n + k]!), beside }
}

/** Whether all eigenvalues of the tridiagonal matrix lie below `bound`: all its pivots there are negative. */
const allBelow = (diagonal: Float64Array, beside: Float64Array, bound: number): boolean => {
  let pivot = 1
  for (let k = 0; k < diagonal.length; k++) {
    const b = k === 0 ? 0 : beside[k - 1]!
    pivot = diagonal[k]! - bound - (b === 0 ? 0 : (b * b) / pivot)
    if (pivot >= 0) return false
  }
  return true
}

const largestEigenvalue = (diagonal: Float64Array, beside: Float64Array): number => {
  // Gershgorin: between the largest diagonal element and the largest row sum.
  let low = -Infinity
  let high = -Infinity
  diagonal.forEach((d, k) => {
    low = Math.max(low, d)
    high = Math.max(high, d + Math.abs(beside[k - 1] ?? 0) + Math.abs(beside[k] ?? 0))
  })
  for (;;) {
    const middle = low + (high - low) / 2
    if (!(middle > low && middle < high)) return high
    if (allBelow(diagonal, beside, middle)) high = middle
    else low = middle
  }
}

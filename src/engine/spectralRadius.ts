/**
 * The spectral radius of a square matrix, the size of its largest eigenvalue, by Gelfand's formula
 * ρ(A) = lim ‖Aᵏ‖^(1/k) (Gelfand 1941) with k doubled by squaring. After m squarings k = 2ᵐ: what the norm says
 * beyond ρᵏ, and what rounding adds in a squaring, is divided by k. No eigenvalue is followed, so equal and
 * complex ones need no care.
 */
import { expOfMinus, logOf } from './elementary.ts'
import { parameterView, type ParameterSpec } from './parameters.ts'
import { frobeniusNorm } from './spectralNorm.ts'

/** Enough that n ‖A‖ to the power 1 / 2ᵐ is 1 in double precision. */
const SQUARINGS = 60

/** A · A of a matrix [n][n] whose elements are divided by `scale`. */
const squared = (A: Float64Array, n: number, scale: number): Float64Array => {
  const unit = A.map((v) => v / scale)
  const product = new Float64Array(n * n)
  for (let row = 0; row < n; row++)
    for (let k = 0; k < n; k++) {
      const a = unit[row * n + k]!
      for (let column = 0; column < n; column++) product[row * n + column]! += a * unit[k * n + column]!
    }
  return product
}

/**
 * ρ of a square matrix, row-major; 0 of an empty or a nilpotent one, NaN when an element is no finite number.
 * @throws RangeError when the matrix is not square
 */
export const spectralRadius = (matrix: ArrayLike<number>): number => {
  const n = Math.round(Math.sqrt(matrix.length))
  if (n * n !== matrix.length)
    throw new RangeError(`Spectral radius: expected a square matrix, got ${matrix.length} elements.`)
  let power: Float64Array = Float64Array.from(matrix)
  // log ‖A^k‖ / k, each norm taken off before the next squaring.
  let logarithm = 0
  for (let m = 0, share = 1; m <= SQUARINGS; m++, share /= 2) {
    const scale = frobeniusNorm(power)
    if (scale === 0) return 0
    if (!Number.isFinite(scale)) return NaN
    logarithm += share * logOf(scale)
    power = squared(power, n, scale)
  }
  return expOfMinus(-logarithm)
}

/**
 * Scales every recurrent matrix of a network, in place, to a spectral radius. A nilpotent one stays as it is:
 * no factor gives it another radius.
 * @param specs parameters of a network or a program; `values` flat in their layout
 * @throws RangeError when the radius is no number from 0 up
 */
export const scaleRecurrent = (
  specs: readonly ParameterSpec[],
  values: Float64Array,
  radius: number,
): void => {
  if (!(radius >= 0 && Number.isFinite(radius)))
    throw new RangeError(`Spectral radius: expected a number from 0 up, got ${radius}.`)
  for (const { kind, name } of specs) {
    if (kind !== 'recurrent') continue
    const U = parameterView(specs, values, name)
    const before = spectralRadius(U)
    if (before > 0) for (let k = 0; k < U.length; k++) U[k] = U[k]! * (radius / before)
  }
}

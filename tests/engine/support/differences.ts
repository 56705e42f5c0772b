/**
 * Finite differences, the judge of every gradient.
 *
 * The five-point central difference (f(θ−2s) − 8f(θ−s) + 8f(θ+s) − f(θ+2s)) / 12s has a truncation error of
 * s⁴f⁽⁵⁾/30 and a rounding error of about 1.5·ε·|f|/s. With s = 1e-3 and |f|, |f⁽⁵⁾| of order 1 to 10 both stay near
 * 1e-12, so that a bound of 1e-6 on the relative error says something about gradients down to about 1e-5. (The three-point formula has to trade s² against ε/s and never gets below 1e-10.)
 */

export const STEP = 1e-3

/** ∂f/∂array[k] for one place of an array that `f` reads; the array is restored. */
export const difference = (
  f: () => number,
  array: { [k: number]: number },
  k: number,
  step = STEP,
): number => {
  const kept = array[k]
  if (kept === undefined) throw new Error(`No element ${k} to differentiate by.`)
  const valueAt = (offset: number): number => {
    array[k] = kept + offset
    return f()
  }
  try {
    return (valueAt(-2 * step) - 8 * valueAt(-step) + 8 * valueAt(step) - valueAt(2 * step)) / (12 * step)
  } finally {
    array[k] = kept
  }
}

/** ∂f/∂array, element by element. */
export const differences = (f: () => number, array: ArrayLike<number> & { [k: number]: number }): number[] =>
  Array.from(array, (_, k) => difference(f, array, k))

/**
 * The relative error of an analytic against a numeric gradient. The denominator is the larger of the two, but not
 * less than `floor`: a gradient that is zero, or smaller than the rounding of the loss allows to measure, has no
 * relative error. `worstError` takes 1e-5 of the largest gradient in the same group (at least of 1), so that at the
 * bound of 1e-6 only differences below 1e-11 of that are forgiven: the rounding of the loss.
 */
export const relativeError = (analytic: number, numeric: number, floor: number): number =>
  Math.abs(analytic - numeric) / Math.max(Math.abs(analytic), Math.abs(numeric), floor)

export interface Worst {
  readonly error: number
  /** Where: for the message of a failing test. */
  readonly at: string
}

/** The worst relative error between two gradients of the same length. */
export const worstError = (label: string, analytic: ArrayLike<number>, numeric: ArrayLike<number>): Worst => {
  if (analytic.length !== numeric.length)
    return { error: Infinity, at: `${label}: ${analytic.length} gradients for ${numeric.length} values` }
  const floor = 1e-5 * Math.max(1, ...Array.from(numeric, Math.abs))
  let worst: Worst = { error: 0, at: `${label}: none` }
  for (let k = 0; k < numeric.length; k += 1) {
    const a = analytic[k] ?? NaN
    const n = numeric[k] ?? NaN
    const error = relativeError(a, n, floor)
    if (!(error <= worst.error)) worst = { error, at: `${label}[${k}]: ${a} against ${n}` }
  }
  return worst
}

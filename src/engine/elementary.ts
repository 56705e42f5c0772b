/**
 * exp, log, tanh and σ of one number, made of +, −, × and ÷ alone. The specification of JavaScript leaves the
 * last bits of Math.exp and Math.tanh to each browser; these give the same bits everywhere, so that training
 * from a seed can be repeated, and they are faster. Error at most about 1.5 units in the last place (3.4e-16).
 *
 * Method: a table of exact values on a grid, an addition theorem and a short polynomial for what is left
 * (Tang, "Table-driven implementation of the exponential function", 1989). The tables are worked out once, in
 * whole numbers of 128 binary places and then rounded, which is exact in every browser.
 */
import { packedZeros } from './kernel.ts'

const PLACES = 128n
const ONE = 1n << PLACES

/** A fixed-point number as the nearest double. */
const toNumber = (fixed: bigint): number => Number(fixed) / Number(ONE)

/** The inverse, exact for a double that has no places beyond. */
const toFixed = (x: number): bigint => BigInt(x * 2 ** 64) << (PLACES - 64n)

const times = (a: bigint, b: bigint): bigint => (a * b) >> PLACES

/** e^x for a small fixed-point x, by its series. */
const seriesOfExp = (x: bigint): bigint => {
  let sum = ONE
  let term = ONE
  for (let k = 1n; term !== 0n && k < 99n; k++) {
    term = times(term, x) / k
    sum += term
  }
  return sum
}

/** ln 2 = 2 atanh(1/3) */
const LN2 = (() => {
  let sum = 0n
  for (let power = ONE / 3n, k = 1n; power !== 0n; power /= 9n, k += 2n) sum += (2n * power) / k
  return sum
})()

/** A packed-double array of entry(0) … entry(last). */
const table = (last: number, entry: (k: number) => number): number[] => {
  const entries = packedZeros(last + 1)
  for (let k = 0; k <= last; k++) entries[k] = entry(k)
  return entries
}

/** entry(base⁰), entry(base¹), … with fixed-point powers. */
const tableOfPowers = (last: number, base: bigint, entry: (power: bigint) => number): number[] => {
  let power = ONE
  return table(last, () => {
    const value = entry(power)
    power = times(power, base)
    return value
  })
}

/**
 * x + this − this is x rounded to the nearest whole number, ties to even: sums this large have no places left.
 * No branch hangs on the sign of x here or below, because the signs of pre-activations cannot be predicted
 * and a wrong guess costs as much as all the rest.
 */
const ROUNDER = 1.5 * 2 ** 52

// e^−a = 2^−m · 2^−j/64 · e^r with n = 64 m + j the nearest to 64 a / ln 2, so that |r| ≤ ln 2 / 128.
const ROOTS = tableOfPowers(63, seriesOfExp(-LN2 / 64n), toNumber)
// What rounding took off the roots: without it the error would be half a place more.
const RESTS = tableOfPowers(63, seriesOfExp(-LN2 / 64n), (root) => toNumber(root - toFixed(toNumber(root))))
// 2^1080 (∞) … 2^−1080 (0), worked out by doubling and halving, which are exact.
const GREATEST = 1080
const HALVES = table(2 * GREATEST, () => 1)
for (let m = 1; m <= GREATEST; m++) HALVES[GREATEST - m] = HALVES[GREATEST - m + 1]! * 2
for (let m = GREATEST + 1; m < HALVES.length; m++) HALVES[m] = HALVES[m - 1]! / 2
const STEPS_OF_EXP = toNumber((64n * ONE * ONE) / LN2)
// ln 2 / 64 in two parts: n, of 17 bits, times the first, of 36, is exact.
const HEAD = ((LN2 / 64n) >> 86n) << 86n
const STEP_HEAD = toNumber(HEAD)
const STEP_REST = toNumber(LN2 / 64n - HEAD)

// Beyond this e^−a is zero, and ∞ on the other side.
const EXP_END = 746

/** e^−a; ∞ from a = −709.1 down, a little before it leaves the range of a double. */
export const expOfMinus = (a: number): number => {
  const bounded = a > EXP_END ? EXP_END : a < -EXP_END ? -EXP_END : a
  const steps = bounded * STEPS_OF_EXP + ROUNDER - ROUNDER
  const r = steps * STEP_HEAD - bounded + steps * STEP_REST
  const less1 = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))))
  const n = steps | 0
  const root = ROOTS[n & 63]!
  return (root + (root * less1 + RESTS[n & 63]!)) * HALVES[(n >> 6) + GREATEST]!
}

/** σ(x) = 1 / (1 + e^−x) */
export const sigmoidOf = (x: number): number => 1 / (1 + expOfMinus(x))

// tanh(n/64 + r) = T + t (1 − T²) / (1 + T t) with T = tanh(n/64) and t = tanh r, |r| ≤ 1/128.
const TANH_END = 20
const MIDDLE = 64 * TANH_END
const TANHS = packedZeros(2 * MIDDLE + 1)
tableOfPowers(MIDDLE, seriesOfExp(-ONE / 32n), (e) => toNumber(((ONE - e) << PLACES) / (ONE + e))).forEach(
  (T, n) => {
    TANHS[MIDDLE + n] = T
    // tanh is odd. The middle becomes −0, which keeps the sign of a zero that is added to it.
    TANHS[MIDDLE - n] = -T
  },
)

export const tanhOf = (x: number): number => {
  const bounded = x > TANH_END ? TANH_END : x < -TANH_END ? -TANH_END : x
  const n = bounded * 64 + ROUNDER - ROUNDER
  const r = bounded - n / 64
  const s = r * r
  const t = r * (1 - s * (1 / 3 - s * (2 / 15 - s * (17 / 315))))
  const T = TANHS[(n | 0) + MIDDLE]!
  return T + (t * (1 - T * T)) / (1 + T * t)
}

/** ln(1 + f) for −0.3 < f < 0.42: 2 atanh(f / (2 + f)) */
const logNear1 = (f: number): number => {
  const s = f / (2 + f)
  const square = s * s
  let sum = 0
  for (let k = 23; k > 1; k -= 2) sum = (sum + 1 / k) * square
  return 2 * s + 2 * s * sum
}

/** ln x; −∞ at 0, NaN below. */
export const logOf = (x: number): number => {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN
  let mantissa = x
  let exponent = 0
  // Halving and doubling are exact.
  for (; mantissa > Math.SQRT2; exponent++) mantissa /= 2
  for (; mantissa < Math.SQRT1_2; exponent--) mantissa *= 2
  return exponent * toNumber(LN2) + logNear1(mantissa - 1)
}

/** ln(1 + e) for e ≥ 0, accurate also where e is small. */
export const logOf1Plus = (e: number): number => (e < 0.4 ? logNear1(e) : logOf(1 + e))

/** What expOfMinus and tanhOf are made of, for another back end that is to give the same bits. */
export const elementary = {
  ROUNDER,
  EXP_END,
  STEPS_OF_EXP,
  STEP_HEAD,
  STEP_REST,
  ROOTS,
  RESTS,
  HALVES,
  GREATEST,
  TANH_END,
  MIDDLE,
  TANHS,
} as const

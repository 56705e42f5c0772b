/** exp, log, tanh and σ against values worked out in whole numbers of 1400 binary places. */
import { describe, expect, it } from 'vitest'
import { expOfMinus, logOf, logOf1Plus, sigmoidOf, tanhOf } from '../../src/engine/elementary.ts'
import { rng } from '../../src/engine/rng.ts'

const PLACES = 1400
const ONE = 1n << BigInt(PLACES)

/** A double in whole numbers of the last place; exact for what is tested here. */
const exact = (x: number): bigint => {
  let scaled = x
  let places = PLACES
  while (!Number.isInteger(scaled) && places > 0) {
    scaled *= 2
    places--
  }
  return BigInt(scaled) << BigInt(places)
}

/** The inverse: the leading 60 bits are enough to round once. */
const nearest = (fixed: bigint): number => {
  const size = fixed < 0n ? -fixed : fixed
  const drop = Math.max(0, size.toString(2).length - 60)
  let value = Number(fixed >> BigInt(drop))
  for (let k = drop; k < PLACES; k++) value /= 2
  return value
}

/** e^x: the series of x / 2¹⁰, squared ten times. */
const preciseExp = (x: bigint): bigint => {
  const small = x >> 10n
  let sum = ONE
  let term = ONE
  for (let k = 1n; term !== 0n; k++) {
    term = ((term * small) >> BigInt(PLACES)) / k
    if (term === -1n) break
    sum += term
  }
  for (let k = 0; k < 10; k++) sum = (sum * sum) >> BigInt(PLACES)
  return sum
}

const divide = (a: bigint, b: bigint): bigint => (a << BigInt(PLACES)) / b

const precise = {
  exp: (x: number) => nearest(preciseExp(exact(-x))),
  sigmoid: (x: number) => nearest(divide(ONE, ONE + preciseExp(-exact(x)))),
  tanh: (x: number) => {
    const e = preciseExp(-2n * exact(x))
    return nearest(divide(ONE - e, ONE + e))
  },
}

const relative = (ours: number, truth: number): number => Math.abs(ours - truth) / Math.abs(truth)

/** Every magnitude from 2⁻³⁰ to the end, grid points and points between them. */
const samples = (end: number): number[] => {
  const random = rng(7)
  const grid = Array.from({ length: 200 }, (_, k) => ((k + 1) / 64) * 1.5)
  const wide = Array.from({ length: 300 }, () => random.uniformRange(0, end))
  const near = Array.from({ length: 300 }, () => random.uniformRange(0, 1) * 2 ** -random.integer(30))
  return [...grid, ...wide, ...near].filter((x) => x <= end)
}

const worst = (ours: (x: number) => number, truth: (x: number) => number, xs: readonly number[]): number =>
  xs.reduce((most, x) => Math.max(most, relative(ours(x), truth(x))), 0)

describe('elementary functions', () => {
  it.each([
    ['e^−a', expOfMinus, precise.exp, samples(700)],
    ['σ', sigmoidOf, precise.sigmoid, samples(40).flatMap((x) => [x, -x])],
    ['σ far below zero', sigmoidOf, precise.sigmoid, samples(700).map((x) => -x)],
    ['tanh', tanhOf, precise.tanh, samples(22).flatMap((x) => [x, -x])],
  ] as const)('%s is within 3.4e-16 of the truth', (_, ours, truth, xs) => {
    expect(worst(ours, truth, xs)).toBeLessThanOrEqual(3.4e-16)
  })

  it('log undoes exp, to the rounding of the argument', () => {
    for (const a of samples(700))
      expect(Math.abs(logOf(expOfMinus(a)) + a)).toBeLessThanOrEqual(4e-16 * (1 + a))
    for (const x of [1e-300, 0.1, 0.5, 0.999999, 1, 1.000001, 2, Math.E, 10, 12345.678, 1e300])
      expect(Math.abs(logOf(x) - Math.log(x))).toBeLessThanOrEqual(3e-16 * Math.abs(Math.log(x)))
    expect([logOf(0), logOf(1), logOf(Infinity)]).toEqual([-Infinity, 0, Infinity])
    expect([logOf(-1), logOf(NaN)]).toEqual([NaN, NaN])
  })

  it('ln(1 + e) keeps its digits where e is small', () => {
    for (const e of [0, 1e-300, 1e-17, 1e-9, 0.01, 0.3999, 0.4, 0.7, 1, 50])
      expect(Math.abs(logOf1Plus(e) - Math.log1p(e))).toBeLessThanOrEqual(4e-16 * Math.log1p(e))
  })

  it('saturates, keeps NaN, and tanh keeps the sign of zero', () => {
    expect([tanhOf(0), tanhOf(-0)]).toEqual([0, -0])
    expect([tanhOf(Infinity), tanhOf(-Infinity), tanhOf(1e300), tanhOf(-25)]).toEqual([1, -1, 1, -1])
    expect([sigmoidOf(0), sigmoidOf(-0)]).toEqual([0.5, 0.5])
    expect([sigmoidOf(Infinity), sigmoidOf(-Infinity), sigmoidOf(800), sigmoidOf(-800)]).toEqual([1, 0, 1, 0])
    expect([expOfMinus(0), expOfMinus(745.1), expOfMinus(Infinity)]).toEqual([1, 5e-324, 0])
    expect([tanhOf(NaN), sigmoidOf(NaN), expOfMinus(NaN)]).toEqual([NaN, NaN, NaN])
  })

  it('tanh is odd, neither leaves its range, and neither falls by more than a rounding as x grows', () => {
    let [lastTanh, lastSigmoid] = [-1, 0]
    let [odd, largest, fall] = [true, 0, 0]
    for (let x = -40; x <= 40; x += 1 / 1027) {
      const [t, s] = [tanhOf(x), sigmoidOf(x)]
      odd &&= tanhOf(-x) === -t
      largest = Math.max(largest, Math.abs(t), s)
      fall = Math.max(fall, lastTanh - t, lastSigmoid - s)
      lastTanh = t
      lastSigmoid = s
    }
    expect(odd).toBe(true)
    expect(largest).toBe(1)
    expect(fall).toBeLessThanOrEqual(1.2e-16)
  })
})

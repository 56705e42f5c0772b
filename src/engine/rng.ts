/**
 * Seeded random numbers: the only source of chance in the project.
 * xoroshiro128+ (pure-rand); normal numbers by Marsaglia's polar method (1964).
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { logOf } from './elementary.ts'

export interface Rng {
  /** A number in [0, 1). */
  readonly uniform: () => number
  /** A number in [low, high). */
  readonly uniformRange: (low: number, high: number) => number
  /** A number from the normal distribution with mean 0 and variance 1. */
  readonly normal: () => number
  /** An integer in [0, n). Throws RangeError unless n is a positive integer. */
  readonly integer: (n: number) => number
  /** One element of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** A shuffled copy (Fisher & Yates). */
  readonly shuffle: <T>(list: readonly T[]) => T[]
  /**
   * An independent generator that depends on this one's seed and the label alone, not on how many
   * numbers were drawn: adding a draw in one place changes nothing elsewhere.
   */
  readonly fork: (label: string) => Rng
}

/** FNV-1a over the label, started from the seed: a new 32-bit seed. */
const mix = (seed: number, label: string): number => {
  let hash = (0x811c9dc5 ^ seed) | 0
  for (let k = 0; k < label.length; k++) hash = Math.imul(hash ^ label.charCodeAt(k), 0x01000193)
  // FNV leaves the low bits of near seeds alike; a finalizer (MurmurHash3) spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/**
 * A generator with the given seed.
 * @param seed an integer; its lower 32 bits count
 * @throws RangeError when the seed is not an integer
 */
export const rng = (seed: number): Rng => {
  if (!Number.isInteger(seed))
    throw new RangeError(`A seed must be an integer, got ${seed}. Pass a whole number.`)
  const generator = xoroshiro128plus(mix(seed, ''))
  let spare: number | null = null

  const uniform = (): number => uniformFloat64(generator)
  const uniformRange = (low: number, high: number): number => low + (high - low) * uniform()
  const integer = (n: number): number => {
    if (!Number.isInteger(n) || n < 1)
      throw new RangeError(`integer(n) draws from 0 … n−1: expected a whole n ≥ 1, got ${n}.`)
    return uniformInt(generator, 0, n - 1)
  }
  const normal = (): number => {
    if (spare !== null) {
      const value = spare
      spare = null
      return value
    }
    for (;;) {
      const u = 2 * uniform() - 1
      const v = 2 * uniform() - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const factor = Math.sqrt((-2 * logOf(s)) / s)
      spare = v * factor
      return u * factor
    }
  }
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0)
      throw new RangeError('pick needs a list with at least one element, got an empty one.')
    return list[integer(list.length)]!
  }
  const shuffle = <T>(list: readonly T[]): T[] => {
    const copy = [...list]
    for (let k = copy.length - 1; k > 0; k--) {
      const other = integer(k + 1)
      const held = copy[k]!
      copy[k] = copy[other]!
      copy[other] = held
    }
    return copy
  }
  const fork = (label: string): Rng => rng(mix(seed, label))
  return { uniform, uniformRange, normal, integer, pick, shuffle, fork }
}

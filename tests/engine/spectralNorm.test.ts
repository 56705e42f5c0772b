/** Frobenius and spectral norms: known matrices, random ones against one-sided Jacobi rotations, and the ends of the scale. */
import { describe, expect, it } from 'vitest'
import { frobeniusNorm, spectralNorm } from '../../src/engine/spectralNorm.ts'
import { row, singularValues } from './support/matrices.ts'
import { uniform } from './support/networks.ts'

/** The relative difference of two norms. */
const apart = (ours: number, theirs: number): number => Math.abs(ours - theirs) / Math.abs(theirs)

describe('norms', () => {
  it('of known matrices', () => {
    expect(spectralNorm([0, 0, 0, 0], 2)).toBe(0)
    expect(apart(spectralNorm([-3], 1), 3)).toBeLessThanOrEqual(1e-13)
    expect(apart(spectralNorm([2, 0, 0, -5], 2), 5)).toBeLessThanOrEqual(1e-13)
    expect(apart(spectralNorm([0, 1, 0, 0], 2), 1)).toBeLessThanOrEqual(1e-13)
    expect(apart(spectralNorm([3, 0, 4, 0], 2), 5)).toBeLessThanOrEqual(1e-13)
    expect(apart(frobeniusNorm([1, 2, 2, 4]), 5)).toBeLessThanOrEqual(1e-13)
    expect(frobeniusNorm([])).toBe(0)
  })

  it.each([1, 2, 3, 5, 8, 20])('of random %i × %i matrices', (n) => {
    for (let seed = 0; seed < 5; seed += 1) {
      const matrix = uniform(n * n, seed)
      expect(apart(spectralNorm(matrix, n), Math.max(...singularValues(row(matrix, n))))).toBeLessThanOrEqual(
        1e-12,
      )
      expect(apart(frobeniusNorm(matrix), Math.hypot(...matrix))).toBeLessThanOrEqual(1e-13)
    }
  })

  it('where the two largest singular values are equal, or nearly', () => {
    const rotation = [Math.cos(1), -Math.sin(1), Math.sin(1), Math.cos(1)]
    expect(apart(spectralNorm(rotation, 2), 1)).toBeLessThanOrEqual(1e-13)
    expect(apart(spectralNorm([1, 0, 0, 0, 1 - 1e-13, 0, 0, 0, 0.5], 3), 1)).toBeLessThanOrEqual(1e-13)
  })

  it.each([1e-320, 1e-310, 1e-300, 1e-160, 1e160, 1e300])(
    'scaled by %d: gradients that vanish or explode',
    (scale) => {
      const matrix = [1, 2, 3, 4].map((v) => v * scale)
      const bound = scale < 1e-307 ? 1e-2 : 1e-13
      expect(apart(spectralNorm(matrix, 2), 5.464985704219043 * scale)).toBeLessThanOrEqual(bound)
      expect(apart(frobeniusNorm(matrix), Math.sqrt(30) * scale)).toBeLessThanOrEqual(bound)
    },
  )

  it.each([1e-170, 1e-162, 1e-157, 1e-154, 1e-145, 1e-138, 1e-120])(
    'with a coupling of %d, whose square is hardly a number',
    (tiny) => {
      // Units that are all but dead, as in a run that diverges.
      expect(apart(spectralNorm([1, tiny, 0.8 * tiny, 0, 2, 1, 0, 1, 3], 3), 3.618033988749895)).toBeLessThan(
        1e-15,
      )
    },
  )

  it('of elements that are no whole rows is refused', () => {
    for (const columns of [2, 0, -1, 1.5, NaN])
      expect(() => spectralNorm([1, 2, 3, 4, 5], columns)).toThrow(/expected rows of .* got 5 elements/)
    expect(spectralNorm([], 3)).toBe(0)
  })

  it('of what is not a number is not a number, and of an infinity infinite', () => {
    expect(spectralNorm([1, NaN, 2, 3], 2)).toBeNaN()
    expect(frobeniusNorm([1, NaN])).toBeNaN()
    expect(spectralNorm([1, Infinity, 2, 3], 2)).toBe(Infinity)
  })
})

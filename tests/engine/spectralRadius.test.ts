/** The spectral radius against matrices whose eigenvalues are known. */
import { describe, expect, it } from 'vitest'
import { frobeniusNorm, parameterView, scaleRecurrent, spectralRadius } from '../../src/engine/index.ts'
import { cells, initialiseNetwork } from '../../src/engine/index.ts'
import { product, row, type Rows } from './support/matrices.ts'
import { networkOf, uniform } from './support/networks.ts'

const relative = (got: number, expected: number): number => Math.abs(got / expected - 1)

/** The companion matrix of a polynomial with these real roots and pairs re ± i·im: its eigenvalues. */
const companion = (real: readonly number[], pairs: readonly (readonly [number, number])[]): number[] => {
  let polynomial = [1]
  const times = (factor: readonly number[]): void => {
    const next = Array.from({ length: polynomial.length + factor.length - 1 }, () => 0)
    polynomial.forEach((a, p) => factor.forEach((b, q) => (next[p + q]! += a * b)))
    polynomial = next
  }
  for (const root of real) times([1, -root])
  for (const [re, im] of pairs) times([1, -2 * re, re * re + im * im])
  const n = polynomial.length - 1
  return Array.from({ length: n * n }, (_, k) => {
    const [r, c] = [Math.floor(k / n), k % n]
    return r === 0 ? -polynomial[c + 1]! : Number(r === c + 1)
  })
}

describe('spectral radius', () => {
  it('of a diagonal, a rotation that is scaled, a triangle and zero', () => {
    expect(relative(spectralRadius([3, 0, 0, -4]), 4)).toBeLessThan(1e-14)
    expect(relative(spectralRadius([0.6 * 1.7, -0.8 * 1.7, 0.8 * 1.7, 0.6 * 1.7]), 1.7)).toBeLessThan(1e-14)
    // Far from normal: the norm is 1000, the radius 0.5. Twice the same eigenvalue, one eigenvector.
    expect(relative(spectralRadius([0.5, 1000, 0, 0.5]), 0.5)).toBeLessThan(1e-12)
    expect(spectralRadius([0, 1, 0, 0])).toBe(0)
    expect(spectralRadius([0, 0, 0, 0])).toBe(0)
    expect(spectralRadius([])).toBe(0)
  })

  it.each([
    { real: [2, -1.5, 0.25], pairs: [], expected: 2 },
    { real: [0.3, -0.2], pairs: [[0.5, 0.7]] as const, expected: Math.hypot(0.5, 0.7) },
    {
      real: [-1.1],
      pairs: [
        [0.6, 0.8],
        [0.1, 0.2],
      ] as const,
      expected: 1.1,
    },
  ])('of the companion matrix of a polynomial with roots $real, $pairs', ({ real, pairs, expected }) => {
    expect(relative(spectralRadius(companion(real, pairs)), expected)).toBeLessThan(1e-12)
  })

  it('is that of the transpose, grows with a factor, and is no larger than the norm', () => {
    for (let seed = 0; seed < 20; seed++) {
      const n = 2 + (seed % 8)
      const A = uniform(n * n, seed)
      const radius = spectralRadius(A)
      const turned = A.map((_, k) => A[(k % n) * n + Math.floor(k / n)]!)
      expect(relative(spectralRadius(turned), radius)).toBeLessThan(1e-12)
      expect(relative(spectralRadius(A.map((a) => -2.5e-200 * a)), 2.5e-200 * radius)).toBeLessThan(1e-12)
      expect(radius).toBeLessThanOrEqual(frobeniusNorm(A) * (1 + 1e-14))
      const rows: Rows = row(A, n)
      expect(relative(spectralRadius(product(rows, rows).flat()), radius ** 2)).toBeLessThan(1e-12)
    }
  })

  it('of what is no number is none, and of what is not square is refused', () => {
    expect(spectralRadius([NaN, 0, 0, 1])).toBeNaN()
    expect(spectralRadius([Infinity, 0, 0, 1])).toBeNaN()
    expect(() => spectralRadius([1, 2, 3])).toThrow(/square matrix, got 3/)
  })
})

describe.each(cells.map(({ id }) => id))('scaling the recurrent matrices of %s', (id) => {
  it('gives each of them the radius and leaves all else', () => {
    const network = networkOf(id, { I: 3, H: 5, layers: 2 })
    const before = initialiseNetwork(network, { scheme: 'default', seed: 4 })
    const after = before.slice()
    scaleRecurrent(network.parameters, after, 1.3)
    for (const { name, kind } of network.parameters) {
      const [a, b] = [before, after].map((values) => parameterView(network.parameters, values, name))
      if (kind === 'recurrent') expect(relative(spectralRadius(b!), 1.3)).toBeLessThan(1e-12)
      else expect(b).toEqual(a)
    }
    expect(() => scaleRecurrent(network.parameters, after, -1)).toThrow(/from 0 up, got -1/)
  })
})

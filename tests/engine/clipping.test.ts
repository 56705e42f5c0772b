/** Gradient clipping against torch.nn.utils.clip_grad_norm_: several tensors, one norm. */
import { expect, it } from 'vitest'
import { clipByNorm, norm } from '../../src/engine/index.ts'
import { distance, readFixture } from './support/fixtures.ts'

interface Fixture {
  readonly cases: readonly { maxNorm: number; norm: number; before: number[][]; after: number[][] }[]
}

const { cases } = readFixture<Fixture>('clipping')

it.each(cases)('norm $norm, at most $maxNorm', ({ maxNorm, norm: before, before: start, after }) => {
  const gradient = Float64Array.from(start.flat())
  expect(distance([clipByNorm(gradient, maxNorm)], [before])).toBeLessThanOrEqual(1e-12)
  expect(distance(gradient, after.flat())).toBeLessThanOrEqual(1e-12)
  expect(norm(gradient)).toBeLessThanOrEqual(maxNorm)
})

it('the cases lie on both sides of the bound', () => {
  expect(new Set(cases.map((c) => c.norm > c.maxNorm))).toEqual(new Set([true, false]))
})

it('a gradient within the bound is not touched, not even by rounding', () => {
  const gradient = Float64Array.of(0.3, -0.4)
  expect(clipByNorm(gradient, 1)).toBe(0.5)
  expect(Array.from(gradient)).toEqual([0.3, -0.4])
})

it.each([-1, NaN])('a bound of %d is refused: it would turn the gradient round', (bound) => {
  const gradient = Float64Array.of(3, 4)
  expect(() => clipByNorm(gradient, bound)).toThrow(/expected a norm from 0 up, got/)
  expect(Array.from(gradient)).toEqual([3, 4])
})

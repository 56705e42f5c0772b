// @vitest-environment jsdom
/** Bars from zero: side by sign, width by share of the most. */
import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SignedBar } from '../../src/ui/SignedBar.tsx'

const barOf = (value: number, most: number) => {
  const { container } = render(<SignedBar value={value} most={most} width={64} />)
  const bar = container.querySelector('rect')!
  return { x: Number(bar.getAttribute('x')), width: Number(bar.getAttribute('width')) }
}

it('stands right of the middle when positive, left of it when negative', () => {
  expect(barOf(2, 4)).toEqual({ x: 32, width: 15 })
  expect(barOf(-2, 4)).toEqual({ x: 17, width: 15 })
})

it('stays within its width, and is empty where there is nothing to draw', () => {
  expect(barOf(-9, 4)).toEqual({ x: 2, width: 30 })
  expect(barOf(0, 0).width).toBe(0)
  expect(barOf(NaN, 4).width).toBe(0)
  expect(barOf(Infinity, 4).width).toBe(0)
})

// @vitest-environment jsdom
/** A long picture is painted around the steps in view at once, and whole once the browser rests. */
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { blockOf } from '../../src/ui/canvas/block.ts'
import { useBlock } from '../../src/ui/canvas/useBlock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const rest = (): void => act(() => void vi.runAllTimers())

interface Props {
  readonly picture: object
  readonly first: number
  readonly T: number
  readonly H: number
}

const block = (initialProps: Props) =>
  renderHook(({ picture, first, T, H }: Props) => useBlock(picture, first, first + 79, T, H), {
    initialProps,
  })

test('the steps in view at once, all of them at rest, and then none again', () => {
  const picture = {}
  const { result, rerender } = block({ picture, first: 2500, T: 5000, H: 256 })
  expect(result.current).toEqual(blockOf(2500, 2579, 5000))
  rest()
  const whole = { from: 0, count: 5000 }
  expect(result.current).toEqual(whole)
  rerender({ picture, first: 4900, T: 5000, H: 256 })
  expect(result.current).toEqual(whole)
})

test('another picture begins anew', () => {
  const { result, rerender } = block({ picture: {}, first: 2500, T: 5000, H: 256 })
  rest()
  rerender({ picture: {}, first: 2500, T: 5000, H: 256 })
  expect(result.current).toEqual(blockOf(2500, 2579, 5000))
  rest()
  expect(result.current).toEqual({ from: 0, count: 5000 })
})

test('one that is too much for a part of a frame stays with the steps in view', () => {
  const { result } = block({ picture: {}, first: 2500, T: 10_000, H: 1024 })
  rest()
  expect(result.current).toEqual(blockOf(2500, 2579, 10_000))
})

test('a short one is whole from the start', () => {
  const { result } = block({ picture: {}, first: 0, T: 500, H: 64 })
  expect(result.current).toEqual({ from: 0, count: 500 })
  expect(vi.getTimerCount()).toBe(0)
})

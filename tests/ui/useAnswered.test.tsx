// @vitest-environment jsdom
/** A choice shows at once; what follows from it comes after the next painting, and of quick choices the last counts. */
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAnswered } from '../../src/ui/useAnswered.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const shown = () => {
  const followed: string[] = []
  const hook = renderHook(({ value }) => useAnswered(value, (choice: string) => followed.push(choice)), {
    initialProps: { value: 'lstm' },
  })
  return { followed, ...hook }
}

test('the choice shows before anything follows from it', () => {
  const { followed, result, rerender } = shown()
  act(() => result.current[1]('gru'))
  expect(result.current[0]).toBe('gru')
  expect(followed).toEqual([])
  act(() => void vi.advanceTimersToNextFrame())
  expect(followed).toEqual([])
  act(() => void vi.runAllTimers())
  expect(followed).toEqual(['gru'])
  rerender({ value: 'gru' })
  expect(result.current[0]).toBe('gru')
})

test('of choices in one frame the last counts', () => {
  const { followed, result } = shown()
  act(() => result.current[1]('gru'))
  act(() => result.current[1]('rnn'))
  expect(result.current[0]).toBe('rnn')
  act(() => void vi.runAllTimers())
  expect(followed).toEqual(['rnn'])
})

test('what shows is the value again, also where the choice was turned down', () => {
  const { result, rerender } = shown()
  act(() => result.current[1]('gru'))
  act(() => void vi.runAllTimers())
  expect(result.current[0]).toBe('lstm')
  rerender({ value: 'rnn' })
  expect(result.current[0]).toBe('rnn')
})

test('a choice that is made elsewhere meanwhile is the later one', () => {
  const { followed, result, rerender } = shown()
  act(() => result.current[1]('gru'))
  rerender({ value: 'rnn' })
  act(() => void vi.runAllTimers())
  expect(followed).toEqual([])
  expect(result.current[0]).toBe('rnn')
})

test('what was chosen follows also when the switch has gone', () => {
  const { followed, result, unmount } = shown()
  act(() => result.current[1]('gru'))
  unmount()
  vi.runAllTimers()
  expect(followed).toEqual(['gru'])
})

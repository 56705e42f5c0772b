// @vitest-environment jsdom
/** The width of a place: followed, but for the moments in which there is no room at all. */
import { act, cleanup, render } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { useWidth } from '../../src/ui/useWidth.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

let renders = 0

const Place = () => {
  renders++
  const place = useRef<HTMLDivElement>(null)
  return <div ref={place}>{useWidth(place)}</div>
}

/** Renders a place; what it says of its width when it is told that its room is so many px wide. */
const renderPlace = (): ((width: number) => string | null) => {
  let now = 0
  let tell = (): void => undefined
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => now)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(listener: () => void) {
        tell = listener
      }
      observe = (): void => undefined
      disconnect = (): void => undefined
    },
  )
  const { container } = render(<Place />)
  return (width) => {
    now = width
    act(() => tell())
    return container.textContent
  }
}

test('follows the place, and keeps the last width where there is no room for a drawing', () => {
  const widthAt = renderPlace()
  expect(widthAt(0)).toBe('0')
  expect(widthAt(1)).toBe('0')
  expect(widthAt(1104)).toBe('1104')
  expect(widthAt(1)).toBe('1104')
  expect(widthAt(0)).toBe('1104')
  expect(widthAt(366)).toBe('366')
})

test('a place whose height changes alone is not rendered again', () => {
  const widthAt = renderPlace()
  widthAt(1104)
  const before = renders
  widthAt(1104)
  widthAt(1104)
  expect(renders).toBe(before)
})

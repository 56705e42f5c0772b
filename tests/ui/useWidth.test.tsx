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

const Place = () => {
  const place = useRef<HTMLDivElement>(null)
  return <div ref={place}>{useWidth(place)}</div>
}

test('follows the place, and keeps the last width where there is no room for a drawing', () => {
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
  const widthAt = (width: number): string | null => {
    now = width
    act(() => tell())
    return container.textContent
  }
  expect(container.textContent).toBe('0')
  expect(widthAt(1)).toBe('0')
  expect(widthAt(1104)).toBe('1104')
  expect(widthAt(1)).toBe('1104')
  expect(widthAt(0)).toBe('1104')
  expect(widthAt(366)).toBe('366')
})

// @vitest-environment jsdom
/** Panels that follow show what they are given after the next painting, all together, and wait where they are slow. */
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { following, letPanelsFollow } from '../../src/ui/following.tsx'

interface Props {
  readonly t: number
  readonly unit: number
}

let stop = (): void => undefined
/** How long a rendering takes. */
let slowness = 0
let renderings: string[] = []

const panel = (name: string) =>
  following<Props>(({ t, unit }) => {
    renderings.push(`${name} ${t} ${unit}`)
    vi.advanceTimersByTime(slowness)
    return <p>{`${name} ${t} ${unit}`}</p>
  })
const Bands = panel('bands')
const Inspector = panel('inspector')

const Page = (props: Props) => (
  <>
    <output>{props.t}</output>
    <Bands {...props} />
    <Inspector {...props} />
  </>
)

const pass = (ms: number): void =>
  act(() => {
    vi.advanceTimersByTime(ms)
  })

beforeEach(() => {
  vi.useFakeTimers()
  slowness = 0
  renderings = []
  stop = letPanelsFollow()
})
afterEach(() => {
  cleanup()
  // What is still asked for comes.
  vi.advanceTimersByTime(1000)
  stop()
  vi.useRealTimers()
})

test('they show the first properties at once, others after a frame', () => {
  const { container, rerender } = render(<Page t={1} unit={0} />)
  const shown = () => container.textContent
  expect(shown()).toBe('1bands 1 0inspector 1 0')
  rerender(<Page t={2} unit={0} />)
  expect(shown()).toBe('2bands 1 0inspector 1 0')
  pass(20)
  expect(shown()).toBe('2bands 2 0inspector 2 0')
})

test('they render no more than they must, and never mix two moments', () => {
  const { rerender } = render(<Page t={1} unit={0} />)
  rerender(<Page t={1} unit={0} />)
  rerender(<Page t={2} unit={1} />)
  rerender(<Page t={3} unit={2} />)
  pass(20)
  pass(500)
  expect(renderings).toEqual(['bands 1 0', 'inspector 1 0', 'bands 3 2', 'inspector 3 2'])
})

test('while changes come quickly they wait eight times as long as they took, and end where the reader does', () => {
  const { container, rerender } = render(<Page t={0} unit={0} />)
  slowness = 5
  const seen: string[] = []
  for (let t = 1; t <= 30; t++) {
    rerender(<Page t={t} unit={0} />)
    pass(16)
    seen.push(container.querySelector('p')!.textContent)
  }
  const moments = new Set(seen)
  // 480 ms, and 10 ms for both: one in 80 to 120 ms.
  expect(moments.size).toBeGreaterThanOrEqual(4)
  expect(moments.size).toBeLessThanOrEqual(8)
  pass(200)
  expect(container.querySelector('p')!.textContent).toBe('bands 30 0')
})

test('one that comes back shows the newest at once, and one that goes holds up no other', () => {
  const Some = ({ t, isOpen }: { readonly t: number; readonly isOpen: boolean }) => (
    <>
      {isOpen ? <Bands t={t} unit={0} /> : null}
      <Inspector t={t} unit={0} />
    </>
  )
  const { container, rerender } = render(<Some t={1} isOpen />)
  rerender(<Some t={2} isOpen />)
  rerender(<Some t={2} isOpen={false} />)
  pass(20)
  expect(container.textContent).toBe('inspector 2 0')
  rerender(<Some t={3} isOpen />)
  expect(container.textContent).toBe('bands 3 0inspector 2 0')
  pass(20)
  expect(container.textContent).toBe('bands 3 0inspector 3 0')
})

test('where they do not follow, they show at once what they are given', () => {
  stop()
  const { container, rerender } = render(<Page t={1} unit={0} />)
  rerender(<Page t={2} unit={0} />)
  expect(container.textContent).toBe('2bands 2 0inspector 2 0')
})

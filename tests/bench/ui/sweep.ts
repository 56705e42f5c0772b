/** Moves the playhead step by step, one step a frame, as a held arrow key does. */
import type { Page } from '@playwright/test'
import { startOf, type Size } from './explore.ts'

export interface Sweep {
  /** Milliseconds from frame to frame. */
  readonly intervals: readonly number[]
  /** Milliseconds of frames of 50 ms and more, as the browser reports them. */
  readonly longFrames: readonly number[]
}

/** The keys of a sweep that turns at the ends of the sequence, and the step at which it arrives. */
const plan = (size: Size, steps: number) => {
  let at = startOf(size)
  let by = 1
  const keys = Array.from({ length: steps }, () => {
    if (at + by < 0 || at + by >= size.T) by = -by
    at += by
    return by > 0 ? 'ArrowRight' : 'ArrowLeft'
  })
  return { keys, arrival: at }
}

/** Runs in the page; without a key it waits for the frame only. */
const pressEachFrame = async (keys: readonly (string | null)[]): Promise<Sweep> => {
  const longFrames: number[] = []
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longFrames.push(duration)
  })
  observer.observe({ type: 'long-animation-frame' })
  const frame = (): Promise<number> => new Promise(requestAnimationFrame)
  const intervals: number[] = []
  let before = await frame()
  for (const key of keys) {
    if (key)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    const now = await frame()
    intervals.push(now - before)
    before = now
  }
  // The last frame is reported after it.
  await new Promise((done) => setTimeout(done, 200))
  observer.disconnect()
  return { intervals, longFrames }
}

/** As many frames in which nothing happens: what the display, and other work on the machine, allow. */
export const rest = (page: Page, frames: number): Promise<Sweep> =>
  page.evaluate(
    pressEachFrame,
    Array.from({ length: frames }, () => null),
  )

/** Scrubs from where `startOf` says. Throws when the playhead does not arrive where it should. */
export const sweep = async (page: Page, size: Size, steps: number): Promise<Sweep> => {
  const { keys, arrival } = plan(size, steps)
  const result = await page.evaluate(pressEachFrame, keys)
  const shown = await page.getByRole('slider', { name: 'Timestep', exact: true }).inputValue()
  if (shown !== String(arrival))
    throw new Error(`Expected the playhead at step ${arrival}; it is at ${shown}.`)
  return result
}

/** Training time scrubbed by keys, one a frame: how many frames come, and which of them are long. */
import type { Page } from '@playwright/test'

export interface TrainingScrub {
  readonly frames: number
  /** Long animation frames: of more than 50 ms. */
  readonly long: number
  /** The longest of them, ms; 0 without any. */
  readonly longest: number
}

export const trainingClock = (page: Page) => page.getByRole('slider', { name: 'Training time' })

/** Scrubs for some time to and fro, twenty checkpoints a way. */
export const scrubTraining = (page: Page, ms: number): Promise<TrainingScrub> =>
  trainingClock(page).evaluate(async (slider, duration) => {
    const long: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) long.push(entry.duration)
    })
    observer.observe({ type: 'long-animation-frame' })
    const press = (key: string): boolean =>
      slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    let frames = 0
    for (const from = performance.now(); performance.now() - from < duration; frames++) {
      press(frames % 40 < 20 ? 'ArrowLeft' : 'ArrowRight')
      await new Promise(requestAnimationFrame)
    }
    observer.disconnect()
    return { frames, long: long.length, longest: Math.max(0, ...long) }
  }, ms)

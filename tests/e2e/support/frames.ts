/**
 * The page's time in the test's hands: frames and timers come when the test lets them, so that what is seen on the
 * way does not hang on how fast the machine draws.
 */
import type { Page } from '@playwright/test'

/** What passes between two looks: a few frames, and a part of the shortest motion. */
const FRAME_MS = 40

/** Call before the page is opened. Time goes by as usual until it is stopped. */
export const installTime = (page: Page): Promise<void> => page.clock.install()

/** Stops the page's time, at a time that is still to come when a slow machine hears of it. */
export const stopTime = async (page: Page): Promise<void> => {
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000))
}

/** Lets a time pass, a frame after the other, and gives what is seen before it and after each of them. */
export const framesOf = async <T>(page: Page, duration: number, look: () => Promise<T>): Promise<T[]> => {
  const seen = [await look()]
  for (let time = 0; time < duration; time += FRAME_MS) {
    await page.clock.runFor(FRAME_MS)
    seen.push(await look())
  }
  return seen
}

/**
 * Less motion: with it every change is a cut, from what was to what is, without a frame in between; and playing
 * goes from phase to phase. What comes in later is let in first.
 */
import type { Page } from '@playwright/test'
import { expect, test } from './page.ts'
import { framesOf, installTime, stopTime } from './support/frames.ts'

/** How many pictures of the main column follow within a time, each as its document; the one before counts. */
const picturesWithin = async (page: Page, time: number, key: string): Promise<number> => {
  const look = (): Promise<string> => page.locator('main').innerHTML()
  const before = await look()
  await page.keyboard.press(key)
  return new Set([before, ...(await framesOf(page, time, look))]).size
}

/** The page with what comes in later, and its time stopped. */
const opened = async (page: Page, place: string): Promise<void> => {
  await installTime(page)
  await page.goto(`./#scene=recall&t=9&${place}`)
  await expect(page.locator('#scene-about-title')).toBeAttached()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await stopTime(page)
}

/** Animations and transitions that take time. */
const animations = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().activeDuration) > 1)
      .map((animation) => (animation.effect as KeyframeEffect).target?.className.toString() ?? ''),
  )

const KEYS = [
  'ArrowRight',
  'ArrowLeft',
  'Shift+ArrowRight',
  '2',
  'PageDown',
  'PageUp',
  'End',
  'Home',
  'f',
  'f',
  'g',
  'g',
]

test.use({ locale: 'en-GB' })

for (const [place, keys] of [
  ['cell=lstm', KEYS],
  ['cell=gru&open=z', ['ArrowRight', 'Shift+ArrowRight', '2', 'End']],
  ['compare=1', ['ArrowRight', 'Shift+ArrowRight', '2', 'End']],
] as const)
  test(`with less motion every key is a cut (${place})`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await opened(page, `phase=4&${place}`)
    // What a key asks for the first time may have to be fetched: its pictures are let in.
    for (const key of keys) {
      await page.keyboard.press(key)
      await page.clock.runFor(400)
      await page.waitForLoadState('networkidle')
    }
    for (const key of keys) {
      expect(await picturesWithin(page, 480, key), key).toBeLessThanOrEqual(2)
      expect(await animations(page), key).toEqual([])
    }
  })

test('without that wish the same keys move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await opened(page, 'phase=4&cell=lstm')
  for (const key of ['ArrowRight', 'f']) expect(await picturesWithin(page, 800, key), key).toBeGreaterThan(7)
})

test('playing with less motion goes from phase to phase', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await opened(page, 'phase=1&cell=lstm&speed=1')
  const time = 4000
  const pictures = await picturesWithin(page, time, ' ')
  // At speed 1 a phase takes 300 ms; one picture before, one for the button that is pressed, one begun.
  expect(pictures).toBeLessThanOrEqual(time / 300 + 3)
  expect(pictures).toBeGreaterThan(time / 300 - 3)
})

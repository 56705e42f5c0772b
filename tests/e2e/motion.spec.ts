/**
 * Less motion: with it every change is a cut, from what was to what is, without a frame in between; and playing
 * goes from phase to phase. What comes in later is let in first.
 */
import type { Page } from '@playwright/test'
import { expect, test } from './page.ts'

/** How many pictures of the main column follow within a time, each as its document; the one before counts. */
const picturesWithin = (page: Page, time: number, key: string): Promise<number> =>
  page.evaluate(
    ([duration, pressed]) =>
      new Promise<number>((resolve) => {
        const seen = new Set<string>()
        const look = (): void => {
          seen.add(document.querySelector('main')!.innerHTML)
          if (performance.now() - start < duration) requestAnimationFrame(look)
          else resolve(seen.size)
        }
        const start = performance.now()
        look()
        document.body.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true }))
      }),
    [time, key.startsWith('Shift+') ? { key: key.slice(6), shiftKey: true } : { key }] as const,
  )

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
    await page.goto(`./#scene=recall&t=9&phase=4&${place}`)
    await expect(page.locator('#scene-about-title')).toBeAttached()
    for (const key of keys) await picturesWithin(page, 400, key)
    for (const key of keys) {
      expect(await picturesWithin(page, 500, key), key).toBeLessThanOrEqual(2)
      expect(await animations(page), key).toEqual([])
    }
  })

test('without that wish the same keys move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto('./#scene=recall&t=9&phase=4&cell=lstm')
  await expect(page.locator('#scene-about-title')).toBeAttached()
  for (const key of ['ArrowRight', 'f']) expect(await picturesWithin(page, 600, key), key).toBeGreaterThan(4)
})

test('playing with less motion goes from phase to phase', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('./#scene=recall&t=9&phase=1&cell=lstm')
  await expect(page.locator('#scene-about-title')).toBeAttached()
  const time = 4000
  const pictures = await picturesWithin(page, time, ' ')
  // At speed 1 a phase takes 300 ms; one picture before, one for the button that is pressed, one begun.
  expect(pictures).toBeLessThanOrEqual(time / 300 + 3)
  expect(pictures).toBeGreaterThan(2)
})

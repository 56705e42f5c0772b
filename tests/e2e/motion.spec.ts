/**
 * Less motion: with it every change is a cut, from what was to what is, without a frame in between; and playing
 * goes from phase to phase. What comes in later is let in first.
 */
import type { Page } from '@playwright/test'
import { expect, test } from './page.ts'
import { framesOf, installTime, stopTime } from './support/frames.ts'
import { settled } from './support/settled.ts'

interface Pictures {
  /** Of the stage alone, and of the main column with the panels that follow it. */
  readonly stage: number
  readonly all: number
}

/** How many pictures follow within a time, each as its document; the one before counts. */
const picturesWithin = async (page: Page, time: number, key: string): Promise<Pictures> => {
  // The page keeps the documents and gives each a number: to send them here would take longer than all else.
  const pictures = await page.evaluateHandle(() => new Map<string, number>())
  const look = (): Promise<readonly [number, number]> =>
    pictures.evaluate((known) => {
      const numberOf = (css: string): number => {
        const html = document.querySelector(css)!.innerHTML
        if (!known.has(html)) known.set(html, known.size)
        return known.get(html)!
      }
      return [numberOf('.frame-stage'), numberOf('main')]
    })
  const before = await look()
  await page.keyboard.press(key)
  const seen = [before, ...(await framesOf(page, time, look))]
  await pictures.dispose()
  return { stage: new Set(seen.map(([stage]) => stage)).size, all: new Set(seen.map(([, all]) => all)).size }
}

/** The page with what comes in later, and its time stopped. */
const opened = async (page: Page, place: string): Promise<void> => {
  await installTime(page)
  await page.goto(`./#scene=recall&t=9&${place}`)
  await settled(page)
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
    // What a key asks for the first time is fetched: its picture is let in.
    for (const key of keys) {
      await page.keyboard.press(key)
      await page.clock.runFor(400)
      if (!(await page.evaluate(() => location.hash.includes('reading=gradient')))) continue
      // What is fetched also waits for its turn, in the page's time.
      await expect
        .poll(async () => {
          await page.clock.runFor(100)
          return (await page.locator('.gradient-bands, .gradient-stage, .gradient-inspector').count()) === 3
        })
        .toBe(true)
    }
    for (const key of keys) {
      const { stage, all } = await picturesWithin(page, 480, key)
      expect(stage, key).toBeLessThanOrEqual(2)
      expect(all, key).toBeLessThanOrEqual(3)
      expect(await animations(page), key).toEqual([])
    }
  })

test('without that wish the same keys move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await opened(page, 'phase=4&cell=lstm')
  for (const key of ['ArrowRight', 'f'])
    expect((await picturesWithin(page, 800, key)).stage, key).toBeGreaterThan(7)
})

test('playing with less motion goes from phase to phase', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await opened(page, 'phase=1&cell=lstm&speed=1')
  const time = 4000
  const { stage } = await picturesWithin(page, time, ' ')
  // At speed 1 a phase takes 300 ms; one picture before, one begun.
  expect(stage).toBeLessThanOrEqual(time / 300 + 3)
  expect(stage).toBeGreaterThan(time / 300 - 3)
})

/** Folding and unrolling in the reader's hands: by slider, switch and key, back at any point, with less motion. */
import type { Page } from '@playwright/test'
import { expect, test } from './page.ts'
import { framesOf, installTime, stopTime } from './support/frames.ts'
import { settled } from './support/settled.ts'

const PLACE = '#scene=recall&cell=lstm&t=9&phase=4&slot=f&unit=7'

const opened = async (page: Page, hash = PLACE): Promise<void> => {
  await page.goto(`./${hash}`)
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
  await expect(page.locator('.stage-chain')).toBeVisible()
}

const slider = (page: Page) => page.getByRole('slider', { name: 'How far the chain is folded' })
const form = (page: Page, name: string) =>
  expect(page.locator('.stage-chain')).toHaveAttribute('data-form', name)

test.use({ locale: 'en-GB' })

test('the slider folds by mouse and by keyboard, the counter says what that costs', async ({ page }) => {
  await opened(page)
  const bar = page.locator('.fold-bar')
  await expect(bar).toContainText('24 copies · parameters: 393 in all, the same')
  const box = (await slider(page).boundingBox())!
  await slider(page).click({ position: { x: box.width / 2, y: box.height / 2 } })
  await form(page, 'between')
  await expect(bar).toContainText(/\d+ copies · parameters: 393 in all, the same/)
  await expect(page).toHaveURL(/folded=0\.[45]/)
  await slider(page).press('ArrowLeft')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^\d+ % folded$/)
  await slider(page).press('End')
  await form(page, 'folded')
  await expect(bar).toContainText('1 cell, used 24 times · parameters: 393 in all, the same')
  await expect(page.getByText('next step')).toHaveCount(2)
  await expect(page).toHaveURL(/folded=1/)
  await slider(page).press('Home')
  await form(page, 'unrolled')
  await expect(page.getByText('next step')).toHaveCount(0)
})

test('the switch folds by itself and turns back midway; the key F does the same', async ({ page }) => {
  await opened(page)
  const step = await page.locator('.stage-chain [data-step="9"]').elementHandle()
  // A moment that passes: the page looks out for it, with every frame.
  const begun = page.waitForFunction(() => document.querySelector('.stage-chain[data-form="between"]'))
  await page.getByText('Folded', { exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Folded' })).toBeChecked()
  await begun
  await page.getByText('Unrolled', { exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Unrolled' })).toBeChecked()
  await form(page, 'unrolled')
  await page.locator('body').press('f')
  await form(page, 'folded')
  await expect(page).toHaveURL(/folded=1/)
  // Still the element that it was.
  expect(await step?.evaluate((element) => element.isConnected)).toBe(true)
  await page.goBack()
  await form(page, 'unrolled')
})

test('the memory below fades out and comes again in its other form', async ({ page }) => {
  await installTime(page)
  await page.goto(`./${PLACE}`)
  await settled(page)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await stopTime(page)
  const look = () =>
    page.evaluate(() => {
      const river = document.querySelector('.provenance-river')!
      return {
        seen: Number(getComputedStyle(river).opacity),
        picture: river.querySelector('svg')!.innerHTML,
        height: document.querySelector('.provenance')!.getBoundingClientRect().height,
      }
    })
  await page.keyboard.press('f')
  const frames = await framesOf(page, 960, look)
  const [first, last] = [frames[0]!, frames.at(-1)!]
  expect([first.seen, last.seen]).toEqual([1, 1])
  expect(last.picture).not.toBe(first.picture)
  // Only the two pictures are seen, and the one gives way to the other while nothing of it is.
  const given = frames.findIndex(({ picture }) => picture !== first.picture)
  expect(frames[given - 1]!.seen).toBeLessThan(0.2)
  for (const [k, { seen }] of frames.entries())
    if (k > 0 && k !== given) expect(Math.abs(seen - frames[k - 1]!.seen)).toBeLessThan(0.5)
  for (const { picture, height } of frames.slice(given)) {
    expect(picture).toBe(last.picture)
    expect(height).toBe(first.height)
  }
})

test('width, theme and language may change in the middle of it', async ({ page }) => {
  await opened(page, `${PLACE}&folded=0.5`)
  await form(page, 'between')
  const pane = page.locator('.stage-pane')
  const x = (await pane.getAttribute('x'))!
  for (const width of [1180, 390, 1000]) {
    await page.setViewportSize({ width, height: 844 })
    await expect(pane).toBeVisible()
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
        message: 'no wider than the window',
      })
      .toBe(width)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(pane).toHaveAttribute('x', x)
  await page.getByText('ES', { exact: true }).click()
  await page.getByRole('button', { name: 'Tema oscuro' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('.fold-bar')).toContainText('parámetros: 393 en total, los mismos')
  await expect(pane).toHaveAttribute('x', x)
  // On its way by itself as well.
  await page.getByText('Enrollada', { exact: true }).click()
  await page.setViewportSize({ width: 1000, height: 844 })
  await form(page, 'folded')
})

test('the shared weights are one object: to point at them lights every use', async ({ page }) => {
  await opened(page)
  const joint = page.locator('.stage-joint').first()
  const fill = () => joint.evaluate((element) => getComputedStyle(element).fill)
  const before = await fill()
  await page.locator('.stage-shared text').hover()
  await expect.poll(fill).not.toBe(before)
  await page.mouse.move(2, 700)
  await expect.poll(fill).toBe(before)
  await page.locator('.stage-shared').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await expect.poll(fill).not.toBe(before)
  await expect(page.locator('.stage-shared')).toHaveAttribute(
    'aria-label',
    /393 parameters, the same at each of 24/,
  )
})

test('playing stops after each phase when asked, and scrubbing back gives the same picture', async ({
  page,
}) => {
  await opened(page)
  await page.getByRole('button', { name: 'Stop after each phase' }).click()
  const stage = page.locator('.stage-chain')
  const picture = (): Promise<string> => stage.evaluate((element) => element.outerHTML)
  const before = await picture()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(page).toHaveURL(/t=9&phase=5/)
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'One phase back' }).click()
  await expect(page).toHaveURL(/t=9&phase=4/)
  await page.mouse.move(2, 700)
  await expect.poll(picture).toBe(before)
})

test.describe('with less motion', () => {
  test.use({ reducedMotion: 'reduce' })

  test('folding and stepping jump', async ({ page }) => {
    await opened(page)
    await page.locator('body').press('f')
    expect(await page.locator('.stage-chain').getAttribute('data-form')).toBe('folded')
    await page.locator('body').press('Shift+ArrowRight')
    await expect(page).toHaveURL(/folded=1&t=9&phase=5/)
    await page.locator('body').press('f')
    expect(await page.locator('.stage-chain').getAttribute('data-form')).toBe('unrolled')
  })
})

/** A phone: everything works by touch at 390 px, in a browser that has nothing but fingers. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './page.ts'
import { settled } from './support/settled.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-GB' })
test.describe.configure({ timeout: 150_000 })

/** A finger that is put down in the middle of something, moves sideways and is lifted. */
const drag = async (page: Page, target: Locator, dx: number, at = 0.5): Promise<void> => {
  await target.scrollIntoViewIfNeeded()
  const box = (await target.boundingBox())!
  const session = await page.context().newCDPSession(page)
  const [x, y] = [box.x + box.width * at, box.y + box.height / 2]
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', to: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: to, y }] })
  await touch('touchStart', x)
  for (let k = 1; k <= 8; k++) await touch('touchMove', x + (dx * k) / 8)
  await touch('touchEnd', x + dx)
  await session.detach()
}

test('Explore: scrub, play, phases, units, arithmetic, sheet, fold, compare, gradients', async ({ page }) => {
  await page.goto('./#scene=recall&cell=lstm&t=9&phase=6&slot=f&unit=7')
  const time = page.getByRole('slider', { name: 'Timestep', exact: true })
  await expect(time).toHaveValue('9')
  // A finger does not look where it taps: all must stand where it is to stay.
  await settled(page)
  const stage = page.locator('.stage-chain')

  // The chain moves under the lens with the finger.
  await drag(page, stage, -160)
  await expect(time).not.toHaveValue('9')
  expect(Number(await time.inputValue())).toBeGreaterThan(9)
  const scrubbed = await time.inputValue()
  await drag(page, time, -60)
  await expect(time).not.toHaveValue(scrubbed)
  await page.getByRole('button', { name: 'One timestep on' }).tap()
  await page.getByRole('button', { name: 'Play', exact: true }).tap()
  await page.getByRole('button', { name: 'Pause', exact: true }).tap()
  await page.getByRole('radio', { name: /^phase 3/ }).tap()
  await expect(page.getByRole('radio', { name: /^phase 3/ })).toBeChecked()
  await page.getByRole('radio', { name: /^phase 6/ }).tap()

  const band = page.locator('[data-band="f"]').locator('xpath=..')
  await band.scrollIntoViewIfNeeded()
  // Wherever the step stands that is open now.
  await page.getByRole('button', { name: 'One timestep on' }).tap()
  const box = (await band.boundingBox())!
  const was = await time.inputValue()
  await band.tap({ position: { x: 60, y: box.height / 2 } })
  await expect(time).not.toHaveValue(was)

  await page.locator('[data-stop="i"]').tap()
  await expect(page).toHaveURL(/slot=i/)
  const handle = page.getByRole('button', { name: 'Show more of the inspector' })
  await handle.tap()
  await expect(handle).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('button', { name: 'Open the arithmetic' }).tap()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toBeVisible()
  await sheet.locator('tr.arithmetic-own td[data-weight]').first().tap()
  await expect(sheet.locator('.arithmetic-detail')).toBeVisible()
  await page.getByRole('button', { name: 'Close the arithmetic' }).tap()
  await expect(sheet).toHaveCount(0)

  await page.getByText('Gradient', { exact: true }).tap()
  await expect(page).toHaveURL(/reading=gradient/)
  await page.getByText('Values', { exact: true }).tap()
  await page.getByText('Compare', { exact: true }).tap()
  await expect(page.locator('.stage-compare')).toBeVisible()
  await drag(page, page.locator('.stage-compare'), -80)
  await page.getByText('GRU', { exact: true }).first().tap()
  await page.getByRole('button', { name: 'Fold', exact: true }).tap()
  await expect(page).toHaveURL(/folded=1/)
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('Train: a run, its clock and a laboratory', async ({ page }) => {
  await page.goto('./#page=train&scene=recall')
  const status = page.locator('.train-status')
  await expect(status).toContainText('Untrained')
  await page.getByRole('button', { name: 'Step', exact: true }).tap()
  await page.getByRole('button', { name: 'Step', exact: true }).tap()
  await expect(status).toContainText('update 2', { timeout: 60_000 })
  const clock = page.getByRole('slider', { name: 'Training time' })
  await expect(clock).toHaveAttribute('aria-valuenow', '2')
  await drag(page, clock, -300, 0.9)
  await expect(clock).not.toHaveAttribute('aria-valuenow', '2')
  await page.goto('./#page=train&lab=gradients')
  const radius = page.getByRole('slider', { name: 'Spectral radius of every U' })
  await expect(radius).toBeVisible()
  const before = await radius.inputValue()
  await drag(page, radius, 80)
  await expect(radius).not.toHaveValue(before)
})

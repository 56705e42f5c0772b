/** Pointing at the bands: columns, lens and names; the numbers above them on narrow screens. */
import type { Page } from '@playwright/test'
import { expect, test } from './page.ts'
import { serveSized } from './scene.ts'

test.use({ locale: 'en-GB' })

/** The bands are drawn for the width that they have, with the letters that they are to have. */
const laidOut = async (page: Page): Promise<void> => {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const widthOf = (css: string): number => document.querySelector(css)!.clientWidth
        return Math.abs(widthOf('.bands-rows') - widthOf('#stage'))
      }),
    )
    .toBeLessThanOrEqual(1)
  await page.evaluate(() => document.fonts.ready)
}

for (const reading of ['values', 'gradient'] as const)
  test(`${reading}: a press picks a cell, a dot of the lens, or what a name stands for`, async ({ page }) => {
    await page.goto(`./#scene=recall&cell=lstm&t=9&phase=6&slot=f&unit=7&reading=${reading}`)
    const slider = page.getByRole('slider', { name: 'Timestep', exact: true })
    const band = page.locator('[data-band="i"]')
    await expect(band).toHaveAttribute('aria-valuetext', /unit 7/)
    await laidOut(page)
    const rows = 8
    const { height } = (await band.boundingBox())!
    const y = (1.5 * height) / rows
    const pane = (await page.locator('.bands-pane').first().boundingBox())!

    // The name selects what it names, at the unit and the step of before: the keys go on from there.
    await page.locator('[data-band="o"]').click({ position: { x: 40, y } })
    await page.keyboard.press('ArrowLeft')
    await expect(page.locator('[data-band="o"]')).toHaveAttribute('data-focus', /o 7 8$/)
    await expect(page).toHaveURL(/slot=o/)
    await page.keyboard.press('ArrowRight')
    await expect(slider).toHaveValue('9')
    // The bands follow the stage.
    await expect(band).toHaveAttribute('data-focus', /i 7 9$/)

    await band.click({ position: { x: pane.x + pane.width / 2, y } })
    await expect(band).toHaveAttribute('aria-valuetext', /unit 1/)
    await expect(slider).toHaveValue('9')

    await band.click({ position: { x: pane.x - 10, y: 2.5 * (height / rows) } })
    await expect(band).toHaveAttribute('aria-valuetext', /unit 2/)
    await expect(slider).toHaveValue('8')
    await expect(page.locator('.bands-steps')).toHaveCount(0)
  })

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  for (const reading of ['values', 'gradient'] as const)
    test(`${reading}: the steps' numbers stand above the bands, whole`, async ({ page }) => {
      await serveSized(page, { T: 120, H: 8 })
      await page.goto(`./#scene=recall&cell=lstm&t=119&phase=6&slot=f&unit=7&reading=${reading}`)
      const numbers = page.locator('.bands-steps')
      await expect(numbers.locator('.bands-own')).toHaveText('119')
      await expect(page.locator('.overview-strip')).toBeVisible()
      await laidOut(page)
      // At one moment: what comes in above moves all of them.
      const [own, band, playhead] = await page.evaluate(() =>
        ['.bands-steps .bands-own', '[data-band]', '.bands-playhead, .bands-pane'].map(
          (css) => document.querySelector(css)!.getBoundingClientRect().toJSON() as DOMRect,
        ),
      )
      const { x, y, width, height } = own!
      expect(x + width).toBeLessThanOrEqual(390)
      // The last number hangs over its column, and out of the picture of the columns.
      await expect(numbers).toHaveCSS('overflow', 'visible')
      expect(y + height).toBeLessThanOrEqual(band!.y)
      expect(Math.abs(x + width / 2 - (playhead!.x + playhead!.width / 2))).toBeLessThan(1)
    })
})

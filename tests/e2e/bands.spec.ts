/** Pointing at the bands: the columns and the lens answer, the names at the left do not; numbers on narrow screens. */
import { expect, test } from './page.ts'

test.use({ locale: 'en-GB' })

for (const reading of ['values', 'gradient'] as const)
  test(`${reading}: a press picks a cell or a dot of the lens, and none beside the columns`, async ({
    page,
  }) => {
    await page.goto(`./#scene=recall&cell=lstm&t=9&phase=6&slot=f&unit=7&reading=${reading}`)
    const slider = page.getByRole('slider', { name: 'Timestep', exact: true })
    const band = page.locator('[data-band="i"]')
    await expect(band).toHaveAttribute('aria-valuetext', /unit 7/)
    const rows = 8
    const { height } = (await band.boundingBox())!
    const y = (1.5 * height) / rows
    const pane = (await page.locator('.bands-pane').first().boundingBox())!

    await band.click({ position: { x: 40, y } })
    await page.mouse.move(0, 0)
    await expect(band).toHaveAttribute('aria-valuetext', /unit 7/)
    await expect(slider).toHaveValue('9')

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
      await page.goto(`./#scene=recall&cell=lstm&t=23&phase=6&slot=f&unit=7&reading=${reading}`)
      const numbers = page.locator('.bands-steps')
      await expect(numbers.locator('.bands-own')).toHaveText('23')
      const { x, width } = (await numbers.locator('.bands-own').boundingBox())!
      expect(x + width).toBeLessThanOrEqual(390)
      const playhead = (await page.locator('.bands-playhead, .bands-pane').first().boundingBox())!
      expect(Math.abs(x + width / 2 - (playhead.x + playhead.width / 2))).toBeLessThan(1)
    })
})

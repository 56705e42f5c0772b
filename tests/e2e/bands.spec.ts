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

/** The colours on screen in the middle of every cell of a band of 8 units; at cells' edges the browser rounds. */
const coloursOf = async (page: Page, band: string): Promise<string[]> => {
  const shot = await page.locator(`[data-band="${band}"]`).screenshot()
  return page.evaluate(
    async ([name, picture]) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.codePointAt(0)!)
      const bitmap = await createImageBitmap(new Blob([bytes]))
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
        willReadFrequently: true,
      })!
      context.drawImage(bitmap, 0, 0)
      const row = document.querySelector(`[data-band="${name}"]`)!
      const { left, height } = row.getBoundingClientRect()
      return [...row.querySelectorAll('.bands-heat')].flatMap((heat) => {
        const canvas = heat.querySelector('canvas')!
        const width = canvas.getBoundingClientRect().width / canvas.width
        const window = heat.getBoundingClientRect()
        const columns = Math.round(window.width / width)
        return Array.from({ length: 8 * columns }, (_, k) => {
          const x = window.left - left + (Math.floor(k / 8) + 0.5) * width
          return context.getImageData(x, ((k % 8) + 0.5) * (height / 8), 1, 1).data.join(' ')
        })
      })
    },
    [band, shot.toString('base64')] as const,
  )
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

for (const reading of ['values', 'gradient'] as const)
  test(`${reading}: a long band is the same picture with the steps around the window and with all of them`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    // The browser rests when the test says so.
    await page.addInitScript(() => {
      const waiting = new Map<number, IdleRequestCallback>()
      let newest = 0
      window.requestIdleCallback = (act) => {
        waiting.set(++newest, act)
        return newest
      }
      window.cancelIdleCallback = (id) => void waiting.delete(id)
      addEventListener('rest', () => {
        const all = [...waiting.values()]
        waiting.clear()
        for (const act of all) act({ didTimeout: false, timeRemaining: () => 50 })
      })
    })
    const T = 2000
    await serveSized(page, { T, H: 8 })
    await page.goto(`./#scene=recall&cell=lstm&t=900&phase=6&slot=f&unit=7&reading=${reading}`)
    await expect(page.locator('.overview-strip')).toBeVisible()
    const heat = page.locator('[data-band="i"] canvas')
    const steps = () => heat.evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).width))
    await expect.poll(async () => Math.max(...(await steps()))).toBeGreaterThan(512)
    expect(Math.max(...(await steps()))).toBeLessThan(T)
    await laidOut(page)
    const around = await coloursOf(page, 'i')
    expect(around.length).toBeGreaterThan(8 * 20)
    expect(new Set(around).size).toBeGreaterThan(20)
    await expect
      .poll(async () => {
        await page.evaluate(() => dispatchEvent(new Event('rest')))
        return steps()
      })
      .toEqual([T, T])
    expect(await coloursOf(page, 'i')).toEqual(around)
  })

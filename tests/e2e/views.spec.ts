/**
 * Each view in each theme and each language: nothing for assistive tools to complain about, letters with
 * contrast, nothing that overlaps, is cut or scrolls sideways at any width; pictures kept as artefacts.
 */
import { expect, test } from './page.ts'
import { serve } from './scene.ts'
import { expectAccessible } from './support/accessible.ts'
import { contrastFaults } from './support/contrast.ts'
import { layoutFaults } from './support/layout.ts'
import { elementsOf } from './support/probe.ts'
import { settled } from './support/settled.ts'
import { targetFaults } from './support/targets.ts'
import { heightOf, PLACE, rooms, views } from './support/views.ts'

/** The widths that the layout is made for: a wide screen, the least with the inspector, two narrow ones. */
const WIDTHS = [1440, 1180, 700, 390] as const

/** The layout that a width has. */
const layoutOf = (width: number): string => {
  if (width < 700) return 'narrow'
  return width < 1180 ? 'medium' : 'wide'
}

/** More would make every change of style dear. */
const MOST_ELEMENTS = 3000

// Each view once in each theme and once in each language.
const settings = [
  { colorScheme: 'light', locale: 'en-GB' },
  { colorScheme: 'dark', locale: 'es-ES' },
] as const

for (const { colorScheme, locale } of settings)
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale, reducedMotion: 'reduce' })
    for (const { name, width, hash } of [...views, ...rooms])
      test(name, async ({ page }) => {
        await page.setViewportSize({ width, height: heightOf(width) })
        await page.goto(`./#${hash}`)
        await expect(page.getByRole('slider').first()).toBeVisible()
        if (hash.startsWith('page')) await expect(page.locator('.train-page')).toBeVisible()
        else await settled(page)
        await page.evaluate(() => document.fonts.ready)
        await page.screenshot({
          path: `test-results/views/${name}-${colorScheme}-${locale.slice(0, 2)}.png`,
          fullPage: true,
        })
        await expectAccessible(page)
        await expect.poll(() => contrastFaults(page)).toEqual([])
        expect(await elementsOf(page), 'elements').toBeLessThanOrEqual(MOST_ELEMENTS)
        // A laptop sees stage, clock and the first bands without scrolling.
        if (width === 1440 && name.startsWith('single'))
          for (const band of [0, 1])
            await expect(page.locator('.bands-band').nth(band)).toBeInViewport({ ratio: 1 })
        for (const other of [width, ...WIDTHS.filter((known) => known !== width)]) {
          await page.setViewportSize({ width: other, height: heightOf(other) })
          await expect(page.locator(`.frame-${layoutOf(other)}`)).toBeAttached()
          await expect.poll(() => layoutFaults(page), `the layout at ${other} px`).toEqual([])
          if (other === 1440 || other === 390)
            await expect.poll(() => targetFaults(page), `what is pressed at ${other} px`).toEqual([])
        }
      })
  })

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`${colorScheme}, what opens or fails`, () => {
    test.use({ colorScheme, locale: 'en-GB', reducedMotion: 'reduce' })

    test('the sheet of keys', async ({ page }) => {
      await page.goto(`./#${PLACE}`)
      await page.getByRole('button', { name: 'Keys' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
    })

    test('the drawer', async ({ page }) => {
      await page.setViewportSize({ width: 1000, height: 800 })
      await page.goto(`./#${PLACE}`)
      await page.getByRole('button', { name: 'Inspector' }).click()
      await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
      await expectAccessible(page)
      await page.screenshot({ path: `test-results/views/drawer-${colorScheme}.png` })
    })

    for (const height of ['open', 'full'])
      test(`the bottom sheet, ${height}`, async ({ page }) => {
        await page.setViewportSize({ width: 390, height: 844 })
        await page.goto(`./#${PLACE}`)
        const handle = page.getByRole('button', { name: 'Show more of the inspector' })
        await handle.press('ArrowUp')
        if (height === 'full') await handle.press('ArrowUp')
        await expectAccessible(page)
        await page.screenshot({ path: `test-results/views/sheet-${height}-${colorScheme}.png` })
      })

    test('a failed scene and a wrong address', async ({ page }) => {
      await serve(page, 'recall/scene.json', '{}')
      await page.goto('./#cell=nothing')
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible()
      await expectAccessible(page)
      await page.screenshot({ path: `test-results/views/failure-${colorScheme}.png` })
    })
  })

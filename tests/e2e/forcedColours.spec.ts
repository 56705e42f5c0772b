/** Where the system's colours replace the page's, what is chosen still differs from what is not. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './page.ts'

const background = (element: Locator): Promise<string> =>
  element.evaluate((own) => getComputedStyle(own).backgroundColor)

const differs = async (page: Page, chosen: string, other: string): Promise<void> => {
  const [one, two] = await Promise.all([chosen, other].map((css) => background(page.locator(css).first())))
  expect(one, chosen).not.toBe(two)
}

test.use({ contextOptions: { forcedColors: 'active' }, locale: 'en-GB' })

test('cells, readings, phases and symbols that are chosen are told by the system’s colours', async ({
  page,
}) => {
  await page.goto('./#scene=recall&cell=lstm&t=9&phase=4&slot=f')
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
  await differs(page, '.segmented-option:has(input:checked)', '.segmented-option:not(:has(input:checked))')
  await differs(page, '.stage-phase[aria-checked="true"]', '.stage-phase[aria-checked="false"]')
  await differs(page, '.inspector-chip[aria-pressed="true"]', '.inspector-chip[aria-pressed="false"]')
})

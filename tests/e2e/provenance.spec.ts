/** Where a memory comes from: the numbers add up, ribbons and rows lead to their steps, at every width. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './page.ts'
import { expectAccessible } from './support/accessible.ts'

const open = async (page: Page, address: string): Promise<Locator> => {
  await page.goto(`./#scene=recall&${address}`)
  const panel = page.locator('.provenance')
  await expect(panel).toBeVisible()
  return panel
}

const valueOf = async (cell: Locator): Promise<number> =>
  Number(await cell.locator('[data-value]').getAttribute('data-value'))

/** Written, kept and share of every row with a step of its own. */
const rowsOf = (panel: Locator): Promise<number[][]> =>
  panel
    .locator('tbody tr[data-step]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td [data-value]')].map((number) =>
          Number(number.getAttribute('data-value')),
        ),
      ),
    )

for (const [cell, slot] of [
  ['lstm', 'c'],
  ['gru', 'h'],
] as const)
  test(`the shares of ${cell} add up to ${slot}, to the last digit but three`, async ({ page }) => {
    const panel = await open(page, `cell=${cell}&t=20&phase=6&unit=3`)
    await panel.getByRole('button', { name: 'Show all 22 parts' }).click()
    const rows = await rowsOf(panel)
    // 21 writes and the initial value.
    expect(rows).toHaveLength(22)
    for (const [written, kept, share] of rows) expect(written! * kept!).toBeCloseTo(share!, 14)
    const sum = rows.reduce((total, [, , share]) => total + share!, 0)
    const value = await valueOf(panel.locator('.provenance-sum'))
    expect(Math.abs(sum - value)).toBeLessThanOrEqual(1e-12)
    const sizes = rows.map(([, , share]) => Math.abs(share!))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

test('before the memory of a step is computed, it is the step before that is split', async ({ page }) => {
  const panel = await open(page, 'cell=lstm&t=9&phase=3&unit=7')
  await expect(panel.getByRole('heading')).toContainText('at step 8')
  await expect(panel).toContainText('c of step 9 is not computed yet')
  await page.goto('./#scene=recall&cell=lstm&t=0&phase=1&unit=7')
  await expect(panel).toContainText('Nothing is written yet')
  await expect(panel.getByRole('table')).toHaveCount(0)
})

test('a simple RNN says why it cannot be split, in both languages', async ({ page }) => {
  const panel = await open(page, 'cell=rnn&t=9&phase=6&unit=2')
  await expect(panel).toContainText('h is overwritten at every step')
  await page.getByText('ES', { exact: true }).click()
  await expect(panel).toContainText('h se sobrescribe en cada paso')
})

test('ribbons are reached by keyboard and open their steps', async ({ page }) => {
  const panel = await open(page, 'cell=lstm&t=9&phase=5&unit=2')
  const ribbons = panel.getByRole('option')
  await ribbons.last().focus()
  await expect(ribbons.last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowLeft')
  const before = ribbons.nth((await ribbons.count()) - 2)
  await expect(before).toBeFocused()
  const step = await before.getAttribute('data-step')
  // The row of the same step is lit, if it is among the largest.
  const row = panel.locator(`tbody tr[data-step="${step}"]`)
  if ((await row.count()) > 0) await expect(row).toHaveClass(/active/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`t=${step}&`))
  await expect(panel.getByRole('heading')).toContainText(`at step ${step}`)
})

test('a row leads to its step', async ({ page }) => {
  const panel = await open(page, 'cell=gru&t=12&phase=6&unit=1')
  const button = panel.locator('tbody button').first()
  const step = /t = (\d+)/.exec(await button.innerText())?.[1]
  await button.click()
  await expect(page).toHaveURL(new RegExp(`t=${step}&`))
})

test('a row opened before the update of its step opens it there, and keeps the focus', async ({ page }) => {
  const panel = await open(page, 'cell=lstm&t=14&phase=1&unit=7')
  const button = panel.locator('tbody button').first()
  const step = /t = (\d+)/.exec(await button.innerText())?.[1]
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`t=${step}&phase=4`))
  await expect(panel.getByRole('heading')).toContainText(`at step ${step}`)
  await expect(panel.locator(':focus')).toHaveCount(1)
})

for (const [width, theme, folded] of [
  [1440, 'light', ''],
  [1180, 'dark', '&folded=1'],
  [390, 'dark', ''],
  [390, 'light', '&folded=1'],
] as const)
  test(`nothing is wrong for assistive tools or sideways at ${width} px, ${theme}${folded}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const panel = await open(page, `cell=lstm&t=21&phase=6&unit=2${folded}`)
    await panel.scrollIntoViewIfNeeded()
    await expectAccessible(page, '.provenance')
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width)
  })

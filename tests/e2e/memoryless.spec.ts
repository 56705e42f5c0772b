/** Feed-forward against recurrence: networks meet in the page's worker; the window fails one step beyond its reach. */
import type { Page } from '@playwright/test'
import { runTrial } from '../../src/workers/trial.ts'
import { expect, test } from './page.ts'
import { expectAccessible } from './support/accessible.ts'
import { layoutFaults } from './support/layout.ts'

test.describe.configure({ timeout: 120_000 })

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const row = (page: Page, within: string, id: string) =>
  section(page, within).locator(`tr[data-network="${id}"]`)

test('widen the gap: what the worker trains is what the engine gives in Node; stop keeps it; the slider moves the picture', async ({
  page,
}) => {
  await page.goto('./#page=train&lab=memory&set=k_3*gap_2*seeds_1')
  const gap = section(page, 'Widen the gap')
  await expect(gap.locator('figcaption')).toHaveAttribute('data-inside', 'true')
  await gap.getByRole('button', { name: 'Train', exact: true }).click()
  // Gap 1 and 2, three networks each, come first.
  await expect
    .poll(async () => Number(await gap.locator('[data-made]').getAttribute('data-made')), { timeout: 90_000 })
    .toBeGreaterThanOrEqual(6)
  await gap.getByRole('button', { name: 'Stop' }).click()
  await expect(gap.getByRole('button', { name: 'Train the rest' })).toBeEnabled()
  const expected = runTrial({
    exercise: { kind: 'symbol recall', steps: 2 },
    model: { cell: 'feedforward', size: 8, window: 3, initialiser: 'recommended' },
    seed: 1,
    budget: { updates: 1000, batch: 16, learningRate: 0.01, clip: 1 },
    shuffle: false,
    every: 50,
  })
  const cells = row(page, 'Widen the gap', 'window').locator('td')
  await expect(cells.nth(1)).toHaveAttribute('data-value', String(expected.metric))
  await expect(cells.nth(4)).toHaveText('learned')
  await expect(row(page, 'Widen the gap', 'memoryless')).toContainText('did not learn within this budget')
  // What was trained is there again after a reload.
  await page.reload()
  await expect(cells.nth(1)).toHaveAttribute('data-value', String(expected.metric))
  await expect(gap.getByRole('button', { name: 'Train the rest' })).toBeEnabled()
  await gap.getByRole('slider', { name: 'Gap' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(gap.locator('figcaption')).toHaveAttribute('data-inside', 'false')
  await expect(page).toHaveURL(/set=k_3\*gap_3\*seeds_1/)
})

test('equal parameters: other sizes, told beside each number of parameters, and in the address', async ({
  page,
}) => {
  await page.goto('./#page=train&lab=memory&set=k_4')
  const counts = async (): Promise<readonly number[]> => {
    const cells = section(page, 'Widen the gap').locator('tr[data-network] td:nth-child(2)')
    const texts = await cells.allInnerTexts()
    return texts.map((text) => Number(/[\d,]+/.exec(text)![0].replace(',', '')))
  }
  await expect(row(page, 'Widen the gap', 'rnn')).toContainText('8 units')
  const before = await counts()
  await page.getByRole('group', { name: 'Equal', exact: true }).getByText('parameters').click()
  await expect(page).toHaveURL(/equal_parameters/)
  const after = await counts()
  expect(Math.max(...after)).toBe(Math.max(...before))
  expect(Math.min(...after)).toBeGreaterThan(0.8 * Math.max(...after))
  expect(Math.min(...before)).toBeLessThan(0.8 * Math.max(...before))
})

test('shuffle the steps: one step alone loses nothing, to the last digit', async ({ page }) => {
  await page.goto('./#page=train&lab=memory&scene=sentiment&set=seeds_1')
  const order = section(page, 'Shuffle the steps')
  await expect(order).toContainText('one answer for the whole sequence')
  await page.goto('./#page=train&lab=memory&scene=counting&set=seeds_1')
  await order.getByRole('button', { name: 'Train', exact: true }).click()
  await expect
    .poll(async () => Number(await order.locator('[data-made]').getAttribute('data-made')), {
      timeout: 90_000,
    })
    .toBe(3)
  const values = async (id: string): Promise<readonly (string | null)[]> =>
    Promise.all(
      [1, 2].map((k) => row(page, 'Shuffle the steps', id).locator('td').nth(k).getAttribute('data-value')),
    )
  const [ordered, shuffled] = await values('memoryless')
  expect(shuffled).toBe(ordered)
  await order.getByText('Predict first').click()
  await expect(order).toContainText('cannot depend on where the step stands')
})

for (const theme of ['light', 'dark'] as const)
  test(`no accessibility violations, ${theme}; in Spanish at 390 px nothing stands over the edge`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('./#page=train&lab=memory&set=cells_all*also_yes')
    await expect(section(page, 'Shuffle the steps').getByRole('button', { name: 'Train' })).toBeEnabled()
    await section(page, 'Widen the gap').getByText('All gaps in numbers').click()
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await page
      .getByRole('button', { name: /Español|ES/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'Barajar los pasos' })).toBeVisible()
    await expect.poll(() => layoutFaults(page)).toEqual([])
  })

/** The number of updates that is entered: where a run stops, and how it goes on from there. */
import { expect, test } from './page.ts'
import { expectPreview, fill, open, status, train, updateShown } from './support/trainPage.ts'

test.describe.configure({ timeout: 90_000 })

test('a finished run goes on for the updates entered, and its form says where it stops', async ({ page }) => {
  const updates = page.getByLabel('Updates', { exact: true })
  await open(page)
  await expectPreview(page)
  await fill(page, 'Updates', '5')
  for (let k = 1; k <= 5; k++) {
    await page.getByRole('button', { name: 'Step', exact: true }).click()
    await expect.poll(() => updateShown(page)).toBe(k)
  }
  await expect(status(page)).toContainText('Run finished at update 5')
  await expect(updates).toHaveAccessibleDescription('more, to 10')
  await fill(page, 'Updates', '100000')
  await train(page)
  await expect.poll(() => updateShown(page), { timeout: 30_000 }).toBeGreaterThan(10)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(status(page)).toContainText('Paused at update')
  await expect(updates).toHaveValue('100005')
  await expect(updates).toHaveAccessibleDescription('in all')
  await train(page)
  await expect(status(page)).toContainText('of 100,005')
  const until = (await updateShown(page)) + 1
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(status(page)).toContainText('Paused at update')
  await fill(page, 'Updates', String(until))
  await train(page)
  await expect(status(page)).toContainText('Run finished')
})

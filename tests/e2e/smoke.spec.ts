/** The built page opens, without a word on the console. */
import { expect, test } from './page.ts'

test('the page opens and names itself', async ({ page }) => {
  await page.goto('./')
  await expect(page).toHaveTitle(/Gatescope/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

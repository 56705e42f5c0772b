/** The Train page as its tests use it: its controls, and the runs that it has stored. */
import type { Page } from '@playwright/test'
import { expect } from '../page.ts'

interface StoredRun {
  readonly run: { readonly id: string; readonly update: number }
  readonly resume: { readonly update: number; readonly members: readonly { readonly parameters: number[] }[] }
  readonly savedAt: number
}

/** The heads of all runs in IndexedDB; JSON keeps every bit of a number. */
export const storedRuns = async (page: Page): Promise<readonly StoredRun[]> =>
  JSON.parse(
    await page.evaluate(async () => {
      // Opened too early, it would be made here, and empty.
      const known = await indexedDB.databases()
      if (!known.some(({ name }) => name === 'gatescope-training')) return '[]'
      return new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('gatescope-training')
        opening.addEventListener('error', () => reject(new Error('no database')))
        opening.addEventListener('success', () => {
          const range = IDBKeyRange.bound('head/', 'head0')
          const asking = opening.result.transaction('runs').objectStore('runs').getAll(range)
          asking.addEventListener('success', () => {
            opening.result.close()
            resolve(
              JSON.stringify(asking.result, (_, value: unknown) =>
                value instanceof Float64Array ? [...value] : value,
              ),
            )
          })
        })
      })
    }),
  ) as readonly StoredRun[]

export const status = (page: Page) => page.locator('.train-status')
export const clock = (page: Page) => page.getByRole('slider', { name: 'Training time' })
export const updateShown = async (page: Page): Promise<number> =>
  Number(await clock(page).getAttribute('aria-valuenow'))

/** Opens the page; trains one LSTM unless told. */
export const open = async (
  page: Page,
  scene = 'recall',
  cells: readonly string[] = ['LSTM'],
): Promise<void> => {
  await page.goto(`./#page=train&scene=${scene}`)
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeEnabled()
  for (const name of ['RNN', 'LSTM', 'GRU'])
    await page.getByRole('checkbox', { name, exact: true }).setChecked(cells.includes(name), { force: true })
}

export const fill = (page: Page, label: string, value: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(value)

export const train = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Train', exact: true }).click()

/** The run on screen was opened with the scene's own number of updates; it is the one that will be trained. */
export const expectPreview = async (page: Page): Promise<void> => {
  await expect(page.getByRole('combobox', { name: 'Show' }).locator('option')).toHaveText(['LSTM'])
  await expect(status(page)).toContainText('Untrained')
}

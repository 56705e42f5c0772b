/** Training time scrubbed while three networks train in the worker, and once they are paused. */
import type { Browser } from '@playwright/test'
import { scrubTraining, trainingClock, type TrainingScrub } from '../../e2e/support/trainingScrub.ts'
import { openPage } from './explore.ts'

export interface TrainingScrubs {
  readonly training: TrainingScrub
  readonly paused: TrainingScrub
  readonly seconds: number
}

export const measureTrainingScrub = async (
  browser: Browser,
  url: string,
  seconds: number,
): Promise<TrainingScrubs> => {
  const page = await openPage(browser, url, 'page=train&scene=recall')
  await page.getByLabel('Updates', { exact: true }).fill('1000000')
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  const slider = trainingClock(page)
  await slider.and(page.locator(':not([aria-valuenow="0"])')).waitFor()
  // Some checkpoints to scrub over, and what comes in with the first of them.
  await page.waitForTimeout(5000)
  const training = await scrubTraining(page, 1000 * seconds)
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('Paused at update').waitFor()
  await page.waitForTimeout(1000)
  const paused = await scrubTraining(page, 1000 * seconds)
  await page.close()
  return { training, paused, seconds }
}

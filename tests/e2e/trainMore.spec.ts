/**
 * The Train page before, beside and after training: the untrained picture, formulas with numbers at a checkpoint,
 * where the loss lies, a trained network in Explore, and frames while one scrubs and trains.
 */
import { readFileSync } from 'node:fs'
import { at, optimizer, run } from '../../src/engine/index.ts'
import { sequenceOf } from '../../src/scenes/index.ts'
import { fromPytorch } from '../../src/formats/pytorchNames.ts'
import { readSafetensors } from '../../src/formats/safetensors.ts'
import { createSession } from '../../src/workers/trainingSession.ts'
import { networkOf, taskOf, type TrainingSettings } from '../../src/workers/trainingSettings.ts'
import { expect, test } from './page.ts'
import { pendingRequests, settled } from './support/settled.ts'
import { scrubTraining, trainingClock } from './support/trainingScrub.ts'

test.describe.configure({ timeout: 150_000 })

const settings: TrainingSettings = {
  task: 'recall',
  T: null,
  lossOn: 'last',
  cells: ['rnn', 'lstm', 'gru'],
  hiddenSize: 8,
  equal: 'size',
  layers: 1,
  direction: 'forward',
  batch: 16,
  optimizer: optimizer('adam', { learningRate: 0.01 }),
  clip: 1,
  initialiser: 'recommended',
  seeds: [1],
  updates: 9,
}

test('the untrained picture, the loss on the last step, formulas at a checkpoint, and on to Explore', async ({
  page,
}) => {
  const pending = pendingRequests(page)
  await page.goto('./#page=train&scene=recall')
  const status = page.locator('.train-status')
  await expect(status).toContainText('Untrained')
  await expect(page.locator('.train-baseline')).toHaveCount(3)
  await expect(page.locator('.train-failed')).toHaveCount(0)

  await page.getByText('last step', { exact: true }).click()
  await page.getByLabel('Updates', { exact: true }).fill('9')
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  await expect(status).toContainText('Run finished at update 9', { timeout: 60_000 })
  await expect(page.locator('.train-failed')).toHaveText(
    'Did not learn within this budget: RNN · LSTM · GRU.',
  )

  const task = taskOf(settings, '')
  const session = createSession(task, settings)
  for (let k = 0; k < 4; k++) session.advance()
  const lstm = session.members[1]!
  const parameters = session.checkpoint(false).members[1]!.parameters
  const trace = run(networkOf(task, settings, lstm), parameters, sequenceOf(task.examples[0]!))
  const clock = page.getByRole('slider', { name: 'Training time' })
  await clock.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(clock).toHaveAttribute('aria-valuenow', '4')
  const t = Number(await page.getByRole('slider', { name: 'sequence' }).getAttribute('aria-valuenow'))
  const unit = Number(await page.locator('.train-stage [data-slot="f"]').first().getAttribute('data-unit'))
  for (const slot of ['f', 'c', 'h'])
    await expect(page.locator(`[data-formula="${slot}"]`)).toHaveAttribute(
      'data-value',
      String(at(trace.traces[0]!, t, slot)[unit]),
    )

  const saved = async (name: string): Promise<Buffer> => {
    const arrives = page.waitForEvent('download')
    await page.getByRole('button', { name }).click()
    return readFileSync(await (await arrives).path())
  }
  const { tensors } = readSafetensors(await saved('Export weights'))
  expect(fromPytorch(networkOf(task, settings, lstm), tensors)).toEqual(parameters)
  const told = JSON.parse((await saved('Export run')).toString('utf8')) as {
    settings: unknown
    updates: number
  }
  expect(told).toMatchObject({ settings, updates: 9 })

  await page.getByRole('button', { name: 'Open in Explore' }).press('Enter')
  await expect(page.getByText('Trained on this page: LSTM, update 4, seed 1')).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  const row = page.locator('tr.scene-shown')
  await expect(row).toHaveCount(1)
  await expect(row).toHaveAttribute('data-trained-to', '4')
  await expect(page).not.toHaveURL(/page=train/)
  // They are still there: it takes no connection, once the page itself has come in.
  await settled(page)
  await expect.poll(() => pending.size).toBe(0)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Back to the scene’s own' }).click()
  await expect(page.getByText('Trained on this page')).toBeHidden()
  await expect(page.locator('.stage-title').first()).toBeVisible()
})

test('scrubbing while it trains: long animation frames, as a report', async ({ page }, info) => {
  await page.goto('./#page=train&scene=recall')
  await expect(page.locator('.train-status')).toContainText('Untrained')
  const clock = trainingClock(page)
  await page.getByLabel('Updates', { exact: true }).fill('100000')
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  await expect
    .poll(async () => Number(await clock.getAttribute('aria-valuenow')), { timeout: 60_000 })
    .toBeGreaterThan(200)
  const training = await scrubTraining(page, 3000)
  const reached = Number(await clock.getAttribute('aria-valuemax'))
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.locator('.train-status')).toContainText('Paused at update')
  const resting = await scrubTraining(page, 3000)
  const report = JSON.stringify({ training, resting })
  info.annotations.push({ type: 'long animation frames in 3 s of scrubbing', description: report })
  // It trained and scrubbed at once; how smoothly is reported, not judged: that depends on the machine.
  expect(reached).toBe(100_000)
  expect(training.frames).toBeGreaterThan(0)
})

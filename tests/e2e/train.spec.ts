/** Training in the page: to a solved task, over training time, across reloads, lost workers and two tabs. */
import { at, optimizer, run } from '../../src/engine/index.ts'
import { sequenceOf } from '../../src/scenes/index.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { createSession } from '../../src/workers/trainingSession.ts'
import { networkOf, type TrainingSettings } from '../../src/workers/trainingSettings.ts'
import { expect, test } from './page.ts'
import { expectAccessible } from './support/accessible.ts'
import {
  clock,
  expectPreview,
  fill,
  open,
  status,
  storedRuns,
  train,
  updateShown,
} from './support/trainPage.ts'

const settings: TrainingSettings = {
  task: 'recall',
  T: null,
  lossOn: null,
  cells: ['lstm'],
  hiddenSize: 8,
  equal: 'size',
  layers: 1,
  direction: 'forward',
  batch: 16,
  optimizer: optimizer('adam', { learningRate: 0.01 }),
  clip: 1,
  initialiser: 'recommended',
  seeds: [1],
  updates: 500,
}

test.describe.configure({ timeout: 90_000 })

const task = tasks.recall.create('')

test('a task is solved in the browser, with the weights that the engine gives in Node', async ({ page }) => {
  await open(page)
  await fill(page, 'Updates', String(settings.updates))
  await train(page)
  await expect(status(page)).toContainText('Run finished at update 500', { timeout: 60_000 })
  const row = page.locator('tr[data-cell="lstm"]')
  const metric = Number(await row.locator('td').nth(1).getAttribute('data-value'))
  expect(metric).toBeLessThanOrEqual(task.metric.bound)

  // The page's policy leaves WebAssembly to the worker.
  await expect.poll(() => page.workers().length).toBe(1)
  const [worker] = page.workers()
  const empty = [0, 97, 115, 109, 1, 0, 0, 0]
  const compiles = (bytes: readonly number[]) => Boolean(new WebAssembly.Module(Uint8Array.from(bytes)))
  expect(await worker!.evaluate(compiles, empty)).toBe(true)

  const session = createSession(task, settings)
  while (session.update() < settings.updates) session.advance()
  const { members } = session.resume()
  await expect.poll(async () => (await storedRuns(page))[0]?.resume.update).toBe(500)
  const [stored] = await storedRuns(page)
  expect(stored?.resume.members[0]?.parameters).toEqual([...members[0]!.parameters])
})

test('training time is scrubbed: gates and outputs are those of the weights at that update', async ({
  page,
}) => {
  await open(page)
  await fill(page, 'Updates', '64')
  await train(page)
  await expect(status(page)).toContainText('Run finished', { timeout: 60_000 })
  await clock(page).focus()
  await page.keyboard.press('Home')
  expect(await updateShown(page)).toBe(0)
  for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowRight')
  expect(await updateShown(page)).toBe(36)

  const session = createSession(task, settings)
  while (session.update() < 36) session.advance()
  const network = networkOf(task, settings, session.members[0]!)
  const trace = run(network, session.checkpoint(false).members[0]!.parameters, sequenceOf(task.examples[0]!))
  const output = page.locator('.train-stage [data-slot="y"][data-t="7"]')
  expect(Number(await output.getAttribute('data-value'))).toBe(trace.outputs[7])

  const map = page.locator('[data-map="f"]')
  await map.focus()
  await page.keyboard.press('ArrowRight')
  const t = Number(await map.getAttribute('aria-valuenow'))
  const unit = Number(await page.locator('.train-stage [data-slot="f"]').first().getAttribute('data-unit'))
  expect(Number(await map.getAttribute('data-value'))).toBe(at(trace.traces[0]!, t, 'f')[unit])
  // Down is later in training.
  await page.keyboard.press('ArrowDown')
  expect(await updateShown(page)).toBe(49)
  await page.keyboard.press('End')
  await expect(map).toHaveAttribute('aria-valuenow', (await map.getAttribute('aria-valuemax')) ?? '')
  await page.keyboard.press('Home')
  await expect(map).toHaveAttribute('aria-valuenow', '0')
})

test('a reload offers to go on from what was saved, and loses nothing of it', async ({ page }) => {
  await open(page)
  await expectPreview(page)
  await fill(page, 'Updates', '100000')
  await train(page)
  await expect
    .poll(async () => (await storedRuns(page))[0]?.run.update ?? 0, { timeout: 30_000 })
    .toBeGreaterThan(40)
  // That it saves every second is seen with a clock of the test's own (trainingDriver.test.ts); here, that it goes on,
  // and that nothing of it is lost.
  const savedAt = async (): Promise<number> => (await storedRuns(page))[0]?.savedAt ?? 0
  const first = await savedAt()
  await expect.poll(savedAt, { timeout: 30_000 }).toBeGreaterThan(first)
  const [before] = await storedRuns(page)
  await page.reload()
  await expect(page.getByText('was left unfinished')).toBeVisible()
  const [saved] = await storedRuns(page)
  expect(saved!.savedAt).toBeGreaterThanOrEqual(before!.savedAt)
  expect(saved!.resume.update).toBeGreaterThanOrEqual(before!.resume.update)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(status(page)).toContainText('Paused at update')
  expect(await updateShown(page)).toBe(saved!.resume.update)
  await expect(page.getByLabel('Updates', { exact: true })).toHaveValue('100000')
  await train(page)
  await expect(status(page)).toContainText('of 100,000')
  await expect.poll(() => updateShown(page), { timeout: 30_000 }).toBeGreaterThan(saved!.resume.update)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(status(page)).toContainText('Paused at update')

  const session = createSession(task, settings)
  await expect.poll(async () => (await storedRuns(page))[0]?.resume.update).toBe(await updateShown(page))
  const [stored] = await storedRuns(page)
  while (session.update() < stored!.resume.update) session.advance()
  expect(stored!.resume.members[0]?.parameters).toEqual([...session.resume().members[0]!.parameters])
})

test('a run that changing the scene left is offered again without a reload, and its keys stay in reach', async ({
  page,
}) => {
  await open(page)
  await fill(page, 'Updates', '100000')
  await train(page)
  await expect
    .poll(async () => (await storedRuns(page))[0]?.run.update ?? 0, { timeout: 30_000 })
    .toBeGreaterThan(0)
  await page.goto('./#page=train&scene=co2')
  await expect(status(page)).toContainText('Untrained')
  await page.goBack()
  await expect(page.getByText('was left unfinished')).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).press('Enter')
  await expect(status(page)).toContainText('Paused at update')
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeFocused()
})

test('a killed worker is noticed, and another goes on', async ({ page }) => {
  await open(page)
  await fill(page, 'Updates', '100000')
  await train(page)
  await expect.poll(() => updateShown(page), { timeout: 30_000 }).toBeGreaterThan(30)
  // One that showed the untrained networks may still be ending.
  await expect.poll(() => page.workers().length).toBe(1)
  // The answer goes out before the end comes.
  await page.workers()[0]!.evaluate(() => void setTimeout(() => self.close()))
  await expect(page.getByText('worker was lost')).toBeVisible({ timeout: 30_000 })
  const before = await updateShown(page)
  await expect.poll(() => updateShown(page), { timeout: 30_000 }).toBeGreaterThan(before)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(status(page)).toContainText('Paused at update')
})

test('two tabs train two runs, and neither offers the other’s', async ({ page, context }) => {
  await open(page)
  await fill(page, 'Updates', '100000')
  await train(page)
  await expect.poll(async () => (await storedRuns(page)).length, { timeout: 30_000 }).toBe(1)
  const other = await context.newPage()
  await open(other)
  // What was left is offered before the untrained networks are shown.
  await expect(status(other)).toContainText('Untrained')
  await expect(other.getByText('was left unfinished')).toBeHidden()
  await fill(other, 'Updates', '100000')
  await train(other)
  await expect.poll(() => updateShown(other), { timeout: 30_000 }).toBeGreaterThan(10)
  for (const tab of [other, page]) {
    // A page that is not shown draws no frames, and a click waits for some.
    await tab.bringToFront()
    await tab.getByRole('button', { name: 'Pause' }).click()
  }
  await expect.poll(async () => (await storedRuns(page)).length, { timeout: 30_000 }).toBe(2)
  const ids = (await storedRuns(page)).map((one) => one.run.id)
  expect(new Set(ids).size).toBe(2)
  await other.close()
})

test('a rate that diverges is told, and going back with a lower one trains on', async ({ page }) => {
  await open(page, 'recall', ['GRU'])
  await page.getByText('SGD', { exact: true }).click()
  await fill(page, 'Learning rate α', '5')
  await fill(page, 'Clip norm', '')
  await train(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(/not finite: GRU at update \d+/, { timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'Step', exact: true })).toBeDisabled()
  await expect
    .poll(async () => (await storedRuns(page))[0]?.resume.members[0]?.parameters.every(Number.isFinite))
    .toBe(true)
  await alert.getByRole('button', { name: /^Back to update/ }).click()
  await expect(alert).toBeHidden()
  await expect(page.getByLabel('Learning rate α')).toHaveValue('0.5')
  await expect(status(page)).toContainText('Run finished at update 1,000', { timeout: 60_000 })
})

test('what cannot be trained is refused before it starts, with numbers', async ({ page }) => {
  await open(page)
  const button = page.getByRole('button', { name: 'Train', exact: true })
  await fill(page, 'Hidden units H', '20000')
  await expect(page.getByText(/parameters need about [\d.,]+ GB of memory; the limit is 1 GB/)).toBeVisible()
  await expect(button).toBeDisabled()
  await fill(page, 'Hidden units H', '8')
  await fill(page, 'Batch', '1.5')
  await expect(page.getByLabel('Batch')).toHaveAccessibleDescription(
    'Batch: expected a whole number from 1 to 4,096, got 1.5. Enter one in this range.',
  )
  await page.getByRole('alert').getByRole('button', { name: 'Batch' }).click()
  await expect(page.getByLabel('Batch')).toBeFocused()
  await page.goto('./#page=train&scene=co2')
  await expect(button).toBeEnabled()
  await fill(page, 'Batch', '2000')
  await expect(page.getByText(/2,000 is more than the \d+ sequences there are/)).toBeVisible()
  await expect(button).toBeDisabled()
})

test('equal terms: three cells with near equal parameters over five seeds, with their spread', async ({
  page,
}) => {
  await open(page, 'counting')
  await page.getByRole('button', { name: 'Equal terms' }).click()
  await fill(page, 'Updates', '9')
  await train(page)
  await expect(status(page)).toContainText('Run finished', { timeout: 60_000 })
  await expect(page.locator('[data-curve]')).toHaveCount(15)
  await expect(page.getByText('5 seeds: middle one')).toBeVisible()
  await expect(page.locator('tr[data-cell="rnn"] small').first()).toContainText('–')
})

for (const theme of ['light', 'dark'] as const)
  test(`a trained page has no accessibility violations, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await open(page)
    await fill(page, 'Updates', '9')
    await train(page)
    await expect(status(page)).toContainText('Run finished', { timeout: 60_000 })
    await page.getByText('Numbers as tables').click()
    await expect(page.getByRole('table').last()).toBeVisible()
    await expectAccessible(page)
  })

test('at 390 px, in Spanish, nothing stands over the edge', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./#page=train&scene=recall')
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByText('Ajustes', { exact: true }).first().click()
  await page.getByLabel('Actualizaciones').fill('9')
  await page.getByText('Ajustes', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Entrenar', exact: true }).click()
  await expect(page.locator('.train-status')).toContainText('terminado', { timeout: 60_000 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over).toBeLessThanOrEqual(0)
})

test('the rooms are links, and the page is in the address', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
  await page.getByRole('link', { name: 'Train' }).click()
  await expect(page).toHaveURL(/page=train/)
  await expect(page.getByRole('heading', { name: 'Setup' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Setup' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Explore' })).toHaveAttribute('aria-current', 'page')
})

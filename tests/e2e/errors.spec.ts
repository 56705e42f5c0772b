/** What the page says when the address or a file is wrong, and that the rest goes on. */
import { expect, test as base, type Page } from '@playwright/test'
import { test as quiet } from './page.ts'
import { serve, serveSized, shippedBytes, shippedScene } from './scene.ts'

quiet.use({ locale: 'en-GB' })
base.use({ locale: 'en-GB' })

const WEIGHTS = 'recall/lstm.safetensors'

const failure = (page: Page) => page.getByRole('main').getByRole('alert')

/** The header works whatever failed, and the other cells of the scene do. */
const expectOthersWork = async (page: Page): Promise<void> => {
  await page.getByText('GRU', { exact: true }).first().click()
  await expect(failure(page)).toHaveCount(0)
  await expect(
    page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading').first(),
  ).toBeVisible()
}

quiet('a wrong address is told piece by piece; the rest of it is followed', async ({ page }) => {
  await page.goto('./#scene=nowhere&cell=lstmm&t=99&phase=9&unit=400&slot=q&what=1&speed=2')
  const notice = page.getByRole('status').filter({ hasText: 'Not all of the address' })
  await expect(notice).toContainText('Scene: expected recall')
  await expect(notice).toContainText('got “nowhere”. Shown instead: recall.')
  await expect(notice).toContainText('Cell: expected rnn, lstm, gru; got “lstmm”. Shown instead: lstm.')
  await expect(notice).toContainText('Timestep t: expected 0 – 23; got “99”. Shown instead: 23.')
  await expect(notice).toContainText('Phase: expected 1 – 6; got “9”.')
  await expect(notice).toContainText('Unit: expected 0 – 7; got “400”. Shown instead: 7.')
  await expect(notice).toContainText('Quantity: expected')
  await expect(notice).toContainText('got “what=1”. It was left out.')
  await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('2')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
  await expect(page.getByRole('slider', { name: 'Timestep', exact: true })).toHaveValue('23')
})

quiet('an address that is no address opens the page as ever', async ({ page }) => {
  await page.goto('./#%E0%A4%A&&==%%')
  await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible()
  await expect(page.getByRole('slider', { name: 'Timestep', exact: true })).toHaveValue('9')
})

const damaged: readonly { name: string; says: RegExp; bytes: () => Buffer }[] = [
  {
    name: 'cut short',
    says: /bytes/,
    bytes: () => shippedBytes(WEIGHTS).subarray(0, 900),
  },
  { name: 'empty', says: /at least 8 bytes/, bytes: () => Buffer.alloc(0) },
  {
    name: 'with a value that is not a number',
    says: /rnn\.|readout|finite/,
    bytes: () => {
      const bytes = Buffer.from(shippedBytes(WEIGHTS))
      bytes.writeDoubleLE(NaN, bytes.length - 800)
      return bytes
    },
  },
  {
    name: 'with an infinite value',
    says: /finite/,
    bytes: () => {
      const bytes = Buffer.from(shippedBytes(WEIGHTS))
      bytes.writeDoubleLE(Infinity, bytes.length - 800)
      return bytes
    },
  },
  {
    name: 'of another cell, so with other shapes',
    says: /\[32, 3\].*\[24, 3\]/s,
    bytes: () => shippedBytes('recall/gru.safetensors'),
  },
]

for (const { name, says, bytes } of damaged)
  quiet(`a weights file ${name}`, async ({ page }) => {
    await serve(page, WEIGHTS, bytes())
    await page.goto('./')
    await expect(failure(page)).toContainText('The LSTM of this scene could not be opened')
    await expect(failure(page)).toContainText('recall/lstm.safetensors')
    await expect(failure(page)).toContainText(says)
    await expectOthersWork(page)
    await page.getByText('Compare', { exact: true }).click()
    await expect(page.getByRole('complementary', { name: 'Comparison' })).toBeVisible()
    await page.getByText('LSTM', { exact: true }).first().click()
    await page.unroute(`**/scenes/${WEIGHTS}`)
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await expect(failure(page)).toHaveCount(0)
  })

quiet('an empty sequence', async ({ page }) => {
  const scene = shippedScene()
  for (const example of scene.examples) {
    example.steps = []
    example.targets = []
  }
  await serve(page, 'recall/scene.json', JSON.stringify(scene))
  await page.goto('./')
  await expect(failure(page)).toContainText('This scene could not be opened')
  await expect(failure(page)).toContainText('recall/scene.json')
  await expect(failure(page)).toContainText('steps')
  await page.getByRole('combobox', { name: 'Scene' }).selectOption('counting')
  await expect(failure(page)).toHaveCount(0)
  await expect(page.getByRole('slider', { name: 'Timestep', exact: true })).toBeVisible()
})

quiet('a scene file that is no JSON', async ({ page }) => {
  await serve(page, 'recall/scene.json', '{"format": 1,')
  await page.goto('./')
  await expect(failure(page)).toContainText('This scene could not be opened')
  await expect(failure(page)).toContainText('JSON')
  await page.unroute('**/scenes/recall/scene.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(failure(page)).toHaveCount(0)
})

// A refused request is an error on the console, so these use the plain test.
base('a weights file that is not there', async ({ page }) => {
  await page.route(`**/scenes/${WEIGHTS}`, (route) => route.fulfill({ status: 404, body: 'no' }))
  await page.goto('./')
  await expect(failure(page)).toContainText('HTTP 404')
  await expectOthersWork(page)
})

base('a scene that cannot be reached', async ({ page }) => {
  await page.route('**/scenes/recall/scene.json', (route) => route.abort())
  await page.goto('./')
  await expect(failure(page)).toContainText('This scene could not be opened')
  await page.getByRole('combobox', { name: 'Scene' }).selectOption('counting')
  await expect(failure(page)).toHaveCount(0)
})

const sizes = [
  { T: 1, H: 8 },
  { T: 24, H: 1 },
  { T: 1, H: 1 },
  { T: 24, H: 512 },
]

for (const { T, H } of sizes)
  quiet(`T = ${T}, H = ${H}: every view works`, async ({ page }) => {
    await serveSized(page, { T, H })
    await page.goto('./')
    for (const name of ['RNN', 'LSTM', 'GRU', 'Compare']) {
      await page.getByText(name, { exact: true }).first().click()
      await expect(page).toHaveURL(
        name === 'Compare' ? /compare=1/ : new RegExp(`cell=${name.toLowerCase()}`),
      )
      await expect(page.getByRole('alert')).toHaveCount(0)
      await expect(page.getByRole('complementary')).toContainText(/\d/)
    }
    await page.getByText('Folded', { exact: true }).click()
    await expect(page.locator('.stage-chain')).toHaveAttribute('data-form', 'folded')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.keyboard.press('End')
    await expect(page).toHaveURL(new RegExp(`t=${T - 1}&phase=6`))
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

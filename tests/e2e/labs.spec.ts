/** The laboratories of gradients and of weight decay: what they show is what the engine says, by keyboard too. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { decayPath, GRADIENT_SCALES, shareOf, taskGradients } from '../../src/describe/decayPaths.ts'
import { blocksOf, gradientPaths } from '../../src/describe/vanishing.ts'
import {
  decayingOptimizer,
  initialiseNetwork,
  optimizer,
  optimizerNames,
  partParameters,
  run,
  scaleRecurrent,
} from '../../src/engine/index.ts'
import { loadScene, sequenceOf } from '../../src/scenes/load.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { createClippingRun } from '../../src/workers/clippingRun.ts'
import { expect, test } from './page.ts'
import { shippedBytes } from './scene.ts'
import { expectAccessible } from './support/accessible.ts'
import { layoutFaults } from './support/layout.ts'

test.describe.configure({ timeout: 120_000 })

/** The networks that the page starts afresh, and the ways of their gradients. */
const fresh = async ({ radius, bias, T }: { radius: number; bias: number; T: number }) => {
  const { scene, networks } = await loadScene(
    async (path) => readFileSync(`public/scenes/${path}`, 'utf8'),
    async (path) => new Uint8Array(shippedBytes(path)),
    'recall',
  )
  const steps = sequenceOf(scene.examples[0]!) as number[][]
  const sequence = Array.from({ length: T + 1 }, (_, t) => steps[t % steps.length]!)
  return ['rnn', 'lstm', 'gru'].map((cell) => {
    const { network } = networks[cell]!
    const parameters = initialiseNetwork(network, { scheme: 'forget-bias', seed: 1, forgetBias: bias })
    scaleRecurrent(network.parameters, parameters, radius)
    const layer = run(network, parameters, sequence).traces[0]!
    const paths = gradientPaths(layer, partParameters(network.parts[0]!, parameters))!
    return { cell, network, parameters, paths }
  })
}

const pressTimes = async (page: Page, key: string, times: number): Promise<void> => {
  for (let k = 0; k < times; k++) await page.keyboard.press(key)
}

test('gradients: sliders by keyboard change curves, matrix and clipping as the engine says', async ({
  page,
}) => {
  await page.goto('./#page=train&lab=gradients&scene=recall')
  await page.getByLabel('Spectral radius of every U').focus()
  await pressTimes(page, 'ArrowRight', 6)
  await page.getByLabel(/^Forget bias/).focus()
  await pressTimes(page, 'ArrowRight', 8)
  await page.getByLabel('Delay T').focus()
  await pressTimes(page, 'ArrowLeft', 10)
  await page.getByRole('slider', { name: 'Step t and cell' }).focus()
  await pressTimes(page, 'ArrowRight', 4)
  await expect(page).toHaveURL(/set=radius_1\.3\*bias_3\*delay_30\*t_4/)

  const members = await fresh({ radius: 1.3, bias: 3, T: 30 })
  for (const { cell, paths } of members) {
    const point = (line: string) => page.locator(`[data-line="${line} ${cell}"] circle`)
    await expect(point('h')).toHaveAttribute('data-norm', String(paths.hidden[4]))
    if (!paths.direct) continue
    await expect(point('all')).toHaveAttribute('data-norm', String(paths.memory.norms[4]))
    await expect(point('direct')).toHaveAttribute('data-norm', String(paths.direct.largest[4]))
  }
  const [rnn, lstm] = members
  for (const { of, by, spectral } of blocksOf(lstm!.paths.jacobians[4]!).blocks)
    await expect(page.locator(`tr[data-block="${of}${by}"] td`).first()).toHaveAttribute(
      'data-value',
      String(spectral),
    )

  // Clipping: the short training in the worker is that of the engine, update for update.
  await page.getByRole('slider', { name: 'Step t and cell' }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('heading', { name: /^RNN, t = 4/ })).toBeVisible()
  const clipping = createClippingRun(tasks.recall.create('', null), {
    spec: rnn!.network.spec,
    parameters: rnn!.parameters,
    optimizer: optimizer('sgd', { learningRate: 0.1 }),
    clip: 0.03,
    batch: 16,
    seed: 1,
    updates: 60,
  })
  while (!clipping.done()) clipping.advance()
  const { rows } = clipping.progress()
  await expect(page.locator('g[data-update="60"]')).toHaveAttribute('data-norm', String(rows.at(-1)!.norm), {
    timeout: 60_000,
  })
  for (const { update, norm, clipped } of rows) {
    const mark = page.locator(`g[data-update="${update}"]`)
    await expect(mark).toHaveAttribute('data-norm', String(norm))
    await expect(mark).toHaveAttribute('data-clipped', String(clipped))
  }
  await page.getByRole('slider', { name: 'Update of the short training' }).focus()
  await page.keyboard.press('End')
  await expect(page.locator('.clip-said')).toHaveAttribute('data-step', String(rows.at(-1)!.step))
  await expect(page.locator('.clip-said')).toHaveAttribute('data-whole', String(rows.at(-1)!.whole))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await expectAccessible(page)
  // The address leads back to the same picture.
  await page.reload()
  await expect(page.locator('[data-line="h gru"] circle')).toHaveAttribute(
    'data-norm',
    String(members[2]!.paths.hidden[4]),
  )
})

test('decay: the same under SGD, on weights and on a network; elsewhere as the engine says', async ({
  page,
}) => {
  await page.goto('./#page=train&lab=decay&scene=recall')
  await page.getByLabel(/^λ, share/).focus()
  await pressTimes(page, 'ArrowRight', 2)
  await expect(page).toHaveURL(/set=share_0\.006/)
  const gradients = taskGradients('alternating', 400, 1)
  for (const name of optimizerNames) {
    const card = page.locator(`[data-optimizer="${name}"]`)
    for (const way of ['penalty', 'decay'] as const) {
      const settings = decayingOptimizer(name, way, name === 'adadelta' ? 1 : 0.01, 0.006)
      const path = decayPath(settings, gradients, GRADIENT_SCALES.length)
      for (const column of [0, 3])
        await expect(card.locator(`[data-row="${way}"] td`).nth(column)).toHaveAttribute(
          'data-value',
          String(shareOf(path, column, GRADIENT_SCALES.length)),
        )
    }
  }
  const apart = page.locator('[data-optimizer="sgd"] [data-apart]')
  expect(Number(await apart.getAttribute('data-apart'))).toBeLessThanOrEqual(1e-12)
  await expectAccessible(page)

  for (const name of ['Momentum', 'RMSprop', 'AdaDelta', 'AdamW'])
    await page.getByText(name, { exact: true }).and(page.locator('label *')).first().click()
  await expect(page.getByRole('button', { name: 'Train 6 networks' })).toBeVisible()
  await page.getByRole('button', { name: 'Train 6 networks' }).click()
  await expect(page.getByText('Update 200 of 200.')).toBeVisible({ timeout: 75_000 })
  const net = async (name: string): Promise<number> =>
    Number(await page.locator(`[data-optimizer="${name}"] [data-net-apart]`).getAttribute('data-net-apart'))
  expect(await net('sgd')).toBeLessThanOrEqual(1e-12)
  expect(await net('adam')).toBeGreaterThan(0.1)
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await expectAccessible(page)
})

test.describe('in Spanish at 390 px', () => {
  test.use({ locale: 'es-ES', viewport: { width: 390, height: 844 } })
  for (const { lab, title, ready } of [
    { lab: 'gradients', title: 'Gradientes desvanecientes y explosivos', ready: '[data-line="h lstm"]' },
    { lab: 'decay', title: 'Decaimiento de pesos frente a penalización L2', ready: '[data-line^="sgd"]' },
  ])
    test(`${lab}: nothing stands over the edge`, async ({ page }) => {
      await page.goto(`./#page=train&lab=${lab}&scene=recall`)
      // The page, its scene and then the laboratory come one after the other.
      await expect(page.getByRole('heading', { name: title })).toBeVisible({ timeout: 60_000 })
      await expect(page.locator(ready).first()).toBeAttached()
      await expect.poll(() => layoutFaults(page)).toEqual([])
      await expectAccessible(page)
    })
})

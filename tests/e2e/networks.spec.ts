/**
 * Networks of several layers and directions, and scenes as large as the page takes: the numbers of the part
 * on screen are the engine's, everything is reached by keyboard, and the page stays light.
 */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { at, run, type NetworkTrace, type Trace } from '../../src/engine/index.ts'
import { loadScene, sequenceOf } from '../../src/scenes/load.ts'
import { expect, test } from './page.ts'
import { serveSized, shippedBytes, sizedNetwork } from './scene.ts'
import { expectAccessible } from './support/accessible.ts'
import { layoutFaults } from './support/layout.ts'

test.use({ locale: 'en-GB' })

/** A shipped network run over the first example of its scene, by the engine alone. */
const traceOf = async (scene: string, cell: string): Promise<NetworkTrace> => {
  const text = (path: string) => Promise.resolve(readFileSync(`public/scenes/${path}`, 'utf8'))
  const bytes = (path: string) => Promise.resolve(new Uint8Array(shippedBytes(path)))
  const loaded = await loadScene(text, bytes, scene)
  const { network, parameters } = loaded.networks[cell]!
  return run(network, parameters, sequenceOf(loaded.scene.examples[0]!))
}

/** Every number that the open cell shows, against the trace. Returns how many there were. */
const expectNumbers = async (page: Page, layer: Trace, t: number): Promise<number> => {
  const marks = await page.locator('.anatomy [data-slot][data-unit][data-value]').evaluateAll((elements) =>
    elements.map((element) => {
      const { slot = '', unit, t: step, value } = (element as SVGElement).dataset
      return { slot, unit: Number(unit), t: Number(step), value: Number(value) }
    }),
  )
  const slots = layer.program.slots.map(({ name }) => name)
  let compared = 0
  for (const { slot, unit, t: step, value } of marks) {
    if (!slots.includes(slot) || Number.isNaN(step)) continue
    // What comes in is the step before, or after in a reverse direction; the initial carry is beyond the ends.
    expect([t, layer.reversed ? t + 1 : t - 1]).toContain(step)
    expect(value, `${slot}[${unit}] at step ${step}`).toBe(at(layer, step, slot)[unit])
    compared++
  }
  return compared
}

const choice = (page: Page, name: RegExp): Locator => page.getByRole('radio', { name })

const settled = async (page: Page, search: RegExp): Promise<void> => {
  await expect(page).toHaveURL(search)
  await expect(page.locator('.anatomy')).toBeVisible()
}

test('layer 2 reads h of layer 1, and every number in its open cell is the engine’s', async ({ page }) => {
  const trace = await traceOf('pairs', 'lstm')
  await page.goto('./#scene=pairs&cell=lstm&t=6&phase=6')
  await choice(page, /^layer 2/).click()
  await settled(page, /layer=2/)
  expect(await expectNumbers(page, trace.traces[1]!, 6)).toBeGreaterThan(60)
  await expect(page.locator('[data-band="x"]')).toHaveAttribute('aria-label', /h of layer/)
  await expect(page.locator('[data-band="x"]')).toHaveAttribute('aria-valuetext', /layer 1 h\[5\]/)
  const rows = page.locator('.inspector').getByText(/^layer 1 h\[\d\]$/)
  await expect(rows.first()).toBeVisible()

  // By keyboard: from the map, and from anywhere.
  await choice(page, /^layer 2/).focus()
  await page.keyboard.press('ArrowDown')
  await expect(choice(page, /^layer 1/)).toBeChecked()
  await expect(choice(page, /^layer 1/)).toBeFocused()
  await expect(page.locator('.transport-narration')).toContainText('layer 2 reads it as its input')
  await page.locator('#stage').focus()
  await page.keyboard.press('Shift+ArrowUp')
  await settled(page, /layer=2/)
  await expect(page.locator('.transport-narration')).toContainText('The readout gives')

  await page.getByText('ES', { exact: true }).click()
  await expect(choice(page, /^capa 2/)).toBeChecked()
  await expect(page.locator('[data-band="x"]')).toHaveAttribute('aria-label', /h de la capa/)
})

test('a reverse direction takes in h of step t + 1 and computes leftward', async ({ page }) => {
  const trace = await traceOf('brackets', 'gru')
  await page.goto('./#scene=brackets&cell=gru&t=6&phase=6&direction=reverse')
  await expect(choice(page, /right to left/)).toBeChecked()
  expect(await expectNumbers(page, trace.traces[1]!, 6)).toBeGreaterThan(20)
  await page.locator('#stage').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page).toHaveURL(/t=5&phase=1/)
  await expect(page.locator('.transport-narration')).toContainText('from t = 6')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page).toHaveURL(/t=6&phase=6/)
  await choice(page, /left to right/).click()
  await expect(page).not.toHaveURL(/direction/)
  expect(await expectNumbers(page, trace.traces[0]!, 6)).toBeGreaterThan(20)
})

test('what the address asks for and is not there is told', async ({ page }) => {
  await page.goto('./#scene=pairs&layer=7&direction=reverse&t=4&phase=6')
  const notice = page.getByRole('status').filter({ hasText: 'Not all of the address' })
  await expect(notice).toContainText('Layer: expected 1 – 2; got “7”. Shown instead: 2.')
  await expect(notice).toContainText('Direction: expected forward; got “reverse”. Shown instead: forward.')
  await expect(choice(page, /^layer 2/)).toBeChecked()
})

const nodes = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length)

const MOST_NODES = 3000

for (const sized of [
  { T: 10_000, H: 8, cells: ['lstm', 'gru'] },
  { T: 12, H: 1024, cells: ['lstm'] },
  { T: 300, H: 8, layers: 4, direction: 'bidirectional', cells: ['rnn', 'lstm', 'gru'] },
] as const)
  test(`T = ${sized.T}, H = ${sized.H}, ${'layers' in sized ? '4 layers, both directions' : 'one layer'}`, async ({
    page,
  }) => {
    test.slow()
    await serveSized(page, sized)
    const { network, parameters } = sizedNetwork('lstm', sized)
    const top = network.parts.length - 1
    const { layer, direction } = network.parts[top]!
    const where = top > 0 ? `&layer=${layer + 1}&direction=${direction}` : ''
    const scene = JSON.parse(readFileSync('public/scenes/recall/scene.json', 'utf8')) as {
      examples: { steps: { value: number[] }[] }[]
    }
    const { steps } = scene.examples[0]!
    const inputs = Array.from({ length: sized.T }, (_, t) => steps[t % steps.length]!.value)
    const trace = run(network, parameters, inputs)
    await page.goto(`./#scene=recall&cell=lstm&t=5&phase=6&slot=h&unit=3${where}`)
    // Weights of 34 MB come to the page by way of this process.
    await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false', { timeout: 120_000 })
    const value = page.locator('.inspector-big')
    await expect(value).toHaveAttribute('data-value', String(at(trace.traces[top]!, 5, 'h')[3]))
    expect(await nodes(page)).toBeLessThanOrEqual(MOST_NODES)

    // To both ends, where the window has nothing on one side.
    await page.locator('#stage').focus()
    await page.keyboard.press('End')
    const last = sized.T - 1
    await expect(value).toHaveAttribute('data-t', String(last))
    await expect(value).toHaveAttribute('data-value', String(at(trace.traces[top]!, last, 'h')[3]))
    await page.keyboard.press('ArrowLeft')
    await expect(value).toHaveAttribute('data-t', String(last - 1))
    expect(await nodes(page)).toBeLessThanOrEqual(MOST_NODES)
    const chain = page.locator('.stage-chain')
    await page.getByText('Folded', { exact: true }).click()
    await expect(chain).toHaveAttribute('data-form', 'folded')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.getByText('Unrolled', { exact: true }).click()
    await expect(chain).toHaveAttribute('data-form', 'unrolled')
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(page.getByRole('slider', { name: 'Timestep', exact: true })).toBeVisible()
    await page.setViewportSize({ width: 1180, height: 800 })
    await expect(page.getByRole('alert')).toHaveCount(0)
    if (sized.cells.length > 1) {
      await page.getByText('Compare', { exact: true }).click()
      await expect(page.getByRole('complementary', { name: 'Comparison' })).toBeVisible()
      expect(await nodes(page)).toBeLessThanOrEqual(MOST_NODES)
    }
  })

for (const [width, theme, language] of [
  [1440, 'light', 'en'],
  [1180, 'dark', 'es'],
  [390, 'light', 'es'],
] as const)
  test(`the map fits and is fit for assistive tools at ${width} px, ${theme}, ${language}`, async ({
    page,
  }) => {
    await page.addInitScript((chosen) => localStorage.setItem('gatescope.language', chosen), language)
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    for (const [hash, chosen] of [
      ['scene=pairs&layer=2&t=6&phase=6', /^(layer|capa) 2/],
      ['scene=brackets&direction=reverse&t=6&phase=6', /right to left|derecha a izquierda/],
      ['scene=brackets&cell=gru&direction=reverse&t=6&phase=6', /right to left|derecha a izquierda/],
    ] as const) {
      await page.goto(`./#${hash}`)
      await expect(page.locator('.network [aria-checked="true"]')).toHaveAttribute('aria-label', chosen)
      await expectAccessible(page, '.frame-main')
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(width)
      for (const box of await page
        .locator('.network-choice')
        .evaluateAll((rows) =>
          rows.map((row) => row.getBoundingClientRect().toJSON() as { width: number; height: number }),
        )) {
        expect(box.width).toBeGreaterThanOrEqual(24)
        expect(box.height).toBeGreaterThanOrEqual(24)
      }
      await page.screenshot({ path: `test-results/views/network-${width}-${theme}-${hash.slice(6, 11)}.png` })
      await expect.poll(() => layoutFaults(page)).toEqual([])
    }
  })

/** The way back on the page: every gradient is the engine's and agrees with finite differences, at every width. */
import type { Page } from '@playwright/test'
import { operandValues } from '../../src/describe/contributions.ts'
import { checkGradient } from '../../src/describe/finiteDifference.ts'
import { cellOf, gradAt, run } from '../../src/engine/index.ts'
import { loadScene, sequenceOf } from '../../src/scenes/load.ts'
import { exampleLoss, gradientRun, type GradientRun } from '../../src/store/gradients.ts'
import type { CellRun } from '../../src/store/runs.ts'
import type { Source } from '../../src/store/view.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'
import { expect, test } from './page.ts'
import { expectAccessible } from './support/accessible.ts'

const T = 9

/** What the engine says of a shipped network. */
const gradientsOf = async (scene: string, cell: string, source: Source): Promise<GradientRun> => {
  const loaded = await loadScene(fetchText, fetchBytes, scene)
  const { network, parameters, record } = loaded.networks[cell]!
  const example = loaded.scene.examples[0]!
  const trace = run(network, parameters, sequenceOf(example))
  const shown = { cellId: cell, cell: cellOf(cell), network, parameters, trace, record } as CellRun
  return gradientRun(
    { ...shown, part: 0, layer: trace.traces[0]! },
    exampleLoss(loaded.scene, example),
    source,
  )
}

interface Mark {
  readonly slot: string
  readonly unit: number
  readonly input: number | null
  readonly value: number
}

/** Every gradient that the open cell shows. */
const marksOf = (page: Page): Promise<Mark[]> =>
  page.locator('.back [data-slot^="∂L/∂"][data-value]').evaluateAll((marks) =>
    marks.map((mark) => ({
      slot: mark.getAttribute('data-slot')!.slice(4),
      unit: Number(mark.getAttribute('data-unit')),
      input: mark.hasAttribute('data-input') ? Number(mark.getAttribute('data-input')) : null,
      value: Number(mark.getAttribute('data-value')),
    })),
  )

/** The engine's number for a mark: a gradient, or an element of the step's share of ∂L/∂W; null for a part. */
const expected = ({ layer }: GradientRun, { slot, unit, input }: Mark): number | null => {
  const { slots } = layer.program
  if (input === null) {
    const own = slots.find(({ name }) => name === slot || `(${name.replace('-', '−')})` === slot)
    return own ? gradAt(layer, T, own.name)[unit]! : null
  }
  const sum = slots.find(({ weights, op }) => op === 'affine' && weights.includes(slot))!
  const read = operandValues(layer, T, sum.args[sum.weights.indexOf(slot)]!)
  return gradAt(layer, T, sum.name)[unit]! * read[input]!
}

const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-9)

const choose = (page: Page, group: string, option: string): Promise<void> =>
  page.getByRole('group', { name: group }).getByText(option, { exact: true }).click()

test('a reading that is chosen while the scene comes in stays', async ({ page }) => {
  let comeIn = (): void => undefined
  const wait = new Promise<void>((resolve) => (comeIn = resolve))
  await page.route('**/scene.json', async (route) => {
    await wait
    await route.continue()
  })
  await page.goto('./#scene=recall&cell=gru&t=9')
  await choose(page, 'Values or gradient', 'Gradient')
  comeIn()
  await expect(page.locator('.gradient-stage')).toBeVisible()
  await expect(page).toHaveURL(/cell=gru.*reading=gradient|reading=gradient.*cell=gru/)
})

test('in a reversed direction gradients come in at the left and go to step t + 1 at the right', async ({
  page,
}) => {
  /** How far right of the pane's middle the middle of the forget gate is, both measured at one moment. */
  const forgetAt = (): Promise<number> =>
    page.evaluate(() => {
      const middleOf = (css: string): number => {
        const { left, right } = document.querySelector(css)!.getBoundingClientRect()
        return (left + right) / 2
      }
      return middleOf('.back [data-stop="f"]') - middleOf('.stage-pane')
    })
  const forgets: number[] = []
  for (const direction of ['forward', 'reverse'] as const) {
    await page.goto(
      `./?${direction}#scene=brackets&cell=lstm&direction=${direction}&reading=gradient&t=6&phase=1&slot=c`,
    )
    await expect(page.locator('.back')).toBeVisible()
    forgets.push(await forgetAt())
    const before = direction === 'forward' ? 't−1' : 't+1'
    await expect(page.locator('.back-label').filter({ hasText: before })).toHaveCount(2)
    await expect(page.locator('.transport-narration')).toContainText(
      direction === 'forward' ? 'at step 5' : 'at step 7',
    )
    await page.locator('.gradient-badge').click()
    await expect(page.locator('.gradient-badge')).toHaveAttribute('data-verdict', 'agrees')
  }
  expect(forgets[0]).toBeLessThan(0)
  expect(forgets[1]).toBeCloseTo(-forgets[0]!, 0)
})

for (const [cell, gates] of [
  ['lstm', ['f', 'i', 'g', 'o', 'c', 'h']],
  ['gru', ['r', 'z', 'n', 'h']],
  ['rnn', ['h']],
] as const)
  test(`every gradient of the open ${cell} is the engine’s, and agrees with finite differences`, async ({
    page,
  }) => {
    await page.goto(`./#scene=recall&cell=${cell}&t=${T}&phase=1&slot=h&unit=3`)
    await choose(page, 'Values or gradient', 'Gradient')
    await expect(page.locator('.gradient-stage')).toBeVisible()
    await expect(page).toHaveURL(/reading=gradient/)
    const found = await gradientsOf('recall', cell, 'all')
    const marks = await marksOf(page)
    const seen = new Set<string>()
    for (const mark of marks) {
      const value = expected(found, mark)
      if (value === null) continue
      seen.add(mark.slot)
      expect(close(mark.value, value), `${mark.slot}[${mark.unit}]: ${mark.value}, ${value}`).toBe(true)
    }
    for (const gate of gates.filter((name) => name !== 'c')) expect(seen).toContain(gate)
    expect([...seen].some((name) => name.startsWith('U'))).toBe(true)

    // The inspector: each chip's number, its terms, and the check on the page.
    for (const slot of gates) {
      await page.locator('.inspector-chip').getByText(slot, { exact: true }).click()
      const big = page.locator('.gradient-big')
      await expect(big).toHaveAttribute('data-slot', `∂L/∂${slot}`)
      const shown = Number(await big.getAttribute('data-value'))
      expect(close(shown, gradAt(found.layer, T, slot)[3]!), slot).toBe(true)
      const rows = await page
        .locator('[data-table="comes-from"] [data-link] .inspector-number')
        .evaluateAll((cells) => cells.map((own) => Number(own.getAttribute('data-value'))))
      expect(Math.abs(rows.reduce((sum, value) => sum + value, 0) - shown)).toBeLessThanOrEqual(1e-12)
      const probe = { network: found.run.trace, part: 0, objective: found.objective, slot, unit: 3, t: T }
      expect(checkGradient(probe, shown).verdict, slot).toBe('agrees')
    }
    const badge = page.locator('.gradient-badge')
    await badge.click()
    await expect(badge).toHaveAttribute('data-verdict', 'agrees')
    const read = async (what: string): Promise<number> =>
      Number(await page.locator(`[data-check="${what}"]`).getAttribute('data-value'))
    const [shown, measured, error] = [await read('shown'), await read('measured'), await read('error')]
    expect(close(shown, gradAt(found.layer, T, gates.at(-1)!)[3]!)).toBe(true)
    expect(Math.abs(shown - measured) / Math.abs(shown)).toBeLessThan(1e-6)
    expect(error).toBeLessThan(1e-6)
  })

test('the gradient is sent back from where the reader says, and the address keeps it', async ({ page }) => {
  await page.goto(`./#scene=recall&cell=lstm&reading=gradient&t=${T}&phase=1&slot=c&unit=3`)
  const big = page.locator('.gradient-big')
  const shows = async (source: Source): Promise<void> => {
    const found = await gradientsOf('recall', 'lstm', source)
    const value = gradAt(found.layer, T, 'c')[3]!
    await expect
      .poll(async () => close(Number(await big.getAttribute('data-value')), value), { message: source })
      .toBe(true)
  }
  await shows('all')
  await expect(page.locator('.back-loss[data-sent="true"]:visible')).toHaveCount(24)
  await choose(page, 'Send the gradient back from', 'the last loss')
  await shows('last')
  await expect(page.locator('.back-loss[data-sent="true"]:visible')).toHaveCount(1)
  await choose(page, 'Send the gradient back from', 'one y')
  await expect(big).toHaveAttribute('data-slot', '∂y/∂c')
  await page.getByLabel('Output of step').fill('15')
  await shows('y15')
  await expect(page).toHaveURL(/source=y15/)
  await page.reload()
  await shows('y15')
  // Many to one: one loss, at the end.
  await page.goto('./#scene=sentiment&cell=gru&reading=gradient&t=2&phase=1')
  await expect(page.getByRole('radio', { name: 'GRU', exact: true })).toBeChecked()
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
  await expect(page.locator('.back-loss[data-sent="true"]:visible')).toHaveCount(1)
})

test('keys, clock and folding lead to and from the gradient', async ({ page }) => {
  await page.goto(`./#scene=recall&cell=lstm&t=${T}&phase=4&slot=f&unit=3`)
  await expect(page.locator('.bands').first()).toBeVisible()
  await page.keyboard.press('g')
  await expect(page.locator('.gradient-stage')).toBeVisible()
  const phase = (n: number) => page.locator(`.gradient-stage [data-phase="${n}"]`)
  await expect(phase(4)).toHaveAttribute('aria-checked', 'true')
  // At phase 4, counted back, the gates are still to come.
  await expect(page.locator('.gradient-inspector')).toContainText('Comes with phase 3')
  await page.keyboard.press('3')
  await expect(page.locator('.gradient-big')).toBeVisible()
  await page.getByRole('slider', { name: /gradient of cell state/i }).press('ArrowLeft')
  await expect(page.locator('.gradient-stage')).toContainText('t = 8')
  await page.getByText('Gradients as a table').click()
  await expect(page.getByRole('region', { name: /∂L\/∂c/ })).toBeVisible()
  await page.keyboard.press('Escape')
  // A moment that passes: the page looks out for it, with every frame.
  const passed = page.waitForFunction(() =>
    document.querySelector('.gradient-stage')?.textContent?.replace(/\s/g, ' ').includes('t = 7'),
  )
  await page.getByRole('button', { name: 'Play backward' }).click()
  await passed
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByText('Folded', { exact: true }).click()
  await expect(page.locator('.gradient-stage')).toHaveCount(0)
  await expect(page).not.toHaveURL(/reading=gradient/)
})

for (const [locale, group, option, said] of [
  [
    'en-GB',
    'Values or gradient',
    'Gradient',
    /from Compare they open that cell, folding goes back to values/,
  ],
  [
    'es-ES',
    'Valores o gradiente',
    'Gradiente',
    /desde Comparar abren esa celda; al enrollar se vuelve a los valores/,
  ],
] as const)
  test.describe(locale, () => {
    test.use({ locale })
    test('the switch says that gradients leave Compare for one cell, and does it', async ({ page }) => {
      await page.goto('./#scene=recall&cell=gru&compare=1&t=3&phase=1')
      const reading = page.getByRole('group', { name: group })
      await expect(reading).toHaveAccessibleDescription(said)
      await choose(page, group, option)
      await expect(page.locator('.gradient-stage')).toBeVisible()
      await expect(page).toHaveURL(/cell=gru/)
      await expect(page).not.toHaveURL(/compare=1/)
      await page.keyboard.press('f')
      await expect(page.locator('.gradient-stage')).toHaveCount(0)
      await expect(reading.getByRole('radio').first()).toBeChecked()
    })
  })

for (const [colorScheme, locale] of [
  ['light', 'en-GB'],
  ['dark', 'es-ES'],
] as const)
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale, reducedMotion: 'reduce' })
    for (const width of [1440, 1180, 390])
      test(`looks right and is accessible at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 })
        await page.goto('./#scene=recall&cell=lstm&reading=gradient&t=9&phase=3&slot=c&unit=7')
        await expect(page.locator('.gradient-stage')).toBeVisible()
        await expect(page.locator('.gradient-bands')).toBeVisible()
        await expect(page.locator('#scene-about-title')).toBeAttached()
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
          .toBeLessThanOrEqual(width)
        await expectAccessible(page)
        await page.screenshot({
          path: `test-results/views/gradient-${width}-${colorScheme}.png`,
          fullPage: true,
        })
      })
  })

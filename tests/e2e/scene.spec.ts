/** Under the bands: the forecast of the real series and how each cell did, as the engine computes them. */
import { run } from '../../src/engine/index.ts'
import { oneStepForecast, projection, rootMeanSquare } from '../../src/scenes/forecast.ts'
import { loadScene, sequenceOf } from '../../src/scenes/load.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'
import { expect, test } from './page.ts'
import { expectAccessible } from './support/accessible.ts'

const errorsAt = async (t: number): Promise<Readonly<Record<string, readonly number[]>>> => {
  const { scene, networks } = await loadScene(fetchText, fetchBytes, 'co2')
  const [example] = scene.examples
  const { levels = [], continuation = [], before = [] } = example!
  const observed = [...levels, ...continuation.map(({ level }) => level)]
  const ahead = observed.slice(t + 1)
  const errors = (oneStep: readonly number[], projected: readonly number[]): readonly number[] => [
    rootMeanSquare(oneStep, observed.slice(1, levels.length + 1)),
    rootMeanSquare(projected, ahead),
  ]
  /** The level of step k; negative steps are those of the year before. */
  const level = (k: number): number => (k < 0 ? before.at(k)! : observed[k]!)
  /** The change that led to the same month of the last year of which all is known at step `now`. */
  const lastYears = (step: number, now: number): number => {
    const same = step - 12 * Math.ceil((step - now) / 12)
    return level(same) - level(same - 1)
  }
  const own = Object.entries(networks).map(([cell, { network, parameters }]) => {
    const { outputs, inputs } = run(network, parameters, sequenceOf(example!))
    const known = Array.from(inputs.subarray(0, t + 1))
    const scaling = scene.scaling!
    const projected = projection(network, parameters, known, levels[t]!, ahead.length, scaling)
    return [cell, errors(oneStepForecast(levels, outputs, scaling), projected)] as const
  })
  return {
    baseline: errors(
      levels,
      ahead.map(() => levels[t]!),
    ),
    seasonal: errors(
      levels.map((now, k) => now + lastYears(k + 1, k)),
      ahead.map((_, k) =>
        ahead.slice(0, k + 1).reduce((sum, _own, j) => sum + lastYears(t + 1 + j, t), level(t)),
      ),
    ),
    ...Object.fromEntries(own),
  }
}

test('the forecast follows the playhead, beside repeating the last value, with the engine’s errors', async ({
  page,
}) => {
  await page.goto('./#scene=co2&t=11&phase=6')
  const chart = page.locator('.scene-chart')
  await expect(chart).toHaveAttribute('aria-valuenow', '11')
  const shown = async (): Promise<Readonly<Record<string, readonly number[]>>> =>
    Object.fromEntries(
      await page
        .locator('.scene-errors [data-cell]')
        .evaluateAll((rows) =>
          rows.map((row) => [
            row.getAttribute('data-cell'),
            Array.from(row.querySelectorAll('[data-value]'), (cell) =>
              Number(cell.getAttribute('data-value')),
            ),
          ]),
        ),
    )
  const compare = async (t: number): Promise<void> => {
    const [got, expected] = [await shown(), await errorsAt(t)]
    expect(Object.keys(got).toSorted()).toEqual(Object.keys(expected).toSorted())
    // The browser may round exp and tanh otherwise in the last bit.
    for (const [cell, errors] of Object.entries(expected))
      errors.forEach((value, k) => expect(got[cell]?.[k], `${cell}, step ${t}`).toBeCloseTo(value, 9))
  }
  await compare(11)
  await chart.focus()
  await page.keyboard.press('ArrowRight')
  await expect(chart).toHaveAttribute('aria-valuenow', '12')
  await compare(12)
  const box = (await chart.boundingBox())!
  // The locator scrolls to the chart and waits until it rests; bare coordinates would miss a chart that moves.
  await chart.click({ position: { x: box.width - 140, y: 120 } })
  await expect(chart).toHaveAttribute('aria-valuenow', '23')
  await compare(23)
  await expect(page).toHaveURL(/t=23/)
  await expect(page.locator('[data-line="baseline"]')).toHaveCount(1)
})

for (const theme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`the scene’s text and tables: no violation, nothing wider than the page (${theme}, ${width} px)`, async ({
      page,
    }, info) => {
      await page.emulateMedia({ colorScheme: theme })
      await page.setViewportSize({ width, height: 900 })
      await page.goto('./#scene=co2&t=11&phase=6')
      await page.getByText('Show the answer').click()
      await page.locator('.scene-forecast').getByText('Numbers as a table').click()
      await expect(page.locator('.scene-tall')).toBeVisible()
      await expectAccessible(page, '.scene')
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await page.locator('.scene').screenshot({ path: info.outputPath(`scene-${theme}-${width}.png`) })
    })

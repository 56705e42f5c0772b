/**
 * What a step costs, in counts that hold on any machine: scrubbed, React changes the document at most twice and no
 * band is painted again; a phase that comes in gives new styles to what it changes.
 */
import { expect, test } from './page.ts'
import { settled } from './support/settled.ts'
import { countsAtRest, installProbe } from './support/probe.ts'

const STEPS = 6

for (const [name, hash] of [
  ['unrolled', 'cell=lstm'],
  ['folded', 'cell=lstm&folded=1'],
  ['compared', 'compare=1'],
] as const)
  test(`a scrubbed step, ${name}, takes two commits at most and paints no band`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await installProbe(page)
    await page.goto(`./#scene=recall&t=5&phase=6&unit=7&${hash}`)
    await settled(page)
    const slider = page.getByRole('slider', { name: 'Timestep', exact: true })
    await expect(slider).toHaveValue('5')
    // The first step also ends what the page was opened with.
    await page.keyboard.press('ArrowRight')
    await expect(slider).toHaveValue('6')
    const painted = await countsAtRest(page)
    expect(painted.commits).toBeGreaterThan(0)
    if (name !== 'compared') expect(painted.paints).toBeGreaterThan(0)

    for (let k = 1; k <= STEPS; k++) {
      await page.keyboard.press('ArrowRight')
      await expect(slider).toHaveValue(String(6 + k))
    }
    const scrubbed = await countsAtRest(page)
    expect(scrubbed.paints, 'paints').toBe(painted.paints)
    expect((scrubbed.commits - painted.commits) / STEPS, 'commits a step').toBeLessThanOrEqual(2)
  })

/** Of the open cell alone there are more than seven hundred. */
const MOST_RESTYLED = 250

interface Styles {
  readonly name: string
  readonly args: { readonly elementCount?: number }
}

test('no frame of a phase restyles the whole of the open cell', async ({ page, browser }) => {
  await page.goto('./#scene=recall&cell=lstm&t=5&phase=1&unit=7')
  await settled(page)
  // The first phase also ends what the page was opened with.
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.locator('.stage-phase[aria-checked="true"]')).toContainText('2')
  await settled(page)
  await browser.startTracing(page, { categories: ['devtools.timeline'] })
  for (const phase of [3, 4, 5, 6]) {
    await page.keyboard.press('Shift+ArrowRight')
    await expect(page.locator('.stage-phase[aria-checked="true"]')).toContainText(String(phase))
    // Until it is complete.
    await expect(page.locator('.anatomy-part[style*="--now"]')).toHaveCount(0)
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Styles[] }
  const restyled = traceEvents
    .filter(({ name }) => name === 'UpdateLayoutTree')
    .map(({ args }) => args.elementCount ?? 0)
  expect(restyled.length).toBeGreaterThan(10)
  expect(Math.max(...restyled)).toBeGreaterThan(30)
  expect(Math.max(...restyled)).toBeLessThan(MOST_RESTYLED)
})

/**
 * What a scrubbed step costs, in counts that hold on any machine: React changes the document at most twice
 * and no band is painted again.
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

/** In each reading the lens moves from step to step, over columns that stand still, and rests in the same picture as without motion. */
import { expect, test } from './page.ts'
import { framesOf, installTime, stopTime } from './support/frames.ts'
import { settled } from './support/settled.ts'

interface Sample {
  readonly x: number
  readonly title: string
  /** Left edges of the copies of steps far from the lens. */
  readonly far: readonly number[]
}

const readings = [
  ['the LSTM', 'cell=lstm', '.stage-chain'],
  ['the GRU', 'cell=gru', '.stage-chain'],
  ['gradients', 'cell=lstm&reading=gradient', '.gradient-stage'],
  ['Compare', 'compare=1', '.stage-compare'],
] as const

for (const [name, address, stage] of readings)
  test(`the lens of ${name} glides, its numbers are those of the open step, and the end is the same`, async ({
    page,
  }) => {
    await installTime(page)
    await page.goto(`./#scene=recall&${address}&t=9&phase=6&unit=3`)
    await settled(page)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await stopTime(page)
    const look = (): Promise<Sample> =>
      page.evaluate(() => {
        const leftOf = (css: string): number => document.querySelector(css)!.getBoundingClientRect().left
        return {
          x: leftOf('.stage-lens'),
          title: document.querySelector('.stage-title .stage-now')!.textContent ?? '',
          far: [leftOf('[data-step="3"] .stage-copy'), leftOf('[data-step="20"] .stage-copy')],
        }
      })
    const before = await look()
    await page.keyboard.press('ArrowRight')
    const moved = await framesOf(page, 480, look)
    const [first, last] = [before.x, moved.at(-1)!.x]
    expect(last).toBeGreaterThan(first)
    expect(moved.filter(({ x }) => x > first + 0.1 && x < last - 0.1).length).toBeGreaterThan(5)
    for (const [k, { x, title, far }] of moved.entries()) {
      if (k > 0) expect(x).toBeGreaterThanOrEqual(moved[k - 1]!.x)
      expect(title).toBe('t = 10')
      expect(far).toEqual(before.far)
    }

    const picture = (): Promise<string> => page.locator(stage).evaluate((element) => element.outerHTML)
    const glided = await picture()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('.stage-title .stage-now')).toHaveText('t = 11')
    await page.keyboard.press('ArrowLeft')
    await expect(page.locator('.stage-title .stage-now')).toHaveText('t = 10')
    expect(await picture()).toBe(glided)
  })

test('the bands of gradients go with their stage', async ({ page }) => {
  await installTime(page)
  await page.goto('./#scene=recall&cell=lstm&reading=gradient&t=9&phase=3&unit=3')
  await settled(page)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await stopTime(page)
  /** How far the lens of the bands, and its dots, are from the lens of the stage. */
  const apart = (): Promise<readonly number[]> =>
    page.evaluate(() => {
      const leftOf = (css: string): number => document.querySelector(css)!.getBoundingClientRect().left
      return ['.bands-pane', '[data-band="c"] .bands-lens-place'].map(
        (css) => leftOf(css) - leftOf('.stage-pane'),
      )
    })
  for (const by of await apart()) expect(by).toBeCloseTo(0, 1)
  await page.keyboard.press('ArrowRight')
  const moved = await framesOf(page, 480, apart)
  // They follow once the stage is painted, and are with it from then on.
  const joined = moved.findIndex((all) => all.every((by) => Math.abs(by) < 0.05))
  expect(joined).toBeLessThan(moved.length - 2)
  for (const all of moved.slice(joined)) for (const by of all) expect(by).toBeCloseTo(0, 1)
})

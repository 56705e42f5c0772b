/** The lens moves from step to step, over columns that stand still, and rests in the same picture as without motion. */
import { expect, test } from './page.ts'

interface Sample {
  readonly x: number
  readonly title: string
  /** Left edges of the copies of steps far from the lens. */
  readonly far: readonly number[]
}

for (const cell of ['lstm', 'gru'])
  test(`the lens of the ${cell} glides, its numbers are those of the open step, and the end is the same`, async ({
    page,
  }) => {
    await page.goto(`./#scene=recall&cell=${cell}&t=9&phase=6&unit=3`)
    await expect(page.locator('#scene-about-title')).toBeAttached()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const samples = await page.evaluate(
      () =>
        new Promise<Sample[]>((resolve) => {
          const leftOf = (css: string): number => document.querySelector(css)!.getBoundingClientRect().left
          const seen: Sample[] = []
          const start = performance.now()
          const look = (): void => {
            seen.push({
              x: leftOf('.stage-lens'),
              title: document.querySelector('.stage-title .stage-now')!.textContent ?? '',
              far: [leftOf('[data-step="3"] .stage-copy'), leftOf('[data-step="20"] .stage-copy')],
            })
            if (performance.now() - start < 900) requestAnimationFrame(look)
            else resolve(seen)
          }
          look()
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
          requestAnimationFrame(look)
        }),
    )
    const moved = samples.slice(1)
    const [first, last] = [samples[0]!.x, samples.at(-1)!.x]
    expect(last).toBeGreaterThan(first)
    expect(moved.some(({ x }) => x > first + 1 && x < last - 1)).toBe(true)
    for (const [k, { x, title, far }] of moved.entries()) {
      if (k > 0) expect(x).toBeGreaterThanOrEqual(moved[k - 1]!.x)
      expect(title).toBe('t = 10')
      expect(far).toEqual(samples[0]!.far)
    }

    const picture = (): Promise<string> =>
      page.locator('.stage-chain').evaluate((element) => element.outerHTML)
    const glided = await picture()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('.stage-title .stage-now')).toHaveText('t = 11')
    await page.keyboard.press('ArrowLeft')
    await expect(page.locator('.stage-title .stage-now')).toHaveText('t = 10')
    expect(await picture()).toBe(glided)
  })

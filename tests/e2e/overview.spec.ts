/** A sequence too long to draw: the overview says where the drawn steps lie, and moves them. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './page.ts'
import { expectAccessible } from './support/accessible.ts'

const T = 300

/** The recall scene with its first example repeated to T steps. */
const longScene = (): string => {
  const scene = JSON.parse(readFileSync('public/scenes/recall/scene.json', 'utf8')) as {
    examples: { steps: unknown[]; targets: unknown[] }[]
  }
  const repeated = (list: readonly unknown[]): unknown[] =>
    Array.from({ length: T }, (_, t) => list[t % list.length])
  for (const example of scene.examples) {
    example.steps = repeated(example.steps)
    example.targets = repeated(example.targets)
  }
  return JSON.stringify(scene)
}

const open = async (page: Page, address: string): Promise<Locator> => {
  await page.route('**/scenes/recall/scene.json', (route) => route.fulfill({ body: longScene() }))
  await page.goto(`./#scene=recall&${address}`)
  const strip = page.locator('.overview-strip')
  await expect(strip).toBeVisible()
  return strip
}

/** First and last drawn step, as the strip says. */
const windowOf = async (strip: Locator): Promise<readonly [number, number]> => {
  const text = (await strip.getAttribute('aria-valuetext')) ?? ''
  const [, first = '', last = ''] = /steps (\d+) to (\d+)/.exec(text) ?? []
  return [Number(first), Number(last)]
}

const boxOf = async (strip: Locator) => {
  const box = await strip.boundingBox()
  if (!box) throw new Error('Expected the strip to have a place on the page, found none.')
  return box
}

test('there is none where every step has a column', async ({ page }) => {
  await page.goto('./#scene=recall&cell=lstm&t=9&phase=4')
  await expect(page.locator('.stage-chain')).toBeVisible()
  await expect(page.locator('.overview')).toHaveCount(0)
})

test('keys move a step, a window, and to both ends', async ({ page }) => {
  const strip = await open(page, 'cell=lstm&t=150&phase=6&unit=3')
  const t = (step: number) => expect(strip).toHaveAttribute('aria-valuenow', String(step))
  await strip.focus()
  const [first, last] = await windowOf(strip)
  const page1 = last - first + 1
  await page.keyboard.press('ArrowRight')
  await t(151)
  await page.keyboard.press('ArrowLeft')
  await t(150)
  await page.keyboard.press('PageDown')
  await t(150 + page1)
  await page.keyboard.press('PageUp')
  await t(150)
  await page.keyboard.press('End')
  await t(T - 1)
  expect((await windowOf(strip))[1]).toBe(T - 1)
  await page.keyboard.press('PageDown')
  await t(T - 1)
  await page.keyboard.press('Home')
  await t(0)
  expect((await windowOf(strip))[0]).toBe(0)
  await page.keyboard.press('PageUp')
  await t(0)
  // The phase stays: only the step is moved here.
  await expect(page).toHaveURL(/phase=6/)
})

test('dragging the brush moves the window; a press on it that does not move changes nothing', async ({
  page,
}) => {
  const strip = await open(page, 'cell=lstm&t=150&phase=6&unit=3')
  const { x, y, width, height } = await boxOf(strip)
  const middle = y + height / 2
  const needle = x + (150.5 / T) * width
  await page.mouse.move(needle + 10, middle)
  await page.mouse.down()
  await page.mouse.up()
  await expect(strip).toHaveAttribute('aria-valuenow', '150')

  await page.mouse.move(needle + 10, middle)
  await page.mouse.down()
  await page.mouse.move(needle + 10 + (40 / T) * width, middle, { steps: 5 })
  await expect(strip).toHaveAttribute('aria-valuenow', '190')
  // Past the end it stays at the last step, and comes back.
  await page.mouse.move(x + width + 300, middle, { steps: 3 })
  await expect(strip).toHaveAttribute('aria-valuenow', String(T - 1))
  await page.mouse.move(x - 200, middle, { steps: 3 })
  await expect(strip).toHaveAttribute('aria-valuenow', '0')
  await page.mouse.up()
  await page.mouse.move(x + width / 2, middle)
  await expect(strip).toHaveAttribute('aria-valuenow', '0')

  await page.mouse.click(x + (200.5 / T) * width, middle)
  await expect(strip).toHaveAttribute('aria-valuenow', '200')
  const [first, last] = await windowOf(strip)
  expect(first).toBeLessThan(200)
  expect(last).toBeGreaterThan(200)
})

const lengthOf = async (strip: Locator): Promise<number> => {
  const [first, last] = await windowOf(strip)
  return last - first + 1
}

test('drawing an end of the brush draws fewer steps, down to three, and as many as fit again', async ({
  page,
}) => {
  const strip = await open(page, 'cell=lstm&t=150&phase=6&unit=3')
  const before = await lengthOf(strip)
  const { x, y, width, height } = await boxOf(strip)
  const middle = y + height / 2
  const edge = async (name: 'first' | 'last') => {
    const { x: left, width: own } = await boxOf(strip.locator(`[data-edge=${name}]`))
    return left + own / 2
  }
  const draw = async (from: number, to: number) => {
    await page.mouse.move(from, middle)
    await page.mouse.down()
    await page.mouse.move(to, middle, { steps: 5 })
    await page.mouse.up()
  }
  await draw(await edge('last'), x + (160 / T) * width)
  await expect.poll(() => lengthOf(strip)).toBe(19)
  // The step stays open, and the columns have grown to fill the page.
  await expect(strip).toHaveAttribute('aria-valuenow', '150')
  await draw(await edge('first'), x + width)
  await expect.poll(() => lengthOf(strip)).toBe(3)
  await draw(await edge('last'), x + width + 200)
  await expect.poll(() => lengthOf(strip)).toBe(before)
})

test('plus and minus do it by key, at both ends of the sequence, folded and side by side', async ({
  page,
}) => {
  // 240 presses, of which each may draw all columns anew.
  test.slow()
  for (const more of ['', '&folded=1', '&compare=1']) {
    const strip = await open(page, `cell=lstm&t=150&phase=6&unit=3${more}`)
    await strip.focus()
    const before = await lengthOf(strip)
    for (let k = 0; k < 40; k++) await page.keyboard.press('-')
    await expect.poll(() => lengthOf(strip)).toBe(3)
    await page.keyboard.press('End')
    await expect.poll(() => windowOf(strip)).toEqual([T - 3, T - 1])
    await page.keyboard.press('Home')
    await expect.poll(() => windowOf(strip)).toEqual([0, 2])
    for (let k = 0; k < 40; k++) await page.keyboard.press('+')
    await expect.poll(() => lengthOf(strip)).toBe(before)
    await page.goto('about:blank')
  }
})

test('scrubbing does not paint the memory again', async ({ page }) => {
  const strip = await open(page, 'cell=lstm&t=150&phase=6&unit=3')
  const canvas = strip.locator('canvas')
  // Painting begins by setting the canvas's width, even to what it was.
  await expect(canvas).toHaveAttribute('width', /\d/)
  await canvas.evaluate((line) => {
    line.dataset['painted'] = '0'
    new MutationObserver((records) => {
      line.dataset['painted'] = String(Number(line.dataset['painted']) + records.length)
    }).observe(line, { attributeFilter: ['width'] })
  })
  const painted = async () => Number(await canvas.getAttribute('data-painted'))
  const before = await painted()
  await strip.focus()
  for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowRight')
  await expect(strip).toHaveAttribute('aria-valuenow', '155')
  expect(await painted()).toBe(before)
  // Another unit is another line.
  await page.keyboard.press('ArrowDown')
  await expect.poll(painted).toBeGreaterThan(before)
})

for (const [width, theme, more] of [
  [1440, 'light', ''],
  [1180, 'dark', '&folded=1'],
  [700, 'light', '&compare=1'],
  [390, 'dark', ''],
  [390, 'light', '&folded=1'],
] as const)
  test(`fits and is fit for assistive tools at ${width} px, ${theme}${more}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const strip = await open(page, `cell=lstm&t=${T - 1}&phase=6&unit=3${more}`)
    const box = await boxOf(strip)
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(width)
    await expectAccessible(page, '.overview')
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width)
    await page.screenshot({ path: `test-results/views/overview-${width}-${theme}${more}.png` })
  })

/** The page at a size, open and at rest. */
import type { Browser, Page } from '@playwright/test'
import { serveSized } from '../../e2e/scene.ts'
import { installProbe } from '../../e2e/support/probe.ts'

export interface Size {
  readonly T: number
  readonly H: number
}

/** As the scene comes; any other size is made of its sequence, repeated, and of other weights. */
const SHIPPED: Size = { T: 24, H: 8 }

/** Waits until the page has shown `frames` more frames. */
export const passFrames = (page: Page, frames: number): Promise<void> =>
  page.evaluate(async (n) => {
    for (let k = 0; k < n; k++) await new Promise(requestAnimationFrame)
  }, frames)

/** Opens an address and waits for all that comes in later. Throws what the page throws. */
export const openPage = async (
  browser: Browser,
  url: string,
  hash: string,
  size: Size = SHIPPED,
  viewport = { width: 1440, height: 900 },
): Promise<Page> => {
  const page = await browser.newPage({ viewport, locale: 'en-GB' })
  page.setDefaultTimeout(120_000)
  await installProbe(page)
  if (size !== SHIPPED) await serveSized(page, size)
  await page.goto(`${url}#${hash}`)
  if (hash.includes('page=train')) await page.locator('main.train-page:not([aria-busy="true"])').waitFor()
  else {
    await page.locator('main[aria-busy="false"]').waitFor()
    await page.locator('#scene-about-title').waitFor({ state: 'attached' })
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await passFrames(page, 30)
  return page
}

/** The sizes at which the stage has to be fast. */
export const sizes: readonly Size[] = [SHIPPED, { T: 5000, H: 256 }]

/** Where a scrub of a sequence begins: at the start of a short one, in the midst of a long one. */
export const startOf = ({ T }: Size): number => (T <= 1000 ? 0 : T >> 1)

/** The address of the LSTM at a step. */
export const hashAt = (t: number): string => `scene=recall&cell=lstm&t=${t}&phase=6&slot=f&unit=7`

/** Waiting for all of a page of Explore: its late pieces, its letters, and nothing more on the way. */
import { expect, type Page, type Request } from '@playwright/test'

/** What comes in by itself, in each reading. */
const PIECES = {
  values: ['.stage-chain', '.bands', '.provenance'],
  compare: ['.stage-compare', '.compare-side'],
  gradient: ['.gradient-stage', '.gradient-bands', '.gradient-inspector'],
} as const

/** The reading that an address asks for. */
const readingOf = (hash: string): keyof typeof PIECES => {
  if (hash.includes('compare=1')) return 'compare'
  return hash.includes('reading=gradient') ? 'gradient' : 'values'
}

/** Call once the page has been sent to its address. */
export const settled = async (page: Page): Promise<void> => {
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
  for (const css of [...PIECES[readingOf(page.url())], '#scene-about-title'])
    await expect(page.locator(css).first()).toBeAttached()
  await expect(page.locator('.frame-skeleton')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

/** Requests that are on their way. Call before the page is opened. */
export const pendingRequests = (page: Page): ReadonlySet<Request> => {
  const pending = new Set<Request>()
  page.on('request', (request) => {
    if (request.url().startsWith('http')) pending.add(request)
  })
  page.on('requestfinished', (request) => pending.delete(request))
  page.on('requestfailed', (request) => pending.delete(request))
  return pending
}

/** Going about a page by keyboard alone. */
import { expect, type Locator, type Page } from '@playwright/test'

/** No page has more stops than this. */
const MOST_STOPS = 160

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/**
 * Why one does not see where the focus is, '' when one does: by a ring on the element, or on the label, frame or
 * mark that stands for it.
 */
const unseen = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement
    if (!active?.matches(':focus-visible')) return 'it does not match :focus-visible'
    const marks = [active, active.parentElement, ...active.querySelectorAll('rect, path')]
    const isRinged = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration): boolean =>
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5
    const found = marks.some((mark) => {
      if (!mark) return false
      const { stroke, strokeWidth } = getComputedStyle(mark)
      // What covers an outline of its own has it on what lies over it.
      const isRing = isRinged(getComputedStyle(mark)) || isRinged(getComputedStyle(mark, '::after'))
      const isDrawn = mark !== active && stroke !== 'none' && Number.parseFloat(strokeWidth) >= 1.5
      return isRing || isDrawn
    })
    return found
      ? ''
      : `no ring at ${active.outerHTML.slice(0, 120)}, outline ${getComputedStyle(active).outline}`
  })

/** Presses Tab (or Shift+Tab) until the target has the focus, which has to be seen there. */
export const reach = async (page: Page, target: Locator, backwards = false): Promise<void> => {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if ((await target.count()) === 1 && (await isFocused(target))) {
      expect(await unseen(page), `the focus on ${String(target)}`).toBe('')
      return
    }
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`Expected Tab to reach ${String(target)}; it did not in ${MOST_STOPS} stops.`)
}

/** After what was done the focus is on something, so that the next key goes on from there. */
export const expectKept = async (page: Page): Promise<void> => {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'BODY'), {
      message: 'what has the focus',
    })
    .not.toBe('BODY')
}

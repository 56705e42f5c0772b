/** Nothing for assistive tools to complain about: axe on the whole page, or on a part of it. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Only violations are worked out in full, and told by their markup: the selectors of all that passes
 * take axe twice as long as its rules do.
 * @param part selector of the part to look at; the whole page unless told
 */
export const expectAccessible = async (page: Page, part?: string): Promise<void> => {
  const axe = new AxeBuilder({ page })
    // The page has no frames that would have to be run apart.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], selectors: false })
  const { violations } = await (part ? axe.include(part) : axe).analyze()
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([])
}

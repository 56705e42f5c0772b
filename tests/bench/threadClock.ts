/**
 * The time that the page's own thread has spent on a processor, in milliseconds, as the browser counts it. On a
 * machine that others use too, this says what work costs; the clock on the wall says how long one waited.
 */
import type { CDPSession, Page } from '@playwright/test'

/** Milliseconds of processor time so far, or null where the system does not count it. */
const spent = async (session: CDPSession): Promise<number | null> => {
  const { metrics } = await session.send('Performance.getMetrics')
  const found = metrics.find(({ name }) => name === 'ThreadTime')
  return found ? 1000 * found.value : null
}

/** Gives the page a `threadTime`. Returns false, and does nothing, where the system does not count it. */
export const giveThreadClock = async (page: Page): Promise<boolean> => {
  // The session is the page's own: no other process can be taken for it.
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  if ((await spent(session)) === null) return false
  await page.exposeFunction('threadTime', () => spent(session))
  return true
}

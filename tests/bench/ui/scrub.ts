/** What a scrubbed step costs: counts of work, and whether the display's frame rate holds. */
import type { Browser, CDPSession, Page } from '@playwright/test'
import { countsOf } from '../../e2e/support/probe.ts'
import { median } from '../page/timing.ts'
import { startOf, type Size } from './explore.ts'
import { rest, sweep } from './sweep.ts'
import { countAllocated, countForced } from './tracing.ts'

/** All but the frames are per step. */
export interface Scrub {
  readonly size: Size
  readonly steps: number
  readonly commits: number
  readonly paints: number
  readonly pixels: number
  readonly layouts: number
  readonly styles: number
  readonly forcedLayouts: number
  readonly forcedStyles: number
  /** Milliseconds of processor time of the page's thread. */
  readonly scriptMs: number
  readonly taskMs: number
  /** Bytes allocated; and bytes that are still held after a collection. */
  readonly allocated: number
  readonly held: number
  /** Frames of 50 ms and more in the scrub, and in as many frames of rest before it. */
  readonly longFrames: number
  readonly longFramesAtRest: number
  /** Median milliseconds from frame to frame. */
  readonly interval: number
  readonly intervalAtRest: number
}

const metricsOf = async (session: CDPSession): Promise<(name: string) => number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (name) => {
    const found = metrics.find((metric) => metric.name === name)
    if (!found) throw new Error(`Expected the browser to count ${name}; it does not.`)
    return found.value
  }
}

const toStart = async (page: Page, size: Size): Promise<void> => {
  const slider = page.getByRole('slider', { name: 'Timestep', exact: true })
  await slider.fill(String(startOf(size)))
  await slider.blur()
  await rest(page, 30)
}

/** On a page that shows the step of `startOf`. */
export const measureScrub = async (
  browser: Browser,
  page: Page,
  size: Size,
  steps: number,
): Promise<Scrub> => {
  // What is not timed needs fewer steps to tell the mean.
  const some = Math.ceil(steps / 4)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  try {
    // Once without counting, so that the compiler has seen it.
    await sweep(page, size, some)
    await toStart(page, size)
    const atRest = await rest(page, steps)

    await session.send('HeapProfiler.collectGarbage')
    const [countsBefore, before] = [await countsOf(page), await metricsOf(session)]
    const scrubbed = await sweep(page, size, steps)
    const [counts, after] = [await countsOf(page), await metricsOf(session)]
    await session.send('HeapProfiler.collectGarbage')
    const collected = await metricsOf(session)

    await toStart(page, size)
    const forced = await countForced(browser, page, () => sweep(page, size, some))
    await toStart(page, size)
    const allocated = await countAllocated(session, () => sweep(page, size, some))

    const each = (name: string, end = after): number => (end(name) - before(name)) / steps
    return {
      size,
      steps,
      commits: (counts.commits - countsBefore.commits) / steps,
      paints: (counts.paints - countsBefore.paints) / steps,
      pixels: (counts.pixels - countsBefore.pixels) / steps,
      layouts: each('LayoutCount'),
      styles: each('RecalcStyleCount'),
      forcedLayouts: forced.layouts / some,
      forcedStyles: forced.styles / some,
      scriptMs: 1000 * each('ScriptDuration'),
      taskMs: 1000 * each('TaskDuration'),
      allocated: allocated / some,
      held: each('JSHeapUsedSize', collected),
      longFrames: scrubbed.longFrames.length,
      longFramesAtRest: atRest.longFrames.length,
      interval: median(scrubbed.intervals),
      intervalAtRest: median(atRest.intervals),
    }
  } finally {
    await session.detach()
  }
}

/** A new network on screen: from another example chosen to its picture, in processor time of the page's thread. */
import type { Browser, CDPSession, Page } from '@playwright/test'
import { median } from '../page/timing.ts'
import { openPage, passFrames, type Size } from './explore.ts'

export const EDITED: Size = { T: 500, H: 64 }

/** Median milliseconds. */
export interface Edit {
  /** Running the network, deriving what is drawn, React. */
  readonly scriptMs: number
  readonly stylesMs: number
  readonly layoutMs: number
  /** All work of the thread, painting with it, until the second frame after the choice. */
  readonly taskMs: number
}

const NAMES = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration', 'TaskDuration'] as const

const metricsOf = async (session: CDPSession): Promise<readonly number[]> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return NAMES.map((name) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? NaN))
}

/** Chooses an example in the page, as a press on the list does, and waits until its picture has been painted. */
const choose = (page: Page, example: number): Promise<void> =>
  page.getByRole('combobox', { name: 'Example', exact: true }).evaluate(async (list, value) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!
    set!.call(list, String(value))
    list.dispatchEvent(new Event('change', { bubbles: true }))
    for (let k = 0; k < 2; k++) await new Promise(requestAnimationFrame)
    // What is painted for a frame comes after its callbacks.
    await new Promise((done) => setTimeout(done))
  }, example)

/** Frames in which what comes later, as the written address, ends. */
const SETTLED = 30

export const measureEdit = async (browser: Browser, url: string, times: number): Promise<Edit> => {
  const { T } = EDITED
  const page = await openPage(
    browser,
    url,
    `scene=recall&cell=lstm&t=${T >> 1}&phase=6&slot=f&unit=7`,
    EDITED,
  )
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const rows: number[][] = []
  // The first ones are for the compiler.
  for (let k = -8; k < times; k++) {
    const before = await metricsOf(session)
    await choose(page, Math.abs(k) % 2)
    const after = await metricsOf(session)
    if (k >= 0) rows.push(after.map((value, n) => value - before[n]!))
    await passFrames(page, SETTLED)
  }
  await page.close()
  const [scriptMs, stylesMs, layoutMs, taskMs] = NAMES.map((_, n) => median(rows.map((row) => row[n]!)))
  return { scriptMs: scriptMs!, stylesMs: stylesMs!, layoutMs: layoutMs!, taskMs: taskMs! }
}

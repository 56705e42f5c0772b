/** Counts what a change costs in the page: React's commits, paints of canvases and their area, elements. */
import { expect, type Page } from '@playwright/test'

export interface Counts {
  /** Times that React changed the document. */
  readonly commits: number
  /** Calls that put pixels on a canvas, and how many pixels they cover at most. */
  readonly paints: number
  readonly pixels: number
}

interface Probed {
  probe: { commits: number; paints: number; pixels: number }
}

/** Runs in the page before its own scripts. */
const install = (): void => {
  const counts = { commits: 0, paints: 0, pixels: 0 }
  const target = window as unknown as Probed & Record<string, unknown>
  target.probe = counts
  const nothing = (): void => {}
  // What React calls when developer tools listen, in production too.
  target['__REACT_DEVTOOLS_GLOBAL_HOOK__'] = {
    renderers: new Map(),
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: () => {
      counts.commits++
    },
    onCommitFiberUnmount: nothing,
    onPostCommitFiberRoot: nothing,
    onScheduleFiberRoot: nothing,
    checkDCE: nothing,
  }
  const { prototype } = CanvasRenderingContext2D
  const methods = prototype as unknown as Record<string, (...values: unknown[]) => unknown>
  for (const name of ['putImageData', 'drawImage', 'fillRect', 'fill', 'stroke', 'strokeRect', 'fillText']) {
    const original = methods[name]!
    methods[name] = function count(this: CanvasRenderingContext2D, ...values: unknown[]): unknown {
      const [image] = values
      counts.paints++
      counts.pixels +=
        image instanceof ImageData ? image.width * image.height : this.canvas.width * this.canvas.height
      return Reflect.apply(original, this, values)
    }
  }
}

/** Call before the page is opened. */
export const installProbe = async (page: Page): Promise<void> => {
  await page.addInitScript(install)
}

/** Longer than a panel that follows waits; what comes in by itself is to be there before (`settled`). */
const REST_MS = 500

/** What was counted since the page was opened. */
export const countsOf = (page: Page): Promise<Counts> =>
  page.evaluate(() => ({ ...(window as unknown as Probed).probe }))

/** The same, once what comes in late and what follows has come: when nothing more was counted for a while. */
export const countsAtRest = async (page: Page): Promise<Counts> => {
  let now = await countsOf(page)
  await expect
    .poll(
      async () => {
        const before = now
        // Here, and not between the looks: the first look comes at once.
        await page.waitForTimeout(REST_MS)
        now = await countsOf(page)
        return now.commits - before.commits + now.paints - before.paints
      },
      { message: 'the page comes to rest', intervals: [0] },
    )
    .toBe(0)
  return now
}

/** Elements of the document. */
export const elementsOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('*').length)

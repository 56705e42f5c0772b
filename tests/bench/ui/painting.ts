/** Builds the page that paints a band, serves it and runs it. */
import { join, resolve } from 'node:path'
import type { Browser } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { Timed } from '../page/timing.ts'
import { giveThreadClock } from '../threadClock.ts'
import { serveFolder } from './serving.ts'

export interface Painting {
  /** Canvas at 1000 × 128, at 5000 × 256, SVG mounted, SVG with new colours. */
  readonly tasks: readonly Timed[]
  /** Whether times are those of the page's thread, rather than of the clock on the wall. */
  readonly counted: boolean
}

interface BenchWindow {
  measurePainting: (rounds: number) => Promise<Timed[]>
}

export const measurePainting = async (browser: Browser, rounds: number): Promise<Painting> => {
  const root = join(import.meta.dirname, 'page')
  const outDir = resolve(import.meta.dirname, '../../../node_modules/.cache/bench-ui')
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'esnext' },
  })
  const server = await serveFolder(root, outDir)
  const page = await browser.newPage()
  try {
    await page.goto(server.url)
    await page.waitForFunction(() => 'measurePainting' in globalThis)
    const counted = await giveThreadClock(page)
    const tasks = await page.evaluate(
      (n) => (globalThis as unknown as BenchWindow).measurePainting(n),
      rounds,
    )
    return { tasks, counted }
  } finally {
    await page.close()
    await server.close()
  }
}

/** Layouts that scripts force, and what they allocate: counted by the browser's own trace and its profiler. */
import type { Browser, CDPSession, Page } from '@playwright/test'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
}

/** A script is running in these. */
const SCRIPTS = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'v8.callFunction',
])

const LAYOUTS = new Set(['Layout', 'UpdateLayoutTree'])

/** Styles or layouts that were computed within a script, rather than once before a frame is painted. */
export const forcedIn = (events: readonly TraceEvent[]): { layouts: number; styles: number } => {
  const forced = { layouts: 0, styles: 0 }
  const scripts = events.filter(({ name, ph }) => ph === 'X' && SCRIPTS.has(name))
  for (const event of events) {
    if (!LAYOUTS.has(event.name) || (event.ph !== 'X' && event.ph !== 'B')) continue
    const inside = scripts.some(
      ({ pid, tid, ts, dur = 0 }) =>
        pid === event.pid && tid === event.tid && ts <= event.ts && event.ts < ts + dur,
    )
    if (inside) forced[event.name === 'Layout' ? 'layouts' : 'styles']++
  }
  return forced
}

/** Forced layouts and styles while `work` runs. */
export const countForced = async (
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<{ layouts: number; styles: number }> => {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8', 'v8.execute'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  return forcedIn(traceEvents)
}

interface Sampled {
  readonly selfSize: number
  readonly children: readonly Sampled[]
}

const bytesOf = ({ selfSize, children }: Sampled): number =>
  children.reduce((sum, child) => sum + bytesOf(child), selfSize)

/** Bytes that scripts allocate while `work` runs, freed or not: an estimate from a sample every 8 kB or so. */
export const countAllocated = async (session: CDPSession, work: () => Promise<unknown>): Promise<number> => {
  await session.send('HeapProfiler.startSampling', {
    samplingInterval: 8192,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  })
  await work()
  const { profile } = await session.send('HeapProfiler.stopSampling')
  return bytesOf(profile.head)
}

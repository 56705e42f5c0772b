/** Interaction to next paint: how long the picture that answers a key or a click lets wait, on a slow processor. */
import type { Page } from '@playwright/test'
import { median } from '../page/timing.ts'
import { passFrames, type Size } from './explore.ts'

/** How many times slower than this machine. */
export const THROTTLE = 4

export interface Interaction {
  readonly what: string
  readonly size: Size
  /** Milliseconds of event timing, which is in steps of 8; what takes less than 16 counts as 16. */
  readonly median: number
  readonly worst: number
  /** Median milliseconds until the picture has been painted, where the control that was pressed answers before it. */
  readonly picture: number | null
}

interface Timed {
  eventTimings: { id: number; start: number; duration: number }[]
}

const UNREPORTED = 16

/** Frames in which motions end. */
const SETTLED = 45

/** Collects the durations of events from now on. */
const observe = (): void => {
  const timings: Timed['eventTimings'] = []
  ;(globalThis as unknown as Timed).eventTimings = timings
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      timings.push({
        id: (entry as PerformanceEventTiming).interactionId ?? 0,
        start: entry.startTime,
        duration: entry.duration,
      })
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

/** The longest event of an interaction that began after `since`, in the page's time: earlier ones may be reported late. */
const longest = (page: Page, since: number): Promise<number> =>
  page.evaluate(
    ([least, from]) =>
      (globalThis as unknown as Timed).eventTimings
        .splice(0)
        .reduce<number>(
          (most, { id, start, duration }) => (id > 0 && start >= from ? Math.max(most, duration) : most),
          least,
        ),
    [UNREPORTED, since] as readonly [number, number],
  )

/** Milliseconds from the next click until elements of the stage that follow from it have been painted. */
const untilPicture = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        let pressed = NaN
        document.addEventListener('click', ({ timeStamp }) => (pressed = timeStamp), {
          capture: true,
          once: true,
        })
        const observer = new MutationObserver(() => {
          observer.disconnect()
          // What a frame's callback puts off comes after the frame.
          requestAnimationFrame(() => void setTimeout(() => done(performance.now() - pressed)))
        })
        observer.observe(document.querySelector('.frame-stage')!, { subtree: true, childList: true })
      }),
  )

const key = (name: string) => (page: Page) => page.keyboard.press(name)
/** Leaves the focus on nothing: arrows on the switch would choose another cell instead of another step. */
const cell = (name: string) => async (page: Page) => {
  await page.getByText(name, { exact: true }).first().click()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}

/** Each is done in turn, over and over. */
const interactions: readonly {
  what: string
  turns: readonly ((page: Page) => Promise<void>)[]
  /** The control answers before the picture. */
  answers?: true
}[] = [
  { what: 'a timestep on', turns: [key('ArrowRight')] },
  { what: 'a phase on', turns: [key('Shift+ArrowRight')] },
  // To and fro: the last unit has none below it.
  { what: 'another unit', turns: [key('ArrowUp'), key('ArrowDown')] },
  { what: 'ten timesteps on and back', turns: [key('PageDown'), key('PageUp')] },
  { what: 'folding and unfolding', turns: [key('f')] },
  { what: 'another cell', turns: [cell('GRU'), cell('LSTM')], answers: true },
]

export const measureInteractions = async (page: Page, size: Size, times: number): Promise<Interaction[]> => {
  const session = await page.context().newCDPSession(page)
  try {
    // What is loaded once is there, and the compiler has seen it.
    for (const { turns } of interactions)
      for (const turn of turns) {
        await turn(page)
        await passFrames(page, SETTLED)
      }
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
    await page.evaluate(observe)
    const results: Interaction[] = []
    for (const { what, turns, answers } of interactions) {
      const durations: number[] = []
      const pictures: number[] = []
      for (let k = 0; k < times; k++) {
        const since = await page.evaluate(() => performance.now())
        const picture = answers ? untilPicture(page) : null
        await turns[k % turns.length]!(page)
        // An event is reported after its frame.
        await passFrames(page, SETTLED)
        durations.push(await longest(page, since))
        if (picture) pictures.push(await picture)
      }
      results.push({
        what,
        size,
        median: median(durations),
        worst: Math.max(...durations),
        picture: answers ? median(pictures) : null,
      })
    }
    return results
  } finally {
    await session.detach()
  }
}

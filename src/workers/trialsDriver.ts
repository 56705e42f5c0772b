/**
 * Runs trials one after another in slices, between which messages are heard. Knows neither workers nor clocks:
 * both are given to it, so that it runs the same in a test.
 */
import { startTrial, type RunningTrial, type Trial, type TrialResult } from './trial.ts'

export type ToTrials =
  /** Runs these, in their order, in place of what was still to come. */
  { readonly type: 'run'; readonly trials: readonly Trial[] } | { readonly type: 'stop' }

export type FromTrials =
  /** A sign of life, at most ten times a second. */
  | { readonly type: 'progress'; readonly index: number; readonly update: number }
  | { readonly type: 'result'; readonly index: number; readonly result: TrialResult }
  | { readonly type: 'done' }
  /** A trial cannot be made; `message` says what was expected and what came. The others are left. */
  | { readonly type: 'failed'; readonly message: string }

export interface Surroundings {
  readonly post: (message: FromTrials) => void
  /** Milliseconds from some start. */
  readonly now: () => number
  /** Calls back soon, after waiting messages were heard. */
  readonly later: (callback: () => void) => void
}

/** How long the worker is deaf at most (but for one update and a measurement), and how often it speaks; ms. */
const SLICE = 24
const REPORT = 100

/** A driver; call it with each message that comes in. */
export const createTrialsDriver = ({ post, now, later }: Surroundings): ((message: ToTrials) => void) => {
  /** Orders so far: a slice of an older one finds that it is over. */
  let order = 0
  let reported = 0

  const slice = (
    own: number,
    trials: readonly Trial[],
    index: number,
    running: RunningTrial | null,
  ): void => {
    if (own !== order) return
    const trial = trials[index]
    if (!trial) return post({ type: 'done' })
    try {
      const current = running ?? startTrial(trial)
      const from = now()
      let result: TrialResult | null = null
      do result = current.advance(1)
      while (result === null && now() - from < SLICE)
      if (result) post({ type: 'result', index, result })
      else if (now() - reported >= REPORT) {
        reported = now()
        post({ type: 'progress', index, update: current.update() })
      }
      const over = result !== null
      later(() => slice(own, trials, over ? index + 1 : index, over ? null : current))
    } catch (error) {
      order++
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }

  return (message) => {
    const own = ++order
    if (message.type === 'run') slice(own, message.trials, 0, null)
    else post({ type: 'done' })
  }
}

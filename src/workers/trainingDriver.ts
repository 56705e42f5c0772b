/**
 * Runs a training session in slices, between which messages are heard, and reports. Knows neither
 * workers nor clocks: both are given to it, so that it runs the same in a test.
 */
import { isKept, levelFor } from './checkpointSchedule.ts'
import type { FromWorker, Report, ToWorker } from './trainingMessages.ts'
import { createSession, type Checkpoint, type Session } from './trainingSession.ts'
import { taskOf } from './trainingSettings.ts'

export interface Surroundings {
  readonly post: (message: FromWorker) => void
  /** Milliseconds from some start. */
  readonly now: () => number
  /** Calls back soon, after waiting messages were heard. */
  readonly later: (callback: () => void) => void
}

/** How long the worker is deaf at most (but for one update), and how often it speaks and saves; ms. */
const SLICE = 24
const REPORT = 100
const SAVE = 700

/** Up to so many numbers the weights go with every report. */
const SMALL = 50_000

/** Share of the newest slice in the smoothed speed. */
const FRESH = 0.3

interface Opened {
  readonly session: Session
  readonly most: number
  readonly small: boolean
  level: number
  until: number
  playing: boolean
  perSecond: number | null
  reported: number
  saved: number
  checkpoints: Checkpoint[]
}

/** A driver; call it with each message that comes in. */
export const createDriver = ({ post, now, later }: Surroundings): ((message: ToWorker) => void) => {
  let opened: Opened | null = null

  const keep = (run: Opened): void => {
    const update = run.session.update()
    if (!isKept(update, run.level)) return
    run.level = Math.max(run.level, levelFor(update, run.most))
    run.checkpoints = run.checkpoints.filter((checkpoint) => isKept(checkpoint.update, run.level))
    if (isKept(update, run.level)) run.checkpoints.push(run.session.checkpoint(true))
  }

  const report = (run: Opened, resting: boolean): void => {
    const { session, checkpoints, level, playing, perSecond } = run
    const saving = resting || now() - run.saved >= SAVE
    const newest = checkpoints.at(-1)
    const isNewest = newest?.update === session.update()
    const message: Report = {
      type: 'report',
      update: session.update(),
      playing,
      canAdvance: session.canAdvance(),
      perSecond,
      members: session.states(),
      checkpoints,
      level,
      // At rest the numbers on screen are those of held-out data; on the way that would take too long.
      now: !isNewest && (saving || run.small) ? session.checkpoint(resting) : null,
      resume: saving ? session.resume() : null,
    }
    run.checkpoints = []
    run.reported = now()
    if (saving) run.saved = run.reported
    post(message)
  }

  const advance = (run: Opened): void => {
    run.session.advance()
    keep(run)
  }

  const guarded = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      opened = null
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }

  const slice = (run: Opened): void => {
    if (run !== opened || !run.playing) return
    const from = now()
    const before = run.session.update()
    while (run.session.canAdvance() && run.session.update() < run.until && now() - from < SLICE) advance(run)
    const elapsed = (now() - from) / 1000
    if (elapsed > 0) {
      const speed = (run.session.update() - before) / elapsed
      run.perSecond = run.perSecond === null ? speed : (1 - FRESH) * run.perSecond + FRESH * speed
    }
    run.playing = run.session.canAdvance() && run.session.update() < run.until
    if (!run.playing) report(run, true)
    else {
      if (now() - run.reported >= REPORT) report(run, false)
      later(() => guarded(() => slice(run)))
    }
  }

  const open = (message: Extract<ToWorker, { type: 'open' }>): void => {
    const { settings, data, resume, level, most } = message
    const session = createSession(taskOf(settings, data), settings, resume)
    const start = now()
    const numbers = session.checkpoint(false).members.reduce((sum, m) => sum + m.parameters.length, 0)
    const fresh = {
      until: 0,
      playing: false,
      perSecond: null,
      reported: start,
      saved: start,
      checkpoints: [],
    }
    opened = { session, most, level, small: numbers <= SMALL, ...fresh }
    if (resume === null) keep(opened)
    report(opened, true)
  }

  return (message) =>
    guarded(() => {
      if (message.type === 'open') return open(message)
      if (opened === null) throw new Error(`Expected an open run before "${message.type}", got none.`)
      const run = opened
      if (message.type === 'ping') report(run, !run.playing)
      if (message.type === 'pause') {
        run.playing = false
        report(run, true)
      }
      if (message.type === 'step' && !run.playing) {
        if (run.session.canAdvance()) advance(run)
        report(run, true)
      }
      if (message.type === 'play' && !run.playing) {
        run.until = message.until
        run.playing = true
        report(run, false)
        later(() => guarded(() => slice(run)))
      }
    })
}

/**
 * The worker of the run on screen: opened, heard, stored, and started again where it left off when it is
 * lost. One worker at a time.
 */
import { startTraining, type TrainingClient } from '../workers/trainingClient.ts'
import type { FromWorker, Report } from '../workers/trainingMessages.ts'
import type { Resume } from '../workers/trainingSession.ts'
import { budgetOf, withReport, type Run } from './trainingRun.ts'
import { useTraining } from './trainingState.ts'
import { claimRun, saveRun } from './trainingStorage.ts'

/** A worker that is lost this often without having got any further is given up. */
const MOST_LOSSES = 3

/** Silence after which a worker counts as lost: this much, and the time of many updates at a slow rate. */
const LEAST_PATIENCE = 4000
const SLOW_OPERATIONS_PER_MS = 20_000

interface Save {
  readonly run: Run
  readonly at: Resume
}

let client: TrainingClient | null = null
/** Where the run can be taken up again. */
let resume: Resume | null = null
let losses = 0
let lostAt = -1
let heardAt = 0
let saving = false
let waiting: Save | null = null
/** Training was ordered and the worker has not begun. */
let ordered = false

const { getState: get, setState: set } = useTraining

const patienceOf = (run: Run): number => {
  const { task } = get()
  const parameters = run.counts.reduce((sum, count) => sum + count, 0)
  const sequences = run.settings.batch + (task?.task.validation.length ?? 0)
  const operations = parameters * sequences * (task?.task.longest ?? 1) * 6
  return LEAST_PATIENCE + operations / SLOW_OPERATIONS_PER_MS
}

/** One write at a time; of those that wait only the newest is made, so that storage never lags behind. */
const store = async (run: Run, at: Resume): Promise<void> => {
  waiting = { run, at }
  if (saving) return
  saving = true
  while (waiting) {
    const { run: next, at: there }: Save = waiting
    waiting = null
    try {
      await saveRun(next, there)
      if (!get().canSave) set({ canSave: true })
    } catch {
      set({ canSave: false })
    }
  }
  saving = false
}

const hear = (report: Report): void => {
  const { run, phase } = get()
  if (!run) return
  const now = performance.now()
  const seconds = phase === 'training' ? (now - heardAt) / 1000 : 0
  heardAt = now
  const next = withReport(run, report, seconds)
  if (report.playing) ordered = false
  const isTraining = report.playing || ordered
  set({ run: next, phase: isTraining ? 'training' : 'resting', perSecond: report.perSecond })
  // At its stop the form's number of updates turns from all of them into those to come.
  const { draft } = get()
  if (draft?.updates === run.until && run.update < run.until && next.update >= next.until)
    set({ draft: { ...draft, updates: budgetOf(next) } })
  if (!report.resume) return
  resume = report.resume
  // Before the first update there is nothing to lose.
  if (report.update > 0) void store(next, report.resume)
}

const onMessage = (message: FromWorker): void => {
  if (message.type === 'report') return hear(message)
  stopRun()
  set({ failure: message.message, phase: 'empty', run: null })
}

/** The worker is gone: another one takes the run up where it was stored last. */
const onLost = (): void => {
  const { run, phase, recovered } = get()
  if (!run) return
  const at = resume?.update ?? 0
  losses = at > lostAt ? 1 : losses + 1
  lostAt = at
  if (losses > MOST_LOSSES) {
    client = null
    set({ failure: 'lost', phase: 'resting' })
    return
  }
  const wasTraining = phase === 'training'
  set({ recovered: recovered + 1 })
  openWorker(run, resume)
  if (wasTraining) playRun()
}

const openWorker = (run: Run, from: Resume | null): void => {
  const { task } = get()
  client?.stop()
  ordered = false
  set({ phase: 'opening', failure: null })
  heardAt = performance.now()
  client = startTraining({ onMessage, onLost }, patienceOf(run))
  const { settings, level, most } = run
  client.send({ type: 'open', settings, data: task?.data ?? '', resume: from, level, most })
}

/** Opens a run at its start, or where `from` left off; it rests then. */
export const openRun = (run: Run, from: Resume | null): void => {
  resume = from
  losses = 0
  lostAt = -1
  set({ run, perSecond: null, recovered: 0, cursor: null })
  openWorker(run, from)
}

/** Trains the open run on to its next stop. */
export const playRun = (): void => {
  const { run } = get()
  if (!run || !client) return
  void claimRun(run.id)
  heardAt = performance.now()
  ordered = true
  set({ phase: 'training' })
  client.send({ type: 'play', until: run.until })
}

export const pauseRun = (): void => {
  ordered = false
  client?.send({ type: 'pause' })
}

/** One update of the open run. */
export const stepRun = (): void => {
  const { run } = get()
  if (run) void claimRun(run.id)
  client?.send({ type: 'step' })
}

/** Ends the worker; what was stored stays. */
export const stopRun = (): void => {
  client?.stop()
  client = null
  resume = null
  ordered = false
}

/** Tries again after a worker was given up. */
export const reopenRun = (): void => {
  const { run } = get()
  if (run) openRun(run, resume)
}

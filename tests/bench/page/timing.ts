/**
 * Interleaved timing. The machine's speed drifts, so that tasks are timed in turn, round after round, and
 * compared within a round: what is reported of a pair is the median of the rounds' ratios.
 */

export interface Task {
  readonly name: string
  readonly run: () => unknown
  /** What has to be done before a turn, outside of the time. */
  readonly prepare?: () => Promise<void>
}

export interface Timed {
  readonly name: string
  /** Median milliseconds of one run. */
  readonly ms: number
  /** Median over the rounds of its time / the first task's time. */
  readonly ratio: number
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Milliseconds that this thread has spent on a processor, where that is counted; else those that went by. */
const clock = (): number | Promise<number> =>
  (globalThis as { threadTime?: () => Promise<number> }).threadTime?.() ?? performance.now()

/** Milliseconds a run, over `times` runs. */
const timeOf = async ({ run }: Task, times: number): Promise<number> => {
  const start = await clock()
  for (let k = 0; k < times; k++) {
    const result = run()
    if (result instanceof Promise) await result
  }
  return ((await clock()) - start) / times
}

/** Runs a task until the compiler has settled; returns how many runs fill a turn. */
const warmUp = async (task: Task, turnMs: number): Promise<number> => {
  await task.prepare?.()
  const start = await clock()
  for (let runs = 0, more = 1; runs < 3 || (runs < 5000 && (await clock()) - start < 30 * turnMs);) {
    await timeOf(task, more)
    runs += more
    // Asking for the time takes some itself.
    more = Math.min(2 * more, 16)
  }
  return Math.max(1, Math.ceil(turnMs / (await timeOf(task, 2))))
}

/** Times tasks against the first of them, `rounds` times; a turn lasts at least `turnMs`, so that reading the clock is little of it. */
export const interleave = async (tasks: readonly Task[], rounds: number, turnMs = 60): Promise<Timed[]> => {
  const times: number[] = []
  for (const task of tasks) times.push(await warmUp(task, turnMs))
  const rows: number[][] = []
  for (let round = 0; round < rounds; round++) {
    const row: number[] = []
    for (const [k, task] of tasks.entries()) {
      await task.prepare?.()
      row.push(await timeOf(task, times[k]!))
    }
    rows.push(row)
  }
  return tasks.map(({ name }, k) => ({
    name,
    ms: median(rows.map((row) => row[k]!)),
    ratio: median(rows.map((row) => row[k]! / row[0]!)),
  }))
}

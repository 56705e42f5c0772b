/** The same job in different cells: f and z keep, i and 1 − z write, g and n propose. */
import type { Cell, Role, Trace } from '../engine/index.ts'
import { at, cellOf } from '../engine/index.ts'
import { mixOf } from './mix.ts'

/** The jobs that cells are compared by, in the order of the columns. */
export const JOBS = ['read', 'keep', 'write', 'candidate', 'expose'] as const satisfies readonly Role[]
export type Job = (typeof JOBS)[number]

/**
 * The slot that does a job in a cell, or null. A cell with one gate writes with what that gate leaves;
 * a cell that only rewrites proposes its whole new state.
 */
export const slotOfJob = (cell: Cell, job: Job): string | null => {
  const named = Object.entries(cell.equations).find(([, { role }]) => role === job)?.[0]
  if (named !== undefined) return named
  if (job === 'keep' || job === 'write') {
    const mix = Object.keys(cell.equations)
      .map((name) => mixOf(cell, name))
      .find((found) => found !== null)
    return mix?.[job].name ?? null
  }
  const gated = JOBS.some((other) => Object.values(cell.equations).some(({ role }) => role === other))
  return job === 'candidate' && !gated ? cell.output : null
}

/** Mean over units of a slot at step t; of sizes, for what is signed. */
export const meanOf = (layer: Trace, t: number, slot: string, sizes: boolean): number => {
  const values = Array.from(at(layer, t, slot))
  return values.reduce((sum, value) => sum + (sizes ? Math.abs(value) : value), 0) / values.length
}

/** How many sets of weights a cell has: 1 for the RNN, 4 for the LSTM, 3 for the GRU. */
export const weightedSums = (id: string): number => {
  const { parameters } = cellOf(id).flat.single
  return new Set(parameters.filter(({ kind }) => kind === 'input').map(({ gate }) => gate)).size
}

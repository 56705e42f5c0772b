/**
 * Which values of a closed cell are shown as meters, and in which of four rows: the jobs keep, write,
 * candidate, and expose or read. A cell that writes its state anew shows that in the candidate's row.
 */
import { slotOfJob, type Job } from '../../describe/jobs.ts'
import type { Cell } from '../../engine/index.ts'
import { isGate, type Tone } from '../../ui/colour.ts'

export interface MeterRow {
  readonly slot: string
  readonly tone: Tone
  /** How the slot is written: '1−z'. */
  readonly label: string
  /** 0 … 3 */
  readonly row: number
  /** −1 … 1 from the middle, else 0 … 1 from the bottom. */
  readonly signed: boolean
}

/** The jobs of each row; the first that a cell has is shown. */
const ROWS: readonly (readonly Job[])[] = [['keep'], ['write'], ['candidate'], ['expose', 'read']]

/** A slot's name as mathematics writes it. */
export const labelOf = (slot: string): string => slot.replaceAll('-', '−').replaceAll('*', '·')

/** The meters of a cell from top to bottom, at most one a row. */
export const meterRows = (cell: Cell): readonly MeterRow[] =>
  ROWS.flatMap((jobs, row) => {
    const done = jobs.map((job) => ({ job, slot: slotOfJob(cell, job) })).find(({ slot }) => slot !== null)
    if (!done || done.slot === null) return []
    const tone = done.slot === cell.output ? 'hidden' : done.job
    return [{ slot: done.slot, tone, label: labelOf(done.slot), row, signed: !isGate(tone) }]
  })

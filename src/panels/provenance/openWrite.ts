/** Opens the step of a write, where it has come into the memory: in an earlier phase it would not be a part of it. */
import { phaseOf } from '../../describe/phases.ts'
import type { MemoryUpdate, Share } from '../../describe/provenance.ts'
import { actions, playheadNow, type CellRun } from '../../store/index.ts'

export const openWrite = ({ cell }: CellRun, { slot }: MemoryUpdate, { kind, step }: Share): void => {
  if (kind === 'initial') return
  const update = phaseOf(cell, slot)
  actions.select({ t: step, slot, ...(playheadNow().phase < update ? { phase: update } : {}) })
}

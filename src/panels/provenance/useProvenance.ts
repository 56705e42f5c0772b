/** The split of the selected unit's memory at the last step that is computed. */
import { useMemo } from 'react'
import { phaseOf } from '../../describe/phases.ts'
import {
  memoryUpdateOf,
  provenance,
  strongest,
  unitMemory,
  type MemoryUpdate,
  type Provenance,
  type Strongest,
  type UnitMemory,
} from '../../describe/provenance.ts'
import { masses, type Masses } from '../../describe/provenanceHistory.ts'
import {
  useMoment,
  useRun,
  useScene,
  useView,
  type CellRun,
  type Moment,
  type SceneView,
} from '../../store/index.ts'

export interface ProvenanceView {
  readonly run: CellRun
  readonly scene: SceneView
  readonly unit: number
  /** The open step. */
  readonly t: number
  /** Null for a cell that keeps nothing. */
  readonly kept: KeptView | null
}

export interface KeptView {
  readonly update: MemoryUpdate
  readonly memory: UnitMemory
  readonly masses: Masses
  /** Null while the first step is not computed yet. */
  readonly found: Provenance | null
  /** Whether it is the open step that is split, not the one before it. */
  readonly isCurrent: boolean
  /** Those that have a row of their own, and the many that have a ribbon. */
  readonly shares: Strongest
  readonly drawn: Strongest
}

/** Writes with a row and a label of their own: few, to be read. */
const MOST_ROWS = 6
/** Writes with a ribbon of their own. */
const MOST_RIBBONS = 24

/** What on screen the split is derived from. */
export interface Shown {
  readonly run: CellRun
  readonly scene: SceneView
  readonly moment: Moment
  readonly unit: number
  readonly reveal: boolean
}

/** Null while nothing is loaded. */
export const useShown = (): Shown | null => {
  const run = useRun()
  const scene = useScene()
  const moment = useMoment()
  const unit = useView((view) => view.unit)
  const reveal = useView((view) => view.reveal)
  return useMemo(
    () => (run && scene ? { run, scene, moment, unit, reveal } : null),
    [run, scene, moment, unit, reveal],
  )
}

export const useProvenance = ({ run, scene, moment, unit: selected, reveal }: Shown): ProvenanceView => {
  const { layer } = run
  const unit = Math.min(selected, layer.program.H - 1)
  // The readers and sides of a unit's memory serve every step.
  const kept = useMemo(() => {
    const update = memoryUpdateOf(layer.program.cell)
    if (!update) return null
    const memory = unitMemory(layer, update, unit)
    return { update, memory, masses: masses(memory) }
  }, [layer, unit])
  const t = Math.min(moment.t, layer.T - 1)
  const isCurrent = kept !== null && (reveal || moment.phase >= phaseOf(run.cell, kept.update.slot))
  const split = useMemo(() => {
    if (!kept) return null
    const at = isCurrent ? t : t + (layer.reversed ? 1 : -1)
    const found = at < 0 || at >= layer.T ? null : provenance(layer, unit, at)
    const shares = found?.shares ?? []
    return { found, shares: strongest(shares, MOST_ROWS), drawn: strongest(shares, MOST_RIBBONS) }
  }, [layer, kept, unit, t, isCurrent])
  return useMemo(
    () => ({ run, scene, unit, t, kept: kept && split ? { ...kept, ...split, isCurrent } : null }),
    [run, scene, unit, t, kept, split, isCurrent],
  )
}

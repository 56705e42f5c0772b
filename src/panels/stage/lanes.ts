/** What each lane of Compare shows: a cell's run, the unit it follows, its outputs and their memory. */
import { useMemo } from 'react'
import { lastAskedStep, memoryNorms } from '../../describe/memory.ts'
import {
  useRun,
  useRunFailure,
  useView,
  type CellId,
  type CellRun,
  type Failure,
  type SceneView,
} from '../../store/index.ts'
import type { Point } from './curves.ts'
import { liveliestUnit } from './liveliest.ts'
import { meterRows, type MeterRow } from './meterRows.ts'
import { outputMark, type OutputMark } from './outputMarks.ts'

export interface LaneRun {
  readonly cellId: CellId
  readonly run: CellRun
  readonly unit: number
  readonly rows: readonly MeterRow[]
  readonly outputs: readonly OutputMark[]
  /** Step whose output is looked back from, and the gradient norm at every step before. */
  readonly memoryAt: number
  readonly memory: readonly Point[]
}

export interface LaneState {
  readonly cellId: CellId
  /** Null when the cell's weights failed to load. */
  readonly lane: LaneRun | null
  readonly failure: Failure | null
}

const laneOf = (cellId: CellId, run: CellRun, scene: SceneView): Omit<LaneRun, 'unit'> => {
  const memoryAt = lastAskedStep(scene.targets)
  const steps = Array.from({ length: run.layer.T }, (_, t) => t)
  return {
    cellId,
    run,
    rows: meterRows(run.cell),
    outputs: steps.flatMap((t) => outputMark(run, scene, t) ?? []),
    memoryAt,
    memory: Array.from(memoryNorms(run.trace, memoryAt, run.part), (value, t) => ({ t, value })),
  }
}

/**
 * The lane of one cell. The cell of the view keeps the selected unit, the others follow their liveliest.
 * @param isOn false for a lane that is not drawn: nothing is worked out for it
 */
export const useLane = (cellId: CellId, scene: SceneView, isOn = true): LaneState => {
  const loaded = useRun(cellId)
  const run = isOn ? loaded : null
  const failure = useRunFailure(cellId)
  const selected = useView((view) => (view.cell === cellId ? view.unit : null))
  const fixed = useMemo(() => (run ? laneOf(cellId, run, scene) : null), [cellId, run, scene])
  const liveliest = useMemo(() => (run ? liveliestUnit(run.layer) : 0), [run])
  return useMemo(() => {
    if (!fixed) return { cellId, lane: null, failure }
    const unit = Math.min(selected ?? liveliest, fixed.run.layer.program.H - 1)
    return { cellId, lane: { ...fixed, unit }, failure: null }
  }, [cellId, failure, fixed, liveliest, selected])
}

/**
 * What the Train page draws: the run's checkpoints and, for the shown example, the trace at any of them.
 * A trace is always run again with a checkpoint's weights, never made up between two.
 */
import { useMemo } from 'react'
import {
  norm,
  parameterView,
  plane,
  run as runNetwork,
  type Network,
  type NetworkTrace,
  type Sequence,
  type Trace,
} from '../engine/index.ts'
import { isLearned, type Task } from '../scenes/task.ts'
import { referencesOf, type Reference } from '../scenes/references.ts'
import { sequenceOf } from '../scenes/load.ts'
import type { Checkpoint } from '../workers/trainingSession.ts'
import { networkOf, parametersOf, sizesOf, taskOf, type Member } from '../workers/trainingSettings.ts'
import { useStore } from './state.ts'
import { problemsOf, type Draft, type Problem } from './trainingSetup.ts'
import { checkpointsOf, nearest, spreadOf, type Run } from './trainingRun.ts'
import { useTraining, type TrainingState } from './trainingState.ts'

const traces = new WeakMap<Float64Array, { readonly sequence: Sequence; readonly trace: NetworkTrace }>()

/** The trace of a sequence under some weights; run once and kept as long as the weights are. */
export const traceOf = (network: Network, parameters: Float64Array, sequence: Sequence): NetworkTrace => {
  const known = traces.get(parameters)
  if (known?.sequence === sequence && known.trace.network === network) return known.trace
  const trace = runNetwork(network, parameters, sequence)
  traces.set(parameters, { sequence, trace })
  return trace
}

/** Index of the checkpoint under the training clock: the nearest to the cursor, the newest without one. */
export const cursorIndex = (checkpoints: readonly Checkpoint[], cursor: number | null): number => {
  const found = cursor === null ? checkpoints.at(-1) : nearest(checkpoints, cursor)
  return found ? checkpoints.indexOf(found) : -1
}

export interface ShownRun {
  readonly run: Run
  readonly checkpoints: readonly Checkpoint[]
  /** Index of the checkpoint under the training clock. */
  readonly index: number
  readonly checkpoint: Checkpoint
  readonly member: Member
  readonly memberIndex: number
  readonly network: Network
  /** Trace of the shown example at a checkpoint. */
  readonly traceAt: (checkpoint: Checkpoint) => NetworkTrace
  /** Index of the shown layer and direction in a trace. */
  readonly part: number
}

/** The run on screen at the training clock, or null while there is none. */
export const useShownRun = (): ShownRun | null => {
  const run = useTraining((state) => state.run)
  const task = useTraining((state) => state.task?.task ?? null)
  const taskId = useTraining((state) => state.task?.id ?? null)
  const cursor = useTraining((state) => state.cursor)
  const shown = useTraining((state) => state.shown)
  const part = useTraining((state) => state.part)
  // While another scene is being fetched or its task opened, its examples are none for these networks.
  const example = useStore(({ loaded, view }) =>
    loaded && loaded.scene.id === taskId ? (loaded.scene.examples[view.example] ?? null) : null,
  )
  const sequence = useMemo(() => example && sequenceOf(example), [example])
  const memberIndex = Math.min(shown, (run?.members.length ?? 1) - 1)
  const settings = run?.settings
  const member = run?.members[memberIndex]
  const network = useMemo(
    () => (task && settings && member ? networkOf(task, settings, member) : null),
    [task, settings, member],
  )
  return useMemo(() => {
    if (!run || !network || !member || !sequence) return null
    const checkpoints = checkpointsOf(run)
    const index = cursorIndex(checkpoints, cursor)
    const checkpoint = checkpoints[index]
    if (!checkpoint) return null
    const traceAt = ({ members }: Checkpoint): NetworkTrace =>
      traceOf(network, members[memberIndex]!.parameters, sequence)
    const shownPart = Math.min(part, network.parts.length - 1)
    return { run, checkpoints, index, checkpoint, member, memberIndex, network, traceAt, part: shownPart }
  }, [run, network, member, sequence, cursor, memberIndex, part])
}

/** The step and unit at which the memory of a layer changes most. */
export const liveliest = (layer: Trace): { readonly t: number; readonly unit: number } => {
  const { cell, H } = layer.program
  const slot = Object.entries(cell.equations).find(([, { role }]) => role === 'cell')?.[0] ?? cell.output
  const values = plane(layer, slot)
  let best = { t: 0, unit: 0, change: -1 }
  for (let t = 1; t < layer.T; t++)
    for (let unit = 0; unit < H; unit++) {
      const change = Math.abs(values[t * H + unit]! - values[(t - 1) * H + unit]!)
      if (change > best.change) best = { t, unit, change }
    }
  return best
}

/** All that keeps the form's settings from being trained. */
export const useProblems = (): readonly Problem[] => {
  const draft = useTraining((state) => state.draft)
  const task = useTraining((state) => state.task)
  const lengths = useTraining((state) => state.lengths)
  const asked = draft?.T ?? null
  const T = lengths && asked !== null && asked >= lengths.least && asked <= lengths.most ? asked : null
  const lossOn = draft?.lossOn ?? null
  const own = useMemo(() => task && taskOf({ task: task.id, T, lossOn }, task.data), [task, T, lossOn])
  return useMemo(() => (draft && own ? problemsOf(draft, own, { lengths }) : []), [draft, own, lengths])
}

const noReferences: readonly Reference[] = []

/** The lines that a loss curve must get below, of the task as it is trained. */
export const useReferences = (): readonly Reference[] => {
  const task = useTraining((state) => state.task?.task ?? null)
  return useMemo(() => (task ? referencesOf(task) : noReferences), [task])
}

/** True when the form is locked: a run trains, or one that was trained is being opened. */
export const isBusy = ({ phase, run }: TrainingState): boolean =>
  phase === 'training' || (phase === 'opening' && (run?.update ?? 0) > 0)

/** How many seeds of each cell reached what counts as learned at a checkpoint. */
export const learnedOf = (
  run: Run,
  checkpoint: Checkpoint,
  { metric }: Pick<Task, 'metric'>,
): readonly { readonly cell: string; readonly learned: number }[] =>
  spreadOf(run, checkpoint).map(({ cell, metrics }) => ({
    cell,
    learned: metrics.filter((value) => isLearned(metric, value)).length,
  }))

/** Units and parameters of each cell of a draft that has no problems. */
export const sizesAndCounts = (
  task: Task,
  draft: Draft,
): readonly { readonly cell: string; readonly size: number; readonly count: number }[] =>
  Object.entries(sizesOf(task, draft)).map(([cell, size]) => ({
    cell,
    size,
    count: parametersOf(task, draft, cell, size),
  }))

/** ‖U‖ of each gate of one layer and direction under some weights: Frobenius norm of the recurrent matrix. */
export const recurrentNorms = (
  network: Network,
  part: number,
  parameters: Float64Array,
): readonly { readonly gate: string; readonly norm: number }[] => {
  const { layer, direction } = network.parts[part]!
  return network.parameters
    .filter((spec) => spec.kind === 'recurrent' && spec.layer === layer && spec.direction === direction)
    .map((spec) => ({
      gate: spec.gate ?? spec.name,
      norm: norm(parameterView(network.parameters, parameters, spec.name)),
    }))
}

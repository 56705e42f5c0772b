/** A network that was trained on this page takes the place of the scene's own in Explore, and goes again. */
import type { ShownRun } from './trainingHooks.ts'
import { isLearned, type Task } from '../scenes/task.ts'
import type { TrainingRecord } from '../scenes/schema.ts'
import { schemeFor } from '../workers/trainingSettings.ts'
import { resolveView } from './resolve.ts'
import { runMore, wantedCells } from './running.ts'
import { lengthOf, useStore } from './state.ts'
import { CELL_CHOICES } from './view.ts'

const { getState: get, setState: set } = useStore

const recordOf = (
  { run, member, memberIndex, network, checkpoint }: ShownRun,
  task: Task,
): TrainingRecord => {
  const { settings } = run
  const { heldOut } = checkpoint.members[memberIndex]!
  const validationLoss = heldOut?.loss ?? NaN
  const initialiser = schemeFor(member.cell, settings.initialiser)
  return {
    hiddenSize: member.size,
    parameterCount: network.parameterCount,
    updates: checkpoint.update,
    batch: settings.batch,
    optimizer: settings.optimizer.name,
    learningRate: settings.optimizer.learningRate,
    clip: settings.clip ?? Infinity,
    loss: task.loss,
    initialiser,
    horizon: initialiser === 'chrono' ? task.horizon : null,
    seeds: [{ seed: member.seed, validationLoss }],
    seed: member.seed,
    validationLoss,
    metric: heldOut?.metric ?? NaN,
    learned: heldOut !== null && isLearned(task.metric, heldOut.metric),
    checkpoint: { update: checkpoint.update, checksum: '' },
  }
}

const isChoice = (id: string): id is (typeof CELL_CHOICES)[number] =>
  CELL_CHOICES.some((known) => known === id)

/**
 * Why a network of a run cannot be opened in Explore, or null: that page shows three cells, draws outputs where
 * the scene has them, and forecasts a series, which takes a network that does not read the future.
 */
export const cannotOpen = (
  { member, network: { spec } }: Pick<ShownRun, 'member' | 'network'>,
  { outputs, scaling }: Pick<Task, 'outputs' | 'scaling'>,
): 'cell' | 'outputs' | 'direction' | null => {
  if (!isChoice(member.cell)) return 'cell'
  if (spec.outputs !== outputs) return 'outputs'
  return scaling && spec.layers.some(({ direction }) => direction !== 'forward') ? 'direction' : null
}

/** What there is for all cells but some. */
const without = <R>(all: Readonly<Record<string, R>>, cells: readonly string[]): Record<string, R> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !cells.includes(id)))

/** Shows the network of a run at the checkpoint under the training clock in Explore. */
export const openTrained = (shown: ShownRun, task: Task): void => {
  const { loaded, view, status, local } = get()
  const { member, memberIndex, network, checkpoint } = shown
  if (!loaded || status !== 'ready' || !isChoice(member.cell)) return
  const parameters = checkpoint.members[memberIndex]!.parameters.slice()
  const own = { network, parameters, record: recordOf(shown, task) }
  const others = <R>(all: Readonly<Record<string, R>>) => without(all, [member.cell])
  const next = {
    ...loaded,
    networks: { ...loaded.networks, [member.cell]: own },
    failures: others(loaded.failures),
  }
  // The other cells' runs are as they were.
  const before = { runs: others(get().runs), failures: others(get().failures) }
  const ran = runMore({ loaded: next, view, ...before }, [member.cell])
  const facts = { T: lengthOf(get()), examples: loaded.scene.examples.length, runs: ran.runs }
  const { scene, example } = view
  const asked = { page: 'explore', cell: member.cell, compare: false, scene, example } as const
  set({
    loaded: next,
    original: get().original ?? loaded,
    local: [
      ...local.filter(({ cell }) => cell !== member.cell),
      { cell: member.cell, update: checkpoint.update, seed: member.seed },
    ],
    ...ran,
    view: resolveView(asked, view, facts).view,
  })
}

/** The scene's own networks again, as they were loaded: it takes no connection. */
export const closeTrained = (): void => {
  const { loaded, original, view, local, runs, failures, status } = get()
  // While another view comes in, it has taken the networks as they are.
  if (!loaded || !original || status !== 'ready') return
  const kept = <R>(all: Readonly<Record<string, R>>) =>
    without(
      all,
      local.map(({ cell }) => cell),
    )
  const before = { loaded: original, view, runs: kept(runs), failures: kept(failures) }
  const ran = runMore(before, wantedCells(original, view.example, view, true))
  const { examples } = original.scene
  const facts = { T: lengthOf(get()), examples: examples.length, runs: ran.runs }
  set({
    loaded: original,
    original: null,
    local: [],
    ...ran,
    // Layers, units and quantities that only the trained network had are those of the scene's own.
    view: resolveView(view, view, facts).view,
  })
}

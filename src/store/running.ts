/**
 * The runs of a scene's networks over one example, one a cell. Small ones run together, so that every cell is one
 * press away; where that would hold up the page, a cell runs when it is looked at.
 */
import { run } from '../engine/index.ts'
import { sequenceOf, type LoadedScene } from '../scenes/load.ts'
import { toSceneError } from '../scenes/sceneError.ts'
import type { CellId, CellRun } from './runs.ts'
import { useStore, type Failure, type State } from './state.ts'
import { CELL_CHOICES, type View } from './view.ts'

export const CELL_IDS = ['feedforward', ...CELL_CHOICES] as const satisfies readonly CellId[]

export const failureOf = (error: unknown, what: string): Failure =>
  toSceneError(error, what, 'a trained network', 'Try again.').parts

export type Ran = Pick<State, 'runs' | 'failures'>

/** One run a cell over an example: what failed is kept beside what works. */
export const runExample = (
  loaded: LoadedScene,
  example: number,
  cells: readonly CellId[] = CELL_IDS,
): Ran => {
  const runs: Partial<Record<CellId, CellRun>> = {}
  const failures: Partial<Record<CellId, Failure>> = {}
  for (const cellId of cells) {
    const trained = loaded.networks[cellId]
    const what = `${loaded.scene.id}, ${cellId}`
    try {
      const failed = loaded.failures[cellId]
      if (failed) throw failed
      if (!trained) throw new Error('no weights in scene.json')
      const { network, parameters, record } = trained
      const trace = run(network, parameters, sequenceOf(loaded.scene.examples[example]!))
      const layer = trace.traces[0]!
      const { cell } = layer.program
      runs[cellId] = { cellId, cell, network, parameters, trace, part: 0, layer, record }
    } catch (error) {
      failures[cellId] = failureOf(error, what)
    }
  }
  return { runs, failures }
}

/** All cells run at once up to so many products of weights and numbers: some milliseconds. */
const AT_ONCE = 2e6

/**
 * The cells that have to run for a view of an example.
 * @param isPlaced whether the view says at which step it opens; else the LSTM's memory says that
 */
export const wantedCells = (
  { scene, networks }: LoadedScene,
  example: number,
  { cell, compare }: Pick<View, 'cell' | 'compare'>,
  isPlaced: boolean,
): readonly CellId[] => {
  const T = scene.examples[example]?.steps.length ?? 0
  const weights = Object.values(networks).reduce((sum, { network }) => sum + network.parameterCount, 0)
  // The forecasts of a series stand side by side whatever cell is shown.
  if (compare || scene.scaling || T * weights <= AT_ONCE) return CELL_IDS
  return isPlaced || cell === 'lstm' ? [cell] : [cell, 'lstm']
}

/** The runs of a state and those of more cells of its example: what has run stays the same object. */
export const runMore = (
  { loaded, view, runs, failures }: Pick<State, 'loaded' | 'view' | 'runs' | 'failures'>,
  cells: readonly CellId[],
): Ran => {
  const missing = cells.filter((cell) => !runs[cell] && !failures[cell])
  if (!loaded || missing.length === 0) return { runs, failures }
  const more = runExample(loaded, view.example, missing)
  return { runs: { ...runs, ...more.runs }, failures: { ...failures, ...more.failures } }
}

/** Runs cells that are to be shown, unless they have run. */
export const ensureRuns = (cells: readonly CellId[]): void => {
  const state = useStore.getState()
  if (state.status === 'ready') useStore.setState(runMore(state, cells))
}

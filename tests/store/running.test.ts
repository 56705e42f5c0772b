/** Which cells run when: all of a small scene at once, those of a large one when they are looked at. */
import { beforeEach, expect, test } from 'vitest'
import { loadScene, type LoadedScene } from '../../src/scenes/load.ts'
import { actions } from '../../src/store/actions.ts'
import { CELL_IDS, ensureRuns, runExample, wantedCells } from '../../src/store/running.ts'
import { describeExample } from '../../src/store/sceneView.ts'
import { initialState, useStore } from '../../src/store/state.ts'
import { INITIAL_VIEW } from '../../src/store/view.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'

const recall = await loadScene(fetchText, fetchBytes, 'recall')

/** A scene with its first example repeated to T steps. */
const lengthened = (loaded: LoadedScene, T: number): LoadedScene => {
  const [example, ...others] = loaded.scene.examples
  const steps = Array.from({ length: T }, (_, t) => example!.steps[t % example!.steps.length]!)
  const targets = Array.from({ length: T }, () => null)
  return { ...loaded, scene: { ...loaded.scene, examples: [{ ...example!, steps, targets }, ...others] } }
}

const long = lengthened(recall, 3000)
const shown = { cell: 'gru', compare: false } as const

test('a scene whose runs take no time runs whole', () => {
  expect(wantedCells(recall, 0, shown, true)).toEqual(CELL_IDS)
})

test('of a long one the shown cell runs, and the LSTM where it says at which step to open', () => {
  expect(wantedCells(long, 0, shown, true)).toEqual(['gru'])
  expect(wantedCells(long, 0, shown, false)).toEqual(['gru', 'lstm'])
  expect(wantedCells(long, 0, { ...shown, cell: 'lstm' }, false)).toEqual(['lstm'])
  expect(wantedCells(long, 0, { ...shown, compare: true }, true)).toEqual(CELL_IDS)
  // The other example is as short as it was.
  expect(wantedCells(long, 1, shown, true)).toEqual(CELL_IDS)
})

test('the forecasts of a series stand beside each other whatever its length', async () => {
  const weather = await loadScene(fetchText, fetchBytes, 'weather')
  expect(wantedCells(lengthened(weather, 9000), 0, shown, true)).toEqual(CELL_IDS)
})

const state = () => useStore.getState()

beforeEach(() => {
  useStore.setState({
    ...initialState(),
    status: 'ready',
    loaded: long,
    scenes: describeExample(long, 0),
    ...runExample(long, 0, ['gru']),
    view: { ...INITIAL_VIEW, scene: 'recall', cell: 'gru' },
  })
})

test('another cell runs when it is chosen, all of them to be compared, and none twice', () => {
  const { gru } = state().runs
  expect(Object.keys(state().runs)).toEqual(['gru'])
  actions.setCell('rnn')
  expect(Object.keys(state().runs)).toEqual(['gru', 'rnn'])
  expect(state().runs.rnn?.trace.T).toBe(3000)
  const { rnn } = state().runs
  actions.setCompare(true)
  expect(Object.keys(state().runs).toSorted()).toEqual([...CELL_IDS].toSorted())
  expect(state().runs.gru).toBe(gru)
  expect(state().runs.rnn).toBe(rnn)
})

test('a cell that cannot run is told once, and nothing runs while a scene comes in', () => {
  const { rnn: _rnn, ...networks } = long.networks
  useStore.setState({ loaded: { ...long, networks } })
  actions.setCell('rnn')
  expect(state().failures.rnn).toMatchObject({ what: 'recall, rnn' })
  const { failures } = state()
  ensureRuns(['rnn'])
  expect(state().failures).toBe(failures)
  useStore.setState({ status: 'loading' })
  ensureRuns(['lstm'])
  expect(state().runs.lstm).toBeUndefined()
})

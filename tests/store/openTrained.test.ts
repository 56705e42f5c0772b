/** A network trained on the page takes the place of the scene's own, with its own numbers and record. */
import { expect, test } from 'vitest'
import { run } from '../../src/engine/index.ts'
import { loadScene, sequenceOf } from '../../src/scenes/load.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { runExample } from '../../src/store/running.ts'
import { cannotOpen, closeTrained, openTrained } from '../../src/store/openTrained.ts'
import { describeExample } from '../../src/store/sceneView.ts'
import { useStore } from '../../src/store/state.ts'
import type { ShownRun } from '../../src/store/trainingHooks.ts'
import { newRun } from '../../src/store/trainingRun.ts'
import { createSession } from '../../src/workers/trainingSession.ts'
import { networkOf } from '../../src/workers/trainingSettings.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'
import { settings as small } from '../workers/support.ts'

const settings = { ...small, cells: ['gru', 'ugrnn', 'lstm'], hiddenSize: 5, layers: 2, clip: null }
const task = tasks.counting.create('')
const session = createSession(task, settings)
for (let k = 0; k < 3; k++) session.advance()
const checkpoint = session.checkpoint(true)

const shownOf = (memberIndex: number): ShownRun => {
  const member = session.members[memberIndex]!
  const network = networkOf(task, settings, member)
  const parameters = checkpoint.members[memberIndex]!.parameters
  return {
    run: newRun('one', task, settings),
    checkpoints: [checkpoint],
    index: 0,
    checkpoint,
    member,
    memberIndex,
    network,
    traceAt: () => run(network, parameters, sequenceOf(task.examples[0]!)),
    part: 0,
  }
}

test('Explore shows its trace, marks it as local, and keeps the other cells', async () => {
  const loaded = await loadScene(fetchText, fetchBytes, 'counting')
  const before = runExample(loaded, 0)
  const { view } = useStore.getState()
  useStore.setState({
    status: 'ready',
    loaded,
    scenes: describeExample(loaded, 0),
    ...before,
    view: { ...view, page: 'train', scene: 'counting', compare: true },
  })
  const shown = shownOf(0)
  openTrained(shown, task)
  const state = useStore.getState()
  expect(state.view).toMatchObject({ page: 'explore', cell: 'gru', compare: false, scene: 'counting' })
  expect(state.local).toEqual([{ cell: 'gru', update: 3, seed: 1 }])
  expect(state.runs.gru?.trace.outputs).toEqual(shown.traceAt(checkpoint).outputs)
  expect(state.runs.gru?.record).toMatchObject({ updates: 3, hiddenSize: 5, clip: Infinity, learned: false })
  expect(state.runs.lstm?.parameters).toBe(before.runs.lstm?.parameters)
  // Training on does not change what is shown.
  session.advance()
  expect(state.runs.gru?.parameters).toEqual(checkpoint.members[0]!.parameters)
  expect(state.runs.gru?.parameters).not.toBe(checkpoint.members[0]!.parameters)
})

test('every network that is not the scene’s own is named, once', () => {
  const shown = shownOf(0)
  openTrained(shownOf(2), task)
  openTrained({ ...shown, member: { ...shown.member, seed: 7 } }, task)
  expect(useStore.getState().local).toEqual([
    { cell: 'lstm', update: 3, seed: 1 },
    { cell: 'gru', update: 3, seed: 7 },
  ])
})

test('the scene’s own networks come back as they were loaded, without a connection', async () => {
  const own = await loadScene(fetchText, fetchBytes, 'counting')
  const before = runExample(own, 0)
  const { view } = useStore.getState()
  const at = { ...view, page: 'explore' as const, cell: 'rnn' as const, compare: false, layer: 0, clock: 12 }
  useStore.setState({ loaded: own, original: null, local: [], ...before, view: at })
  openTrained(shownOf(2), task)
  openTrained(shownOf(0), task)
  // A part that the scene's own network does not have.
  const { view: opened } = useStore.getState()
  useStore.setState({ view: { ...opened, layer: 1, clock: 18 } })
  closeTrained()
  const state = useStore.getState()
  expect(state.loaded).toBe(own)
  expect(state).toMatchObject({ status: 'ready', local: [], original: null })
  expect(state.runs.rnn).toBe(before.runs.rnn)
  expect(state.runs.gru?.trace.outputs).toEqual(before.runs.gru?.trace.outputs)
  expect(state.view).toMatchObject({ page: 'explore', cell: 'gru', layer: 0, clock: 18 })
  const calm = useStore.getState()
  closeTrained()
  expect(useStore.getState()).toBe(calm)
  openTrained(shownOf(0), task)
})

test('what Explore cannot show is said, and not opened', () => {
  expect(cannotOpen(shownOf(0), task)).toBeNull()
  expect(cannotOpen(shownOf(0), { ...task, outputs: 'last' })).toBe('outputs')
  expect(cannotOpen(shownOf(1), task)).toBe('cell')
  const before = useStore.getState()
  openTrained(shownOf(1), task)
  expect(useStore.getState()).toBe(before)
})

test('a network that reads the future is not opened where a series is forecast', () => {
  const { member } = shownOf(0)
  const series = { unit: 'ppm', quantity: 'change', step: 'month', season: 12, mean: 0, scale: 1 } as const
  for (const direction of ['forward', 'reverse', 'bidirectional'] as const) {
    const shown = { member, network: networkOf(task, { ...settings, direction }, member) }
    expect(cannotOpen(shown, task)).toBeNull()
    expect(cannotOpen(shown, { outputs: task.outputs, scaling: series })).toBe(
      direction === 'forward' ? null : 'direction',
    )
  }
})

/** A scene comes in while the reader goes on: the later wish wins. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LEFT_OUT } from '../../src/store/address.ts'
import { actions } from '../../src/store/actions.ts'
import { showScene } from '../../src/store/loading.ts'
import { initialState, useStore } from '../../src/store/state.ts'
import { momentOf } from '../../src/store/view.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'
import { useFrames } from './frames.ts'

const view = () => useStore.getState().view

beforeEach(() => {
  useStore.setState(initialState())
  vi.stubGlobal('fetch', async (path: string) => {
    const file = path.replace(/^.*scenes\//, '')
    return new Response(file.endsWith('.json') ? await fetchText(file) : (await fetchBytes(file)).slice())
  })
})
afterEach(() => vi.unstubAllGlobals())

test('an address is followed', async () => {
  await showScene({ ...LEFT_OUT, scene: 'counting', cell: 'gru', reading: 'gradient', t: 2 })
  expect(view()).toMatchObject({ scene: 'counting', cell: 'gru', reading: 'gradient', compare: false })
})

test('what is set while it comes in stays, beside the rest of the address', async () => {
  const coming = showScene({ ...LEFT_OUT, scene: 'recall', cell: 'lstm', t: 9, unit: 3 })
  actions.setReading('gradient')
  actions.setSpeed(4)
  await coming
  expect(view()).toMatchObject({ reading: 'gradient', speed: 4, unit: 3 })
})

test('another cell that is chosen meanwhile keeps the job of the address, not its arithmetic', async () => {
  const coming = showScene({
    ...LEFT_OUT,
    scene: 'recall',
    cell: 'lstm',
    slot: 'f',
    open: 'f',
    term: 'U_f.1',
  })
  actions.setCell('gru')
  await coming
  expect(view()).toMatchObject({ cell: 'gru', slot: 'z', open: null, term: null })
  expect(useStore.getState().notices).toEqual([])
  expect(useStore.getState().runs.gru).toBeDefined()
})

test('comparing that is chosen meanwhile has all three cells', async () => {
  const coming = showScene({ ...LEFT_OUT, scene: 'recall' })
  actions.setCompare(true)
  await coming
  expect(view().compare).toBe(true)
  expect(Object.keys(useStore.getState().runs)).toEqual(expect.arrayContaining(['rnn', 'lstm', 'gru']))
})

test('gradients that are chosen meanwhile leave the Compare and the arithmetic of the address', async () => {
  for (const asked of [{ compare: true }, { slot: 'f', open: 'f', term: 'U_f.1' }] as const) {
    useStore.setState(initialState())
    const coming = showScene({ ...LEFT_OUT, scene: 'recall', cell: 'lstm', ...asked })
    actions.setReading('gradient')
    await coming
    expect(view()).toMatchObject({
      reading: 'gradient',
      cell: 'lstm',
      compare: false,
      open: null,
      term: null,
    })
  }
})

test('a cell, or folding, that is chosen meanwhile leaves the Compare of the address', async () => {
  for (const [choose, chosen] of [
    [() => actions.setCell('gru'), { cell: 'gru' }],
    [() => actions.setFold(0.5), { folded: 0.5 }],
  ] as const) {
    useStore.setState(initialState())
    const coming = showScene({ ...LEFT_OUT, scene: 'recall', compare: true })
    choose()
    await coming
    expect(view()).toMatchObject({ compare: false, ...chosen })
  }
})

test('values that are chosen meanwhile keep the Compare of the address', async () => {
  actions.setReading('gradient')
  const coming = showScene({ ...LEFT_OUT, scene: 'recall', compare: true })
  actions.setReading('values')
  await coming
  expect(view()).toMatchObject({ compare: true, reading: 'values' })
})

test('folding that is chosen meanwhile leaves gradients and Compare of the address, also before its first frame', async () => {
  const frames = useFrames()
  for (const asked of [{ reading: 'gradient' }, { compare: true }] as const) {
    useStore.setState(initialState())
    const coming = showScene({ ...LEFT_OUT, scene: 'recall', ...asked })
    actions.setFolded(true)
    await coming
    frames.pass(1000)
    expect(view()).toMatchObject({ compare: false, reading: 'values', folded: 1 })
  }
})

test('a laboratory and what is set in it are one wish', async () => {
  const opening = showScene({ ...LEFT_OUT, scene: 'recall', page: 'train', lab: 'gradients', set: 'bias_2' })
  actions.setLab('decay')
  await opening
  expect(view()).toMatchObject({ lab: 'decay', set: '' })
  const setting = showScene({ ...LEFT_OUT, scene: 'recall', page: 'train', lab: 'gradients', set: 'bias_2' })
  actions.setSettings('lambda_1')
  await setting
  expect(view()).toMatchObject({ lab: 'decay', set: 'lambda_1' })
})

test('a wish for what was there before is one as well', async () => {
  const coming = showScene({ ...LEFT_OUT, scene: 'recall', reading: 'gradient' })
  actions.setReading('gradient')
  actions.setReading('values')
  await coming
  expect(view().reading).toBe('values')
})

test('a step that was begun meanwhile ends: the playhead is where the address put it', async () => {
  const frames = useFrames()
  await showScene({ ...LEFT_OUT, scene: 'recall', t: 2, phase: 1 })
  const coming = showScene({ ...LEFT_OUT, scene: 'recall', t: 9, phase: 4, again: true })
  actions.stepPhase(1)
  await coming
  frames.pass(1000)
  expect(momentOf(view().clock)).toEqual({ t: 9, phase: 4 })
})

test('an unknown slot of the address is told, also when another cell was chosen meanwhile', async () => {
  const coming = showScene({ ...LEFT_OUT, scene: 'recall', cell: 'lstm', slot: 'nonsense' })
  actions.setCell('gru')
  await coming
  expect(useStore.getState().notices).toMatchObject([{ key: 'slot', got: 'nonsense' }])
})

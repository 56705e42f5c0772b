// @vitest-environment jsdom
/** Back leads to where one was, also from a place that was chosen while the scene came in. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { actions } from '../../src/store/actions.ts'
import { connectAddress } from '../../src/store/history.ts'
import { initialState, useStore } from '../../src/store/state.ts'
import { useFrames } from './frames.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'

let stop = (): void => {}

beforeEach(() => {
  useStore.setState(initialState())
  vi.stubGlobal('fetch', async (path: string) => {
    const file = path.replace(/^.*scenes\//, '')
    return new Response(file.endsWith('.json') ? await fetchText(file) : (await fetchBytes(file)).slice())
  })
  window.history.replaceState(null, '', '#scene=recall&cell=lstm&t=9&phase=6')
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

const ready = () => vi.waitFor(() => expect(useStore.getState().status).toBe('ready'), { timeout: 20_000 })

test('what the address asks for, however it is completed, is no entry of its own', async () => {
  const entries = window.history.length
  stop = connectAddress()
  await ready()
  expect(window.history.length).toBe(entries)
  actions.setCell('gru')
  expect(window.history.length).toBe(entries + 1)
})

test('a place that is chosen while the scene comes in has an entry of its own', async () => {
  for (const choose of [
    () => actions.setPage('train'),
    () => actions.setCell('rnn'),
    () => actions.setReading('gradient'),
    () => actions.setScene('counting'),
  ]) {
    useStore.setState(initialState())
    window.history.replaceState(null, '', '#scene=recall&cell=lstm&t=9&phase=6')
    const entries = window.history.length
    stop = connectAddress()
    choose()
    await ready()
    expect(window.history.length).toBe(entries + 1)
    stop()
  }
})

test('what is set meanwhile without going anywhere has none', async () => {
  const entries = window.history.length
  stop = connectAddress()
  actions.setSpeed(4)
  await ready()
  expect(window.history.length).toBe(entries)
})

test('folding from Compare or from gradients is one step, back to where one was', async () => {
  const frames = useFrames()
  for (const place of ['compare=1', 'reading=gradient']) {
    useStore.setState(initialState())
    window.history.replaceState(null, '', `#scene=recall&cell=lstm&t=9&phase=6&${place}`)
    stop = connectAddress()
    await ready()
    const entries = window.history.length
    actions.setFolded(true)
    frames.pass(1000)
    expect(useStore.getState().view).toMatchObject({ folded: 1, compare: false, reading: 'values' })
    expect(window.history.length).toBe(entries + 1)
    stop()
  }
})

test('side by side, going from cell to cell is none', async () => {
  window.history.replaceState(null, '', '#scene=recall&cell=lstm&t=9&phase=6&compare=1')
  stop = connectAddress()
  await ready()
  const entries = window.history.length
  useStore.setState(({ view }) => ({ view: { ...view, cell: 'gru', slot: 'z' } }))
  expect(window.history.length).toBe(entries)
  actions.setCell('gru')
  expect(window.history.length).toBe(entries + 1)
})

test('comparing, or gradients, from a folded chain is one step', async () => {
  for (const choose of [() => actions.setCompare(true), () => actions.setReading('gradient')]) {
    useStore.setState(initialState())
    window.history.replaceState(null, '', '#scene=recall&cell=lstm&t=9&phase=6&folded=1')
    stop = connectAddress()
    await ready()
    const entries = window.history.length
    choose()
    expect(window.history.length).toBe(entries + 1)
    stop()
  }
})

test('an address that is followed in the middle of a fold, or while it plays, leaves the history as it is', async () => {
  const frames = useFrames()
  for (const move of [() => actions.setFolded(true), () => actions.play()]) {
    useStore.setState(initialState())
    window.history.replaceState(null, '', '#scene=recall&cell=lstm&t=3&phase=1')
    stop = connectAddress()
    await ready()
    move()
    frames.pass(500)
    const entries = window.history.length
    // As the browser goes back: another address, and the news of it.
    window.history.replaceState(null, '', '#scene=recall&cell=gru&t=5&phase=6')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await ready()
    frames.pass(1000)
    expect(useStore.getState().view).toMatchObject({ cell: 'gru', folded: 0 })
    expect(window.location.hash).toContain('cell=gru')
    expect(window.history.length).toBe(entries)
    stop()
  }
})

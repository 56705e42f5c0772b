// @vitest-environment jsdom
/** Back leads to where one was, also from a place that was chosen while the scene came in. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { actions } from '../../src/store/actions.ts'
import { connectAddress } from '../../src/store/history.ts'
import { initialState, useStore } from '../../src/store/state.ts'
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

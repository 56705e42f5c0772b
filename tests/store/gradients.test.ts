/**
 * Gradients of what is on screen: the loss is the one of training, sources are parts of it, and every number
 * of the shipped networks agrees with finite differences.
 *
 * @vitest-environment jsdom
 */
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkGradient } from '../../src/describe/finiteDifference.ts'
import { evaluate, gradAt, gradPlane, lossAndGradient } from '../../src/engine/index.ts'
import { sequenceOf } from '../../src/scenes/load.ts'
import { actions } from '../../src/store/actions.ts'
import { directionOf } from '../../src/store/clock.ts'
import { exampleLoss, gradientRun, useGradientRun, type GradientRun } from '../../src/store/gradients.ts'
import { useStore } from '../../src/store/state.ts'
import { clockAt, momentOf } from '../../src/store/view.ts'
import { showScene } from '../panels/stage/scene.ts'

const SCENES = ['recall', 'sentiment', 'counting', 'co2'] as const

const ready = async (
  scene: string,
): Promise<{ all: ReturnType<typeof exampleLoss>; state: ReturnType<typeof useStore.getState> }> => {
  await showScene(scene, { t: 0 })
  const state = useStore.getState()
  const loaded = state.loaded!.scene
  return { all: exampleLoss(loaded, loaded.examples[0]!), state }
}

describe.each(SCENES)('%s', (scene) => {
  it('sends back the loss that training would count for the example', async () => {
    const { all, state } = await ready(scene)
    for (const run of Object.values(state.runs)) {
      const batch = [
        {
          sequence: sequenceOf(state.loaded!.scene.examples[0]!),
          target: Float64Array.from(all.target),
          mask: Uint8Array.from(all.mask),
        },
      ]
      const found = gradientRun(run, all, 'all')
      expect(found.value).toBe(evaluate(run.network, run.parameters, all.loss, batch))
      const trained = lossAndGradient(run.network, run.parameters, all.loss, batch)
      expect(Array.from(found.gradients.parameters)).toEqual(Array.from(trained.gradient))
    }
  })

  it('splits it by steps: the marks add up, and the last is one of them', async () => {
    const { all, state } = await ready(scene)
    const run = state.runs.gru!
    const found = gradientRun(run, all, 'all')
    const total = found.marks.reduce((sum, { value }) => sum + value, 0)
    expect(Math.abs(total - found.value)).toBeLessThanOrEqual(1e-12)
    expect(found.marks.every(({ sent }) => sent)).toBe(true)
    const last = gradientRun(run, all, 'last')
    expect(last.marks.filter(({ sent }) => sent)).toEqual([last.marks.at(-1)])
    expect(last.value).toBe(last.marks.at(-1)!.value)
  })

  it('agrees with finite differences for every cell and source', async () => {
    const { all, state } = await ready(scene)
    for (const cellId of ['rnn', 'lstm', 'gru'] as const) {
      const run = state.runs[cellId]!
      for (const source of ['all', 'last', 'y2'] as const) {
        const found = gradientRun(run, all, source)
        for (const slot of Object.keys(run.cell.equations))
          for (const t of [0, 2, run.layer.T - 1]) {
            const shown = gradAt(found.layer, t, slot)[1]!
            const probe = { network: run.trace, part: 0, objective: found.objective, slot, unit: 1, t }
            const { verdict, measured } = checkGradient(probe, shown)
            expect(verdict, `${cellId} ${source} ${slot} at ${t}: ${shown}, ${measured}`).not.toBe('differs')
          }
      }
    }
  })
})

it('holds every state and gate within its scale', async () => {
  const { all, state } = await ready('recall')
  const found = gradientRun(state.runs.lstm!, all, 'all')
  const most = Math.max(
    ...Object.keys(found.run.cell.equations).flatMap((slot) =>
      Array.from(gradPlane(found.layer, slot), Math.abs),
    ),
  )
  expect(most).toBeLessThanOrEqual(found.reach)
  expect(most).toBeGreaterThan(found.reach / 10)
})

it('follows one output to its step alone', async () => {
  const { all, state } = await ready('recall')
  const { marks, layer, objective } = gradientRun(state.runs.lstm!, all, 'y12')
  expect(objective).toEqual({ kind: 'output', row: 12, output: 0 })
  expect(marks).toEqual([{ t: 12, value: state.runs.lstm!.trace.outputs[12], sent: true }])
  expect(Math.max(...Array.from(gradAt(layer, 13, 'h'), Math.abs))).toBe(0)
  expect(Math.max(...Array.from(gradAt(layer, 12, 'h'), Math.abs))).toBeGreaterThan(0)
})

it('is worked out once, and anew for another source', async () => {
  await ready('recall')
  const { result } = renderHook(() => useGradientRun())
  const first = result.current as GradientRun
  act(() => actions.select({ unit: 1 }))
  expect(result.current).toBe(first)
  act(() => actions.setSource('last'))
  expect((result.current as GradientRun).source).toBe('last')
  act(() => actions.setSource('all'))
  expect(result.current).toBe(first)
})

describe('the reading', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] })
  })
  afterEach(() => {
    actions.pause()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const now = () => useStore.getState().view

  it('of gradients is of the unrolled chain of one cell', async () => {
    await ready('recall')
    actions.setFold(1)
    actions.setReading('gradient')
    expect(now()).toMatchObject({ reading: 'gradient', folded: 0, compare: false })
    actions.setCompare(true)
    expect(now()).toMatchObject({ reading: 'values', compare: true })
    actions.setReading('gradient')
    actions.setFold(0.3)
    expect(now()).toMatchObject({ reading: 'values', folded: 0.3 })
    actions.setReading('gradient')
    actions.setFolded(true)
    expect(now()).toMatchObject({ reading: 'values' })
  })

  it.each([
    ['frame by frame', true],
    ['with less motion phase by phase', false],
  ])('plays gradients to the left, from the end, %s, and stops at the start', async (_how, moves) => {
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: moves && query.includes('no-preference') }))
    await showScene('recall', { cell: 'rnn', reading: 'gradient', t: 0, phase: 1, speed: 4 })
    expect(directionOf(now())).toBe(-1)
    const last = useStore.getState().scenes!.en.T - 1
    const passed: number[] = []
    const stop = useStore.subscribe(({ view }) => {
      const { t, phase } = momentOf(view.clock)
      passed.push(clockAt(t, phase))
    })
    actions.play()
    expect(now().clock).toBe(clockAt(last, 6))
    vi.advanceTimersByTime(60_000)
    stop()
    expect(useStore.getState().playing).toBe(false)
    expect(now().clock).toBe(0)
    const phases = [...new Set(passed)]
    expect(phases).toEqual(phases.toSorted((a, b) => b - a))
    // The simple RNN does nothing in phase 4.
    expect(phases.filter((clock) => clock % 6 === 3)).toEqual([])
    expect(phases.length).toBe((last + 1) * 5)
    const frames = passed.filter((clock) => clock === clockAt(5, 3)).length
    if (moves) expect(frames).toBeGreaterThan(2)
    else expect(frames).toBe(1)
  })
})

/** The scene on screen: runs, words, opening, and what of an asked view fits it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/engine/index.ts'
import { loadScene, sequenceOf, type LoadedScene } from '../../src/scenes/load.ts'
import { SceneError } from '../../src/scenes/sceneError.ts'
import { actions } from '../../src/store/actions.ts'
import { CELL_IDS, runExample } from '../../src/store/running.ts'
import { resolveView } from '../../src/store/resolve.ts'
import { openingOf, sameJob } from '../../src/store/selection.ts'
import { describeExample } from '../../src/store/sceneView.ts'
import { initialState, useStore } from '../../src/store/state.ts'
import { INITIAL_VIEW, momentOf } from '../../src/store/view.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'

let recall: LoadedScene

beforeAll(async () => {
  recall = await loadScene(fetchText, fetchBytes, 'recall')
})

test('every cell of the scene runs, and its trace is the engine’s', () => {
  const { runs, failures } = runExample(recall, 0)
  expect(failures).toEqual({})
  expect(Object.keys(runs).toSorted()).toEqual([...CELL_IDS].toSorted())
  const { network, parameters } = recall.networks['lstm']!
  const trace = run(network, parameters, sequenceOf(recall.scene.examples[0]!))
  expect(runs.lstm?.layer.values).toEqual(trace.traces[0]!.values)
  expect(runs.lstm?.trace.outputs).toEqual(trace.outputs)
})

test('a cell whose weights failed is told apart; the others run', () => {
  const parts = { what: 'recall/gru.safetensors', expected: '8 bytes', got: '3', todo: 'Reload.' }
  const { gru: _gru, ...networks } = recall.networks
  const { runs, failures } = runExample({ ...recall, networks, failures: { gru: new SceneError(parts) } }, 0)
  expect(Object.keys(runs).toSorted()).toEqual(['feedforward', 'lstm', 'rnn'])
  expect(failures).toEqual({ gru: parts })
})

test('a cell that the scene does not have is a failure of that cell', () => {
  const { rnn: _rnn, ...networks } = recall.networks
  const { failures } = runExample({ ...recall, networks }, 0)
  expect(failures.rnn).toMatchObject({ what: 'recall, rnn' })
})

test('the scene is described in both languages', () => {
  const { en, es } = describeExample(recall, 0)
  expect(en.features).toEqual(['value', 'store', 'recall'])
  expect(es.features).toEqual(['valor', 'guardar', 'recordar'])
  expect(en.said[9]).toBe('store −0.78')
  expect(es.said[9]).toBe('guardar −0,78')
  expect(en.said).toHaveLength(en.T)
  expect(en.targets.flatMap((target, t) => (target ? [t] : []))).toEqual(
    en.marks.flatMap((mark, t) => (mark === 'R' ? [t] : [])),
  )
})

test('an example that the scene does not have is an error that counts them', () => {
  expect(() => describeExample(recall, 99)).toThrow(/0 to 2, got 99/)
})

describe('opening', () => {
  test('the step at which memory changes most, at the unit and the gate that do it', () => {
    const lstm = runExample(recall, 0).runs.lstm!
    const { clock, slot, unit } = openingOf(lstm)
    const { t, phase } = momentOf(clock)
    expect(phase).toBe(4)
    expect(slot).toBe('f')
    // The scene stores its second value there.
    expect(recall.scene.examples[0]!.steps[t]!.mark).toBe('S')
    expect(unit).toBeGreaterThanOrEqual(0)
    expect(unit).toBeLessThan(lstm.layer.program.H)
    expect(openingOf(lstm, t)).toEqual(openingOf(lstm))
  })

  test('a cell without gates opens at its output, when it is there', () => {
    const { slot, clock } = openingOf(runExample(recall, 0).runs.rnn!)
    expect(slot).toBe('h')
    expect(momentOf(clock).phase).toBe(5)
  })

  test('every cell of a scene opens at the same step', () => {
    const { lstm, gru, rnn } = runExample(recall, 0).runs
    const steps = [lstm!, gru!, rnn!].map((run) => momentOf(openingOf(run, undefined, lstm).clock).t)
    expect(new Set(steps)).toEqual(new Set([momentOf(openingOf(lstm!).clock).t]))
  })
})

test('another cell keeps the job that is looked at', () => {
  expect(sameJob('f', 'lstm', 'gru')).toBe('z')
  expect(sameJob('g', 'lstm', 'gru')).toBe('n')
  expect(sameJob('z', 'gru', 'lstm')).toBe('f')
  expect(sameJob('h', 'lstm', 'rnn')).toBe('h')
  expect(sameJob('x', 'lstm', 'rnn')).toBe('x')
  expect(sameJob('f', 'lstm', 'rnn')).toBe('h')
})

describe('resolving an asked view', () => {
  const facts = () => ({ T: 24, examples: 3, runs: runExample(recall, 0).runs })

  test('without wishes it opens by rule', () => {
    const { view, notices } = resolveView({}, INITIAL_VIEW, facts())
    expect(notices).toEqual([])
    expect(view.clock).toBe(openingOf(facts().runs.lstm!).clock)
  })

  test('what lies outside the scene is held within it and told', () => {
    const { view, notices } = resolveView({ t: 99, unit: 8, slot: 'nope', example: 7 }, INITIAL_VIEW, facts())
    expect(momentOf(view.clock).t).toBe(23)
    expect(view).toMatchObject({ unit: 7, slot: 'f', example: 2 })
    expect(notices.map(({ key }) => key).toSorted()).toEqual(['example', 'slot', 't', 'unit'])
    expect(notices.find(({ key }) => key === 't')).toEqual({
      key: 't',
      expected: '0 – 23',
      got: '99',
      shown: '23',
    })
  })

  test('what cannot be shown beside something else that is asked for is told', () => {
    const told = (asked: Parameters<typeof resolveView>[0]) =>
      resolveView(asked, INITIAL_VIEW, facts()).notices.map(
        ({ key, expected, got, shown }) => `${key}: ${expected}; ${got}; ${shown}`,
      )
    expect(told({ compare: true, folded: 1, reading: 'gradient' })).toEqual([
      'reading: values (compare=1); gradient; values',
      'folded: 0 (compare=1); 1; 0',
    ])
    expect(told({ compare: true, open: 'f' })).toEqual(['open: – (compare=1); f; '])
    expect(told({ open: 'f', reading: 'gradient' })).toEqual(['reading: values (open=f); gradient; values'])
    expect(told({ reading: 'gradient', folded: 0.5 })).toEqual(['folded: 0 (reading=gradient); 0.5; 0'])
    // An equation that the cell does not have is left out, and the gradients are shown.
    expect(
      told({ cell: 'rnn', open: 'f', reading: 'gradient', folded: 1 }).map((text) => text.split(':')[0]),
    ).toEqual(['open', 'folded'])
    // What was on screen before is no wish.
    expect(resolveView({ compare: true }, { ...INITIAL_VIEW, folded: 1 }, facts()).notices).toEqual([])
  })

  test('a gradient comes from a step that there is', () => {
    const { view, notices } = resolveView({ source: 'y99' }, INITIAL_VIEW, facts())
    expect(view.source).toBe('y23')
    expect(notices).toEqual([{ key: 'source', expected: 'y0 – y23', got: 'y99', shown: 'y23' }])
  })

  test('a wish that fits is followed', () => {
    const { view, notices } = resolveView(
      { cell: 'gru', t: 3, phase: 2, slot: 'z', unit: 1, folded: 1 },
      INITIAL_VIEW,
      facts(),
    )
    expect(notices).toEqual([])
    expect(view).toMatchObject({ cell: 'gru', slot: 'z', unit: 1, folded: 1 })
    expect(momentOf(view.clock)).toEqual({ t: 3, phase: 2 })
  })

  test('three lanes are always unrolled', () => {
    expect(resolveView({ compare: true, folded: 1 }, INITIAL_VIEW, facts()).view.folded).toBe(0)
  })

  test('the open arithmetic is an equation of the cell, and the product one of its weights', () => {
    const asked = resolveView({ open: 'i', slot: 'f', term: 'U_i.7' }, INITIAL_VIEW, facts())
    expect(asked.notices).toEqual([])
    expect(asked.view).toMatchObject({ open: 'i', slot: 'i', term: 'U_i.7' })
    const wrong = resolveView({ cell: 'gru', open: 'f', term: 'U_z.1' }, INITIAL_VIEW, facts())
    expect(wrong.view).toMatchObject({ open: null, term: null })
    expect(wrong.notices).toMatchObject([{ key: 'open', expected: 'r, z, n, h' }])
    const far = resolveView({ open: 'f', term: 'U_f.8' }, INITIAL_VIEW, facts())
    expect(far.view).toMatchObject({ open: 'f', term: null })
    expect(far.notices).toMatchObject([{ key: 'term', expected: 'W_f.0 – W_f.2, U_f.0 – U_f.7' }])
    expect(resolveView({ open: 'f', compare: true }, INITIAL_VIEW, facts()).view.open).toBeNull()
  })
})

describe('the open arithmetic', () => {
  const view = () => useStore.getState().view

  test('follows the selection and the cell, and closes with them', () => {
    const { scene } = recall
    useStore.setState({
      ...initialState(),
      status: 'ready',
      loaded: recall,
      ...runExample(recall, 0),
      view: { ...INITIAL_VIEW, scene: scene.id },
    })
    actions.openArithmetic('nothing')
    expect(view().open).toBeNull()
    actions.setTerm('U_f.1')
    expect(view().term).toBeNull()
    actions.openArithmetic('f', 3)
    actions.setTerm('U_f.1')
    expect(view()).toMatchObject({ open: 'f', slot: 'f', unit: 3, term: 'U_f.1' })
    actions.select({ slot: 'c' })
    expect(view()).toMatchObject({ open: 'c', term: null })
    actions.select({ slot: 'f' })
    actions.setCell('gru')
    expect(view()).toMatchObject({ open: 'z', slot: 'z', cell: 'gru' })
    actions.setCompare(true)
    expect(view().open).toBeNull()
    actions.openArithmetic('z')
    expect(view()).toMatchObject({ open: 'z', compare: false })
    actions.closeArithmetic()
    expect(view()).toMatchObject({ open: null, term: null, slot: 'z' })
  })
})

// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useMemo } from 'react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryNorms } from '../../../src/describe/memory.ts'
import { at } from '../../../src/engine/index.ts'
import { CompareStage } from '../../../src/panels/stage/CompareStage.tsx'
import { Stage } from '../../../src/panels/stage/Stage.tsx'
import { actions, momentOf, useScene, useStore, useView } from '../../../src/store/index.ts'
import { formsFor, scaleFor, showNetwork, showScene } from './scene.ts'

/** As the page does: one scale for both. */
const Page = ({ width = 1104 }: { readonly width?: number }) => {
  const T = useScene()?.T ?? 1
  const isCompare = useView((view) => view.compare)
  const forms = useMemo(() => formsFor(T, width), [T, width])
  return isCompare ? <CompareStage forms={forms} width={width} /> : <Stage forms={forms} width={width} />
}

// jsdom paints nothing; the ribbons' colours are looked at in a browser.
beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = () => null
})
afterEach(cleanup)

const now = () => momentOf(useStore.getState().view.clock)
// Roles are asked of the document itself: looking for them among a thousand marks takes seconds.
const all = (role: string) => [...document.querySelectorAll<HTMLElement>(`[role="${role}"]`)]
const steps = () => all('option')
const openStep = () => steps().find((step) => step.getAttribute('aria-selected') === 'true')!
const marks = (container: HTMLElement, selector: string) =>
  [...container.querySelectorAll<SVGElement>(selector)].map(({ dataset }) => dataset)

describe('the unrolled chain', () => {
  beforeEach(() => showScene('recall'))

  test.each(['rnn', 'lstm', 'gru'] as const)('of the %s shows only numbers of its trace', async (cell) => {
    await showScene('recall', { cell, unit: 3 })
    const { container } = render(<Page />)
    const { layer, trace } = useStore.getState().runs[cell]!
    const shown = marks(container, '.stage-picture [data-slot][data-unit][data-t][data-value]')
    expect(shown.length).toBeGreaterThan(100)
    for (const { slot = '', unit, t, value } of shown) {
      const expected = slot === 'y' ? trace.outputs[Number(t)] : at(layer, Number(t), slot)[Number(unit)]
      expect(Number(value)).toBe(expected)
    }
  })

  test('draws nothing of what is not computed, unless all is revealed', () => {
    const { container } = render(<Page />)
    const late = () => marks(container, '[data-slot="f"], [data-slot="y"]').filter(({ t }) => Number(t) > 9)
    expect(late()).toEqual([])
    act(() => actions.setReveal(true))
    expect(late()).not.toEqual([])
  })

  test('is one stop of the tab order in which arrows open steps and choose units', () => {
    render(<Page />)
    expect(steps().filter((step) => step.getAttribute('tabindex') === '0')).toHaveLength(1)
    const open = openStep()
    expect(open).toHaveAttribute('data-step', '9')
    act(() => open.focus())
    fireEvent.keyDown(open, { key: 'ArrowRight' })
    expect(now()).toEqual({ t: 10, phase: 4 })
    expect(document.activeElement).toHaveAttribute('data-step', '10')
    fireEvent.keyDown(document.activeElement!, { key: 'Home' })
    expect(document.activeElement).toHaveAttribute('data-step', '0')
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' })
    expect(useStore.getState().view.unit).toBe(6)
  })

  test('names each step by its numbers, and a later one by what is known of it', () => {
    render(<Page />)
    const f = at(useStore.getState().runs.lstm!.layer, 8, 'f')[7]!.toFixed(2)
    expect(steps()[8]).toHaveAccessibleName(expect.stringMatching(`^step 8: unit 7: f ${f}, i `))
    expect(steps()[12]).toHaveAccessibleName(/^step 12: not computed yet; input recall .*target −0.78$/)
  })

  test('has the phases as one group of choices', () => {
    render(<Page />)
    const phases = all('radio')
    expect(phases.map(({ textContent }) => textContent)).toEqual(
      ['concat', 'pre-act.', 'gates', 'cell', 'hidden', 'output'].map((name, k) => `${k + 1}${name}`),
    )
    fireEvent.click(phases[1]!)
    expect(now()).toEqual({ t: 9, phase: 2 })
    fireEvent.keyDown(phases[1]!, { key: 'ArrowRight' })
    expect(now().phase).toBe(3)
    const checked = all('radio').find((radio) => radio.getAttribute('aria-checked') === 'true')
    expect(checked).toHaveAccessibleName('phase 3: gates')
  })

  test('has a twin as a table', () => {
    render(<Page />)
    const rows = document.querySelectorAll('table tr')
    expect(rows).toHaveLength(25)
    const cells = rows[10]!.querySelectorAll('td')
    expect(cells[0]).toHaveTextContent('store −0.78')
    const c = at(useStore.getState().runs.lstm!.layer, 9, 'c')[7]!
    expect(cells[5]).toHaveTextContent(c.toFixed(2).replace('-', '−'))
  })

  test('opens the step that is pressed, and the gate whose meter it was', () => {
    const { container } = render(<Page />)
    const meter = container.querySelector('[data-slot="o"][data-t="3"]')!
    const x = scaleFor(24, 9).middle(3)
    fireEvent.pointerDown(meter, { button: 0, pointerId: 1, clientX: x })
    fireEvent.pointerUp(meter, { button: 0, pointerId: 1, clientX: x })
    expect(now()).toEqual({ t: 3, phase: 4 })
    expect(useStore.getState().view.slot).toBe('o')
  })

  test('is scrubbed by dragging: one column a step', () => {
    const { container } = render(<Page />)
    const chain = container.querySelector<HTMLElement>('.stage-chain')!
    chain.setPointerCapture = () => undefined
    const { w } = scaleFor(24, 9)
    fireEvent.pointerDown(chain, { button: 0, pointerId: 1, clientX: 400 })
    fireEvent.pointerMove(chain, { pointerId: 1, clientX: 400 + 3 * w })
    expect(now()).toEqual({ t: 12, phase: 4 })
    fireEvent.pointerMove(chain, { pointerId: 1, clientX: 400 - 2 * w })
    expect(now().t).toBe(7)
    fireEvent.pointerUp(chain, { pointerId: 1, clientX: 400 - 2 * w })
    fireEvent.pointerMove(chain, { pointerId: 1, clientX: 900 })
    expect(now().t).toBe(7)
  })

  test('touches no column that the lens does not pass', () => {
    const { container } = render(<Page />)
    const markup = (t: number) => container.querySelector(`[data-step="${t}"]`)!.outerHTML
    const columns = [0, 5, 15, 23]
    const before = columns.map(markup)
    act(() => actions.select({ t: 10 }))
    expect(columns.map(markup)).toEqual(before)
  })

  test('stays small: at most 1,550 nodes', () => {
    const { container } = render(<Page />)
    expect(container.querySelectorAll('*').length).toBeLessThanOrEqual(1550)
  })

  test('speaks Spanish', () => {
    useStore.setState({ language: 'es' })
    render(<Page />)
    expect(steps()[8]).toHaveAccessibleName(/^paso 8: unidad 7: f \d,\d+/)
    expect(screen.getByText('W común')).toBeInTheDocument()
  })

  test('shows one neighbour at each side on a narrow screen', () => {
    render(<Page width={390} />)
    expect(steps().map((step) => step.getAttribute('data-step'))).toEqual(['8', '9', '10'])
  })
})

describe('the folded cell', () => {
  test.each([
    ['lstm', ['c', 'h']],
    ['gru', ['h']],
    ['rnn', ['h']],
  ] as const)('%s hands on %s', async (cell, carried) => {
    await showScene('recall', { cell, folded: 1, phase: 6 })
    const { container } = render(<Page />)
    expect(screen.getAllByText('next step')).toHaveLength(carried.length)
    const { layer } = useStore.getState().runs[cell]!
    const strands = marks(container, '.stage-loop [data-value]')
    expect(strands).toHaveLength(carried.length * 16)
    for (const { slot, unit, t, value } of strands)
      expect(Number(value)).toBe(at(layer, Number(t), slot!)[Number(unit)])
    expect(screen.getByText('1 cell, used 24 times')).toBeInTheDocument()
  })

  test('hands on what is computed only', async () => {
    await showScene('recall', { folded: 1, phase: 4 })
    const { container } = render(<Page />)
    const out = marks(container, '.stage-loop [data-t="9"]').map(({ slot }) => slot)
    expect(new Set(out)).toEqual(new Set(['c']))
  })

  test('comes from the initial state at the first step', async () => {
    await showScene('recall', { folded: 1, t: 0 })
    const { container } = render(<Page />)
    expect(marks(container, '.stage-loop [data-t="-1"]')).toHaveLength(16)
  })
})

describe('Compare', () => {
  test('has three lanes on one clock, with what each costs and remembers', async () => {
    await showScene('recall', { compare: true, phase: 6 })
    const { container } = render(<Page />)
    const { runs } = useStore.getState()
    const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent)
    for (const cell of ['rnn', 'lstm', 'gru'] as const) {
      const run = runs[cell]!
      const lane = container.querySelector(`.stage-lane-body[data-lane="${cell}"]`)!
      expect(headings).toContain(run.cell.name)
      expect(screen.getByText(String(run.record.parameterCount))).toBeInTheDocument()
      const y = lane.querySelector<SVGElement>('[data-slot="y"]')!.dataset
      expect(Number(y['value'])).toBe(run.trace.outputs[9])
      const memory = lane.querySelector<SVGElement>('[data-memory-of]')!.dataset
      expect(Number(memory['value'])).toBe(memoryNorms(run.trace, Number(memory['memoryOf']))[9])
    }
    expect(steps()).toHaveLength(24)
    expect(container.querySelectorAll('*').length).toBeLessThan(2000)
  })

  test('has a fourth lane when it is switched on: the layer that sees x alone', async () => {
    await showScene('recall', { compare: true, phase: 6 })
    const { container } = render(<Page />)
    const lanes = () =>
      [...container.querySelectorAll('.stage-lane-body')].map((lane) => lane.getAttribute('data-lane'))
    expect(lanes()).toEqual(['rnn', 'lstm', 'gru'])
    fireEvent.click(screen.getByRole('switch'))
    expect(useStore.getState().view.feedforward).toBe(true)
    expect(lanes()).toEqual(['feedforward', 'rnn', 'lstm', 'gru'])
    const run = useStore.getState().runs.feedforward!
    const y = container.querySelector('[data-lane="feedforward"] [data-slot="y"]')!
    expect(Number(y.getAttribute('data-value'))).toBe(run.trace.outputs[9])
    // Nothing is carried, so no ribbon runs through it.
    expect(container.querySelectorAll('.stage-lane')[0]!.children).toHaveLength(0)
    fireEvent.click(screen.getByRole('switch'))
    expect(lanes()).toHaveLength(3)
  })

  test('says what did not learn, and only that', async () => {
    await showScene('recall', { compare: true })
    const { runs } = useStore.getState()
    const lstm = runs.lstm!
    useStore.setState({
      runs: { ...runs, lstm: { ...lstm, record: { ...lstm.record, learned: false } } },
    })
    const expected = Object.values(useStore.getState().runs).filter(
      ({ cellId, record }) => cellId !== 'feedforward' && !record.learned,
    )
    render(<Page />)
    expect(screen.getAllByText('did not learn within this budget')).toHaveLength(expected.length)
  })

  test('keeps the other lanes when one cell failed to load', async () => {
    await showScene('recall', { compare: true })
    const { runs } = useStore.getState()
    const failure = { what: 'gru.safetensors', expected: '305 numbers', got: '12', todo: 'Try again.' }
    useStore.setState({ runs: { rnn: runs.rnn!, lstm: runs.lstm! }, failures: { gru: failure } })
    const { container } = render(<Page />)
    expect(all('alert')[0]).toHaveTextContent(/gru.safetensors.*305 numbers.*12.*Try again/)
    expect(container.querySelectorAll('.stage-lane-body')).toHaveLength(2)
  })
})

describe('other scenes', () => {
  test('with one output at the end show it there only', async () => {
    await showScene('sentiment', { t: 0, phase: 6, reveal: true })
    const { container } = render(<Page />)
    const { T } = useStore.getState().scenes!.en
    expect(marks(container, '[data-slot="y"]').map(({ t }) => Number(t))).toEqual([T - 1])
  })

  test('with classes show the probability of the right one, and what is predicted', async () => {
    await showScene('counting', { t: 0, phase: 6, reveal: true })
    const { container } = render(<Page />)
    const { trace, network } = useStore.getState().runs.lstm!
    const { targets, outputNames } = useStore.getState().scenes!.en
    const asked = targets.findIndex((target) => target !== null)
    const y = marks(container, `[data-slot="y"][data-t="${asked}"]`)[0]!
    const right = targets[asked]!.indexOf(1)
    expect(Number(y['value'])).toBe(trace.outputs[asked * network.outputs + right])
    expect(outputNames.length).toBe(network.outputs)
  })

  const sine = (T: number) => Array.from({ length: T }, (_, t) => [Math.sin(t), Math.cos(t)])
  const vector = { input: { kind: 'vector', size: 2 }, outputs: 'every' } as const
  const readout = { size: 1, activation: 'identity' } as const

  test('of a single step, one unit, need no neighbours', async () => {
    await showNetwork({ ...vector, readout, H: 1, sequence: sine(1) }, {}, { t: 0, unit: 0 })
    const { container } = render(<Page />)
    expect(steps()).toHaveLength(1)
    act(() => actions.setFolded(true))
    expect(marks(container, '.stage-loop [data-t="-1"]')).toHaveLength(2)
  })

  test('with more than 16 units draw 8 strands and the selected unit', async () => {
    await showNetwork({ ...vector, readout, H: 40, sequence: sine(12) }, {}, { folded: 1, unit: 21 })
    const { container } = render(<Page />)
    const strands = marks(container, '.stage-loop [data-slot="c"][data-t="8"]')
    expect(strands).toHaveLength(9)
    const { layer } = useStore.getState().runs.lstm!
    expect(strands.map(({ value }) => Number(value))).toContain(at(layer, 8, 'c')[21])
  })

  test('too long to draw show a window around the open step', async () => {
    await showNetwork({ ...vector, readout, H: 4, sequence: sine(400) }, {}, { t: 200, unit: 0 })
    render(<Page />)
    expect(steps().length).toBeLessThan(50)
    act(() => actions.select({ t: 390 }))
    expect(openStep()).toHaveAttribute('aria-posinset', '391')
  })
})

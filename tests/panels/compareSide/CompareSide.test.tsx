// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryNorms } from '../../../src/describe/memory.ts'
import { at } from '../../../src/engine/index.ts'
import { CompareSide } from '../../../src/panels/compareSide/CompareSide.tsx'
import { memoryChart } from '../../../src/panels/compareSide/memoryGeometry.ts'
import { actions, formatWhole, useStore } from '../../../src/store/index.ts'
import { showScene } from '../stage/scene.ts'

afterEach(cleanup)

const cells = ['rnn', 'lstm', 'gru'] as const

const runOf = (cell: (typeof cells)[number]) => {
  const run = useStore.getState().runs[cell]
  if (!run) throw new Error(`Expected a run of ${cell}.`)
  return run
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

const valueOf = (container: HTMLElement, selector: string): number =>
  Number(container.querySelector<HTMLElement>(selector)?.dataset['value'])

describe('the side of Compare', () => {
  beforeEach(() => showScene('recall', { compare: true, t: 9, phase: 5 }))

  test.each([
    ['lstm', 'f', false],
    ['lstm', 'i', false],
    ['lstm', 'g', true],
    ['lstm', 'o', false],
    ['gru', 'r', false],
    ['gru', 'z', false],
    ['gru', '1-z', false],
    ['gru', 'n', true],
    ['rnn', 'h', true],
  ] as const)('gives the mean of %s %s over units', (cell, slot, sizes) => {
    const { container } = render(<CompareSide />)
    const units = Array.from(at(runOf(cell).layer, 9, slot)).map((v) => (sizes ? Math.abs(v) : v))
    expect(valueOf(container, `[data-cell=${cell}][data-slot="${slot}"]`)).toBeCloseTo(mean(units), 14)
  })

  test('shows no job before its phase', () => {
    actions.select({ phase: 2 })
    const { container } = render(<CompareSide />)
    expect(container.querySelector('[data-slot=f]')).toBeNull()
  })

  test('counts parameters in every way and says which did not learn', () => {
    const { container } = render(<CompareSide />)
    const counted = (cell: string, way: string) =>
      valueOf(container, `[data-cell=${cell}][data-measure=parameters-${way}]`)
    for (const cell of cells) {
      expect(counted(cell, 'trained')).toBe(runOf(cell).record.parameterCount)
      const gates = { rnn: 1, lstm: 4, gru: 3 }[cell]
      expect(counted(cell, 'pytorch')).toBe(gates * 8 * (3 + 8 + 2) + 9)
    }
    const failed = cells.filter((cell) => !runOf(cell).record.learned)
    expect(screen.queryAllByText(/Did not learn within this budget/)).toHaveLength(failed.length > 0 ? 1 : 0)
    const { hiddenSize, updates, seeds } = runOf('lstm').record
    const terms = new RegExp(
      `${hiddenSize} units each.*${formatWhole(updates, 'en')} updates.*${seeds.length} seeds`,
    )
    expect(screen.getByText(terms)).toBeInTheDocument()
  })

  test('the error is that of the asked steps of this sequence', () => {
    const { container } = render(<CompareSide />)
    const { targets } = useStore.getState().scenes?.en ?? { targets: [] }
    const { trace } = runOf('gru')
    const errors = targets.flatMap((target, t) =>
      target ? [Math.abs((trace.outputs[t] ?? NaN) - (target[0] ?? NaN))] : [],
    )
    expect(valueOf(container, '[data-cell=gru][data-measure=error]')).toBeCloseTo(mean(errors), 14)
  })

  test('where no step is asked there is no error, and it says so', () => {
    const { scenes } = useStore.getState()
    const en = { ...scenes!.en, targets: scenes!.en.targets.map(() => null) }
    useStore.setState({ scenes: { ...scenes!, en } })
    const { container } = render(<CompareSide />)
    expect(container.querySelector('[data-cell=gru][data-measure=error]')).toHaveTextContent('none asked')
    expect(container).not.toHaveTextContent('NaN')
  })

  test('the memory of another output can be chosen, and its numbers stand in a table', () => {
    const { container } = render(<CompareSide />)
    const select = screen.getByRole('combobox', { name: /Output at/ })
    const steps = [...select.querySelectorAll('option')].map(({ value }) => Number(value))
    const [first = NaN] = steps
    fireEvent.change(select, { target: { value: String(first) } })
    expect(screen.getByRole('img', { name: new RegExp(`t = ${first}`) })).toBeInTheDocument()
    const details = container.querySelector<HTMLDetailsElement>('.compare-details')!
    expect(details.querySelectorAll('td')).toHaveLength(0)
    details.open = true
    fireEvent(details, new Event('toggle'))
    const shown = [...container.querySelectorAll<HTMLElement>('.compare-details td[data-cell=lstm]')].map(
      ({ dataset }) => Number(dataset['value']),
    )
    expect(shown).toEqual(Array.from(memoryNorms(runOf('lstm').trace, first)))
  })
})

test.each(['counting', 'co2', 'sentiment'])('the scene %s has a side too', async (id) => {
  await showScene(id, { compare: true, t: 3, phase: 6, unit: 1 })
  render(<CompareSide />)
  expect(screen.getAllByRole('table').length).toBeGreaterThanOrEqual(2)
})

describe('the memory chart', () => {
  test('covers all norms with whole powers of ten; zeros lie on the floor', () => {
    const chart = memoryChart([{ cellId: 'a', name: 'A', norms: [0, 0.002, 3] }], 300, 100)
    expect(chart.floor).toBeCloseTo(1e-3, 12)
    expect(chart.ticks[0]).toBeCloseTo(10, 9)
    expect(chart.y(0)).toBe(chart.y(chart.floor))
    expect(chart.y(3)).toBeLessThan(chart.y(0.002))
    expect(chart.paths[0]?.d).not.toMatch(/NaN/)
  })

  test('a single step and only zeros draw nothing impossible', () => {
    const chart = memoryChart([{ cellId: 'a', name: 'A', norms: [0] }], 300, 100)
    expect(chart.paths[0]?.d).not.toMatch(/NaN|Infinity/)
    expect(chart.ticks.every(Number.isFinite)).toBe(true)
  })
})

describe('the layer without memory as a fourth', () => {
  beforeEach(() => showScene('recall', { compare: true, feedforward: true, t: 9, phase: 5 }))

  test('has a column in every table, and a memory of exactly nothing', () => {
    const { container } = render(<CompareSide />)
    const run = useStore.getState().runs.feedforward!
    expect(valueOf(container, '[data-cell=feedforward][data-measure=parameters-pytorch]')).toBe(8 * 3 + 8 + 9)
    expect(valueOf(container, '[data-cell=feedforward][data-measure=loss]')).toBe(run.record.validationLoss)
    const units = Array.from(at(run.layer, 9, 'h')).map(Math.abs)
    expect(valueOf(container, '[data-cell=feedforward][data-slot=h]')).toBeCloseTo(mean(units), 14)
    const norms = [...memoryNorms(run.trace, 23)]
    expect(norms.slice(0, -1).every((norm) => norm === 0)).toBe(true)
    expect(screen.getByText(/every earlier step counts exactly 0/)).toBeInTheDocument()
    expect(container.querySelectorAll('.compare-legend li')).toHaveLength(4)
  })

  test('is left out where its weights failed, and where it is not asked for', () => {
    const { feedforward: _left, ...runs } = useStore.getState().runs
    useStore.setState({ runs })
    const { container } = render(<CompareSide />)
    expect(container.querySelector('[data-cell=feedforward]')).toBeNull()
    expect(container.querySelector('[data-cell=lstm]')).not.toBeNull()
  })
})

// @vitest-environment jsdom
/** The open cell as elements: every number of the trace is there, parts can be reached, clicks select. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { geometries } from '../../../src/describe/geometry.ts'
import { phaseOf } from '../../../src/describe/phases.ts'
import { at, carryInto, cells, type Cell } from '../../../src/engine/index.ts'
import { Anatomy, type AnatomyProps } from '../../../src/panels/anatomy/Anatomy.tsx'
import type { CellRun } from '../../../src/store/index.ts'
import { networkOf, randomCase, traceOf } from '../../engine/support/networks.ts'

afterEach(cleanup)

const T = 3

const runOf = (id: string, H = 8, I = 3): CellRun => {
  const cell = cells.find((known) => known.id === id)!
  const network = networkOf(id, { H, I })
  const sample = randomCase(network, T, 7)
  const trace = traceOf(sample)
  return {
    cellId: 'lstm',
    cell,
    network,
    parameters: sample.parameters,
    trace,
    part: 0,
    layer: trace.traces[0]!,
    record: {} as CellRun['record'],
  }
}

const draw = (run: CellRun, props: Partial<AnatomyProps> = {}) => {
  const onSelect = vi.fn<(slot: string, unit: number) => void>()
  const { container } = render(
    <svg>
      <Anatomy
        geometry={geometries.single}
        run={run}
        moment={{ t: 1, phase: 6 }}
        reveal={false}
        selected={{ slot: run.cell.output, unit: 6 }}
        isMarked
        onSelect={onSelect}
        {...props}
      />
    </svg>,
  )
  return { container, onSelect, all: (css: string) => [...container.querySelectorAll(css)] }
}

const value = (mark: Element): number => Number(mark.getAttribute('data-value'))

const partOf = (mark: Element): string | null =>
  mark.closest('[data-state]')?.getAttribute('data-state') ?? null

describe.each(cells.map((cell): [string, Cell] => [cell.id, cell]))('%s', (id, cell) => {
  it.each(Object.values(geometries))(
    'shows the numbers of the trace, to the last digit, in "$name"',
    (geometry) => {
      const run = runOf(id)
      const { all } = draw(run, { geometry })
      const marks = all('[data-slot][data-unit]')
      expect(marks.length).toBeGreaterThan(0)
      for (const mark of marks) {
        const slot = mark.getAttribute('data-slot')!
        const t = Number(mark.getAttribute('data-t'))
        const unit = Number(mark.getAttribute('data-unit'))
        const expected = t === 1 ? at(run.layer, 1, slot) : carryInto(run.layer, 1, slot)
        expect(value(mark)).toBe(expected[unit])
      }
      const shown = new Set(marks.map((mark) => mark.getAttribute('data-slot')))
      for (const name of Object.keys(cell.equations)) expect(shown).toContain(name)
      const inputs = all('[data-slot="x"]').map(value)
      expect(inputs).toEqual([...at(run.layer, 1, 'x')])
    },
  )

  it('shows the weights of every gate, h before x', () => {
    const run = runOf(id)
    const { all } = draw(run)
    for (const { name, kind, shape } of run.layer.program.parameters) {
      if (kind !== 'input' && kind !== 'recurrent') continue
      const marks = all(`[data-weight="${name}"]`)
      expect(marks).toHaveLength(shape[0]! * shape[1]!)
      const spec = run.network.parameters.find((known) => known.name === `layers.0.forward.${name}`)!
      for (const mark of marks) {
        const [row, column] = ['row', 'column'].map((key) => Number(mark.getAttribute(`data-${key}`)))
        expect(value(mark)).toBe(run.parameters[spec.offset + row! * shape[1]! + column!])
      }
    }
  })

  it('has a button an equation that says its value, one of them in the tab order', () => {
    const run = runOf(id)
    draw(run)
    const buttons = screen.getAllByRole('button')
    expect(buttons.map((button) => button.getAttribute('data-stop'))).toEqual(
      expect.arrayContaining(Object.keys(cell.equations)),
    )
    expect(buttons).toHaveLength(Object.keys(cell.equations).length)
    expect(buttons.filter((button) => button.getAttribute('tabindex') === '0')).toHaveLength(1)
    for (const button of buttons)
      expect(button.getAttribute('aria-label')).toMatch(/^.+ \w+, unit 6: (−?\d|0)/)
  })

  it('leaves faint what is not computed yet, at every phase', () => {
    const run = runOf(id, 2)
    const solid = ([1, 2, 3, 4, 5, 6] as const).flatMap((phase) => {
      const { all } = draw(run, { moment: { t: 1, phase } })
      // The output of a cell that rewrites its state shows on its card before it leaves.
      const early = all('[data-t="1"][data-unit]')
        .map((mark) => ({ slot: mark.getAttribute('data-slot')!, part: partOf(mark) }))
        .filter(({ slot }) => slot !== cell.output && phaseOf(cell, slot) > phase)
      cleanup()
      return early.filter(({ part }) => part !== 'future').map(({ slot }) => `${slot} at ${phase}`)
    })
    expect(solid).toEqual([])
  })
})

describe('the open LSTM', () => {
  it('says what a card shows', () => {
    const run = runOf('lstm')
    draw(run, { selected: { slot: 'f', unit: 2 } })
    const f = at(run.layer, 1, 'f')[2]!.toFixed(2)
    expect(screen.getByRole('button', { name: `forget gate f, unit 2: ${f}` })).toBeDefined()
  })

  it('says when a value is not computed yet', () => {
    draw(runOf('lstm'), { moment: { t: 1, phase: 2 } })
    expect(screen.getByRole('button', { name: 'output gate o, unit 6: not computed yet' })).toBeDefined()
  })

  it('shows all of it when revealed', () => {
    const { all } = draw(runOf('lstm'), { moment: { t: 1, phase: 1 }, reveal: true })
    expect(all('[data-state="future"]')).toHaveLength(0)
    expect(all('.anatomy-ribbon-future')).toHaveLength(0)
  })

  it('draws two dotted edges where a ribbon is not computed', () => {
    const { all } = draw(runOf('lstm'), { moment: { t: 1, phase: 3 } })
    // f·c, c and h.
    expect(all('.anatomy-ribbon-future')).toHaveLength(3)
  })

  it('fills the badges of the active phase only', () => {
    const { all } = draw(runOf('lstm'), { moment: { t: 1, phase: 4 } })
    // ⊙ f, i ⊙ g and +; tanh and ⊙ o wait.
    expect(all('.anatomy-operation[data-state="active"]')).toHaveLength(3)
    expect(all('.anatomy-operation[data-state="future"]')).toHaveLength(2)
  })

  it('selects a unit by its row, and an equation by its parts', () => {
    const { all, onSelect } = draw(runOf('lstm'))
    fireEvent.click(all('[data-slot="f"][data-unit="3"]')[0]!)
    expect(onSelect).toHaveBeenLastCalledWith('f', 3)
    fireEvent.click(all('[data-slot="i*g"][data-unit="5"]')[0]!)
    expect(onSelect).toHaveBeenLastCalledWith('c', 5)
    fireEvent.click(all('[data-slot="a_o"][data-unit="0"]')[0]!)
    expect(onSelect).toHaveBeenLastCalledWith('o', 0)
    fireEvent.click(all('[data-stop="g"] .anatomy-card')[0]!)
    expect(onSelect).toHaveBeenLastCalledWith('g', 6)
  })

  it('goes from part to part by keyboard, and selects with Enter', () => {
    const { all, onSelect } = draw(runOf('lstm'), { selected: { slot: 'f', unit: 6 } })
    const stop = (name: string) => all(`[data-stop="${name}"]`)[0] as SVGElement
    stop('f').focus()
    fireEvent.keyDown(stop('f'), { key: 'ArrowRight' })
    expect(document.activeElement).toBe(stop('i'))
    fireEvent.keyDown(stop('i'), { key: 'Enter' })
    expect(onSelect).toHaveBeenLastCalledWith('i', 6)
    fireEvent.keyDown(stop('i'), { key: 'ArrowDown' })
    expect(onSelect).toHaveBeenLastCalledWith('i', 7)
    fireEvent.keyDown(stop('i'), { key: 'ArrowLeft' })
    expect(document.activeElement).toBe(stop('f'))
    fireEvent.keyDown(stop('f'), { key: 'ArrowLeft' })
    expect(document.activeElement).toBe(stop('f'))
  })

  it('marks the selected unit on its card, its weights and its strips', () => {
    const { all } = draw(runOf('lstm'), { selected: { slot: 'f', unit: 2 } })
    expect(all('.anatomy-card-selected')).toHaveLength(1)
    expect(all('.anatomy-selected-weights')).toHaveLength(1)
    expect(all('.anatomy-selected').length).toBeGreaterThan(4)
  })

  it('marks nothing where no selection is wanted', () => {
    const { all } = draw(runOf('lstm'), { isMarked: false, geometry: geometries.compare })
    expect(all('.anatomy-selected, .anatomy-selected-weights, .anatomy-card-selected')).toHaveLength(0)
  })
})

it('keeps to the units there are when the selection is beyond them', () => {
  draw(runOf('lstm', 2), { selected: { slot: 'f', unit: 40 } })
  expect(screen.getAllByRole('button')[0]!.getAttribute('aria-label')).toContain('unit 1:')
})

it.each(['lstm', 'gru', 'peephole-lstm'])('draws one unit and 512 units of %s', (id) => {
  expect(draw(runOf(id, 1)).all('[data-slot="h"][data-unit]').length).toBeGreaterThan(0)
  cleanup()
  const run = runOf(id, 512)
  const { all } = draw(run, { selected: { slot: 'h', unit: 300 } })
  expect(all('*').length).toBeLessThan(3000)
  for (const mark of all('[data-slot="h"][data-t="1"]'))
    expect(value(mark)).toBe(at(run.layer, 1, 'h')[Number(mark.getAttribute('data-unit'))])
  expect(all('[data-slot="h"][data-unit="300"]').length).toBeGreaterThan(0)
})

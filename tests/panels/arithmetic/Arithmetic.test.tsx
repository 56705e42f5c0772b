// @vitest-environment jsdom
/** The open arithmetic: every number is the trace's, what is printed adds up, three levels by keys and pointer. */
import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, carryInto, parameterView } from '../../../src/engine/index.ts'
import { Arithmetic } from '../../../src/panels/arithmetic/Arithmetic.tsx'
import { runningSums } from '../../../src/panels/arithmetic/Running.tsx'
import { inkOn, luminance } from '../../../src/panels/arithmetic/tint.ts'
import { actions, momentOf, useStore } from '../../../src/store/index.ts'
import { showNetwork, showScene } from '../stage/scene.ts'

beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = () => null
})
afterEach(cleanup)

const runOf = (cell: 'rnn' | 'lstm' | 'gru') => useStore.getState().runs[cell]!
const view = () => useStore.getState().view
const printed = (element: Element) =>
  Number((element.textContent ?? '').replaceAll('\u2212', '-').replace(',', '.'))
const valueOf = (element: Element) => Number(element.getAttribute('data-value'))

describe.each([
  ['rnn', ['h']],
  ['lstm', ['f', 'i', 'g', 'o', 'c', 'h']],
  ['gru', ['r', 'z', 'n', 'h']],
] as const)('of the %s', (cell, equations) => {
  test.each(equations)('%s prints all its numbers, and they are those of the run', async (equation) => {
    await showScene('recall', { cell, slot: equation, open: equation, unit: 3, t: 9, phase: 6 })
    const { container } = render(<Arithmetic narrow={false} />)
    const { layer, network, parameters } = runOf(cell)
    const { H } = layer.program
    const cells = [...container.querySelectorAll('tbody td[data-value]')]
    expect(cells.length).toBeGreaterThanOrEqual(8 * 2)
    for (const own of cells) {
      const slot = own.getAttribute('data-slot')
      const weight = own.getAttribute('data-weight')
      const tensor = (name: string) =>
        parameterView(network.parameters, parameters, `layers.0.forward.${name}`)
      if (weight !== null) {
        const W = tensor(weight)
        const width = W.length / H
        const index = Number(own.getAttribute('data-row')) * width + Number(own.getAttribute('data-column'))
        expect(valueOf(own)).toBe(W[index])
      } else {
        const unit = Number(own.getAttribute('data-unit'))
        const t = Number(own.getAttribute('data-t'))
        const isVector = /^(b|bi|bh|p)_/.test(slot!)
        expect(valueOf(own)).toBe(isVector ? tensor(slot!)[unit] : at(layer, t, slot!)[unit])
      }
      // Printed to two decimals or three digits.
      expect(Math.abs(printed(own) - valueOf(own))).toBeLessThanOrEqual(0.005 + 1e-12)
    }
    // Below: products of the unit, which add up to the sum as recorded and as printed.
    for (const sum of container.querySelectorAll('[data-sum]')) {
      const slot = sum.getAttribute('data-sum')!
      const addends = [...container.querySelectorAll(`[data-addend="${slot}"]`)]
      expect(addends.length).toBeGreaterThan(1)
      const exact = addends.reduce((total, own) => total + valueOf(own), 0)
      expect(Math.abs(exact - at(layer, 9, slot)[3]!)).toBeLessThan(1e-12)
      const left = container.querySelector(`[data-rounding="${slot}"]`)
      const shown = addends.reduce((total, own) => total + printed(own), left ? valueOf(left) : 0)
      const digits = (sum.textContent ?? '').split('.')[1]!.length
      expect(Math.abs(shown - printed(sum))).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9)
    }
  })
})

describe('the forget gate', () => {
  beforeEach(() => showScene('recall', { slot: 'f', open: 'f', unit: 7, t: 9, phase: 4 }))

  test('has each input above its weights, and its product below', () => {
    const { container } = render(<Arithmetic narrow={false} />)
    const { layer } = runOf('lstm')
    const above = [...container.querySelectorAll('thead td[data-value]')].map(valueOf)
    expect(above).toEqual([...carryInto(layer, 9, 'h'), ...at(layer, 9, 'x')])
    const weights = [...container.querySelectorAll('tr.arithmetic-own td[data-weight]')].map(valueOf)
    const products = [...container.querySelectorAll('tfoot td[data-input]')].map(valueOf)
    expect(products).toEqual(above.map((value, k) => value * weights[k]!))
  })

  test('says nothing that is not computed yet', () => {
    actions.select({ phase: 1 })
    const { container } = render(<Arithmetic narrow={false} />)
    expect(container.querySelector('[data-sum]')).toHaveTextContent('?')
    expect(container.querySelectorAll('tfoot [data-value]')).toHaveLength(0)
    expect(container.querySelectorAll('tbody td.arithmetic-result[data-value]')).toHaveLength(0)
    // Weights and what comes in are there from the start.
    expect(container.querySelectorAll('tbody td[data-weight][data-value]')).toHaveLength(88)
  })

  test('goes down to one product and back by keys, and to other units', () => {
    const { container } = render(<Arithmetic narrow={false} />)
    const focused = () => document.activeElement as HTMLElement
    act(() => container.querySelector<HTMLElement>('td[tabindex="0"]')!.focus())
    fireEvent.keyDown(focused(), { key: 'ArrowRight' })
    fireEvent.keyDown(focused(), { key: 'ArrowRight' })
    expect(focused().dataset).toMatchObject({ weight: 'U_f', row: '7', column: '2' })
    fireEvent.keyDown(focused(), { key: 'ArrowUp' })
    expect(view().unit).toBe(6)
    expect(focused().dataset).toMatchObject({ weight: 'U_f', row: '6', column: '2' })
    fireEvent.keyDown(focused(), { key: 'Enter' })
    expect(view().term).toBe('U_f.2')
    const { layer, network, parameters } = runOf('lstm')
    const U = parameterView(network.parameters, parameters, 'layers.0.forward.U_f')
    const product = carryInto(layer, 9, 'h')[2]! * U[6 * 8 + 2]!
    const shown = container.querySelector('.arithmetic-gives dd')!
    expect(valueOf(shown)).toBe(product)
    expect(shown).toHaveTextContent(String(product).replace('-', '\u2212'))
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(view()).toMatchObject({ open: 'f', term: null })
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(view().open).toBeNull()
  })

  test('a press chooses a row, then opens its product; from there the number itself is opened', () => {
    const { container } = render(<Arithmetic narrow={false} />)
    const cell = () => container.querySelector('td[data-weight="U_f"][data-row="2"][data-column="4"]')!
    fireEvent.click(cell())
    expect(view()).toMatchObject({ unit: 2, term: null })
    fireEvent.click(cell())
    expect(view().term).toBe('U_f.4')
    fireEvent.click(screen.getByRole('button', { name: 'Open h[4], t = 8' }))
    expect(view()).toMatchObject({ open: 'h', slot: 'h', unit: 4, term: null })
    expect(momentOf(view().clock).t).toBe(8)
    expect(screen.getByRole('dialog')).toHaveAccessibleName('Arithmetic of the hidden state at t = 8')
  })

  test('chooses any unit by number, and speaks Spanish', () => {
    actions.setLanguage('es')
    render(<Arithmetic narrow={false} />)
    fireEvent.change(screen.getByLabelText('Unidad'), { target: { value: '5' } })
    expect(view().unit).toBe(5)
    fireEvent.change(screen.getByLabelText('Unidad'), { target: { value: '8' } })
    expect(view().unit).toBe(5)
    expect(screen.getByRole('dialog')).toHaveAccessibleName('Aritmética: compuerta de olvido, t = 9')
    actions.setLanguage('en')
  })

  test('on a narrow screen has its products as lines that open', () => {
    const { container } = render(<Arithmetic narrow />)
    const lines = [...container.querySelectorAll('.inspector-row-product')]
    expect(lines).toHaveLength(11)
    fireEvent.click(lines[0]!.querySelector('button')!)
    expect(view().term).toBe('W_f.1')
  })
})

test('a large layer is cut to what can be read; the map reaches every weight', async () => {
  const H = 256
  const run = await showNetwork(
    {
      input: { kind: 'vector', size: 3 },
      readout: null,
      outputs: 'every',
      sequence: [
        [1, 2, 3],
        [0, 1, 0],
      ],
      H,
    },
    {},
    { slot: 'f', open: 'f', unit: 100, t: 1, phase: 6 },
  )
  const { container } = render(<Arithmetic narrow={false} />)
  expect(container.querySelectorAll('*').length).toBeLessThan(900)
  expect(container.querySelectorAll('tbody tr')).toHaveLength(8)
  const total = [...container.querySelectorAll('[data-addend]')].reduce((sum, own) => sum + valueOf(own), 0)
  expect(Math.abs(total - at(run.layer, 1, 'a_f')[100]!)).toBeLessThan(1e-12)
  const map = screen.getByRole('slider', { name: 'All weights' })
  fireEvent.keyDown(map, { key: 'PageDown' })
  expect(view()).toMatchObject({ unit: 116, term: 'U_f.0' })
  fireEvent.keyDown(map, { key: 'End' })
  expect(view().term).toBe('W_f.2')
  expect(container.querySelector('tr.arithmetic-own td[data-weight="W_f"][data-column="2"]')).not.toBeNull()
  expect(map).toHaveAttribute('aria-valuetext', expect.stringContaining('[116, 2] = '))
})

test('running sums go from 0 to the sum', () => {
  expect(runningSums([1, -3, 2.5])).toEqual([
    [0, 1],
    [1, -2],
    [-2, 0.5],
  ])
  expect(runningSums([])).toEqual([])
})

test('numbers on their colours have at least 4.5 : 1', () => {
  for (let k = 0; k < 256; k++) {
    const ground = `#${k.toString(16).padStart(2, '0').repeat(3)}`
    const [a, b] = [luminance(ground), luminance(inkOn(ground))].toSorted((x, y) => x - y)
    expect((b! + 0.05) / (a! + 0.05)).toBeGreaterThanOrEqual(4.5)
  }
})

describe('the number of the unit', () => {
  const field = () => screen.getByRole('spinbutton', { name: 'Unit' })

  test.each([
    ['99', '“99”'],
    ['-3', '“-3”'],
    ['2.5', '“2.5”'],
    ['', 'no number'],
  ])('says what was expected when %j is entered, until the next key', async (typed, got) => {
    await showScene('recall', { cell: 'lstm', slot: 'f', open: 'f', unit: 7, t: 9, phase: 6 })
    render(<Arithmetic narrow={false} />)
    fireEvent.change(field(), { target: { value: typed } })
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect(view().unit).toBe(7)
    expect(field()).toHaveValue(7)
    expect(field()).toHaveAttribute('aria-invalid', 'true')
    expect(field()).toHaveAccessibleDescription(`Expected 0 – 7; got ${got}. Unit 7 stays.`)
    fireEvent.change(field(), { target: { value: '3' } })
    expect(view().unit).toBe(3)
    expect(field()).not.toHaveAttribute('aria-invalid')
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })
})

test('the focus in the sheet goes to its part of the stage when the sheet is closed from elsewhere', async () => {
  await showScene('recall', { cell: 'lstm', slot: 'f', open: 'f', unit: 7, t: 9, phase: 6 })
  render(
    <>
      <button type="button" data-stop="f">
        f
      </button>
      <Arithmetic narrow={false} />
    </>,
  )
  screen.getByRole('dialog').focus()
  act(() => actions.closeArithmetic())
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('button', { name: 'f' })).toHaveFocus()
})

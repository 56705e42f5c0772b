// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, carryInto } from '../../../src/engine/index.ts'
import { formatNumber } from '../../../src/i18n/number.ts'
import { connectHover } from '../../../src/panels/hover/connectHover.ts'
import { selectorsOf } from '../../../src/panels/hover/datum.ts'
import { Inspector } from '../../../src/panels/inspector/Inspector.tsx'
import { actions, momentOf, useStore } from '../../../src/store/index.ts'
import { showNetwork, showScene } from '../stage/scene.ts'

afterEach(cleanup)

/** By attribute: jsdom's MathML elements have no dataset. */
const values = (container: HTMLElement, selector: string): readonly number[] =>
  [...container.querySelectorAll(`${selector}[data-value]`)].map((element) =>
    Number(element.getAttribute('data-value')),
  )

const runOf = (cell: 'rnn' | 'lstm' | 'gru') => {
  const run = useStore.getState().runs[cell]
  if (!run) throw new Error(`Expected a run of ${cell}.`)
  return run
}

const big = (container: HTMLElement) => container.querySelector<HTMLElement>('.inspector-big')

describe.each([
  ['rnn', ['h', 'a_h']],
  ['lstm', ['f', 'i', 'g', 'o', 'c', 'h', 'a_f', 'f*c_prev', 'tanh(c)']],
  ['gru', ['r', 'z', 'n', 'h', 'a_n.h', 'r*a_n.h', '1-z']],
] as const)('of the %s', (cell, slots) => {
  test.each(slots)('%s shows its value of the trace, and rows that add up to their sum', async (slot) => {
    await showScene('recall', { cell, slot, unit: 3, t: 9, phase: 6 })
    const { container } = render(<Inspector />)
    const value = at(runOf(cell).layer, 9, slot)[3] ?? NaN
    expect(big(container)).toHaveTextContent(formatNumber(value, 'en'))
    expect(big(container)?.dataset).toMatchObject({ slot, unit: '3', t: '9', value: String(value) })
    // The last number of the formula is the value itself.
    expect(values(container, '.inspector-numbers mn').at(-1)).toBe(value)
    const sums = values(container, '.inspector-sum td')
    if (sums.length > 0 && !container.querySelector('.inspector-half')) {
      const rows = values(container, '[class^=inspector-row-] td')
      expect(rows.reduce((a, b) => a + b, 0)).toBeCloseTo(sums[0] ?? NaN, 12)
    }
  })
})

test.each([
  ['lstm', 'f'],
  ['lstm', 'o'],
  ['gru', 'z'],
] as const)('the formula of %s %s prints two parts that add up to the printed sum', async (cell, slot) => {
  await showScene('recall', { cell, slot, unit: 0, t: 0, phase: 6 })
  const wrong: string[] = []
  let checked = 0
  for (let t = 0; t < 24; t += 3)
    for (let unit = 0; unit < 8; unit++) {
      actions.select({ t, unit })
      const { container } = render(<Inspector />)
      const text = (container.querySelector('.inspector-numbers')?.textContent ?? '').replaceAll('\u2061', '')
      cleanup()
      const found = /σ\((\u2212?[\d.]+)([+\u2212])([\d.]+)\)=σ\((\u2212?[\d.]+)\)/.exec(text)
      const [a = NaN, b = NaN, sum = NaN] = [found?.[1], `${found?.[2]}${found?.[3]}`, found?.[4]].map(
        (said) => Number((said ?? '').replace('\u2212', '-').replace('+', '')),
      )
      checked++
      const digits = (found?.[4]?.split('.')[1] ?? '').length
      if (!found || (a + b).toFixed(digits) !== sum.toFixed(digits))
        wrong.push(`t = ${t}, unit ${unit}: ${text}`)
    }
  expect(wrong).toEqual([])
  expect(checked).toBe(64)
})

describe('the forget gate of the LSTM', () => {
  beforeEach(() => showScene('recall', { slot: 'f', unit: 7, t: 9, phase: 4 }))

  test('is said in symbols, in numbers and by what it means', () => {
    const { container } = render(<Inspector />)
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Forget gate')
    expect(container.querySelector('.inspector-symbols')).toHaveTextContent('f9=σ(Wfx9+Ufh8+bf)')
    expect(screen.getByText(/old value survives/)).toBeInTheDocument()
    expect(screen.getByText('unit 7 · t = 9')).toBeInTheDocument()
  })

  test('prints rows that add up to the printed sum', () => {
    for (let unit = 0; unit < 8; unit++) {
      actions.select({ unit })
      const { container } = render(<Inspector />)
      const printed = (selector: string) =>
        [...container.querySelectorAll(selector)].map((cell) =>
          Number((cell.textContent ?? '').replaceAll('\u2212', '-')),
        )
      const [sum = NaN] = printed('.inspector-sum td')
      const rows = printed('[class^=inspector-row-] .inspector-number, .inspector-rounding td')
      const digits =
        10 ** -(String(container.querySelector('.inspector-sum td')?.textContent).split('.')[1] ?? '').length
      expect(Math.abs(rows.reduce((a, b) => a + b, 0) - sum)).toBeLessThanOrEqual(digits / 2 + 1e-9)
      cleanup()
    }
  })

  test('names the equation that uses it next, with its numbers', () => {
    const { container } = render(<Inspector />)
    const { layer } = runOf('lstm')
    const now = (slot: string) => at(layer, 9, slot)[7]
    expect(values(container, '.inspector-used mn')).toEqual([
      now('f'),
      carryInto(layer, 9, 'c')[7],
      now('i'),
      now('g'),
      now('c'),
    ])
  })

  test('a term of the formula that is pointed at is lit up everywhere, also at the step before', () => {
    const disconnect = connectHover()
    const { container } = render(<Inspector />)
    const { slots } = runOf('lstm').cell.flat.single
    const h = slots.findIndex(({ name }) => name === 'h')
    const previous = container.querySelector(`.inspector-symbols [data-term="prev-${h}"]`)
    fireEvent.pointerOver(previous!)
    expect(useStore.getState().hover).toEqual({ slot: 'h', unit: 7, t: 8 })
    fireEvent.pointerOver(container.querySelector('.inspector-symbols [data-term^="slot-"]')!)
    expect(useStore.getState().hover).toEqual({ slot: 'f', unit: 7, t: 9 })
    const { marks, wires } = selectorsOf({ slot: 'f', unit: 7, t: 9 })
    expect(container.querySelector(`.inspector-numbers ${marks}`)).not.toBeNull()
    expect(container.querySelector(`.inspector-symbols ${wires}`)).not.toBeNull()
    fireEvent.pointerOver(document.body)
    expect(useStore.getState().hover).toBeNull()
    disconnect()
  })

  test('a product lights up with its weight, which is the same at every step', () => {
    const disconnect = connectHover()
    const { container } = render(<Inspector />)
    fireEvent.pointerOver(container.querySelector('.inspector-row-product .inspector-factors')!)
    expect(useStore.getState().hover).toEqual({ slot: 'W_f', unit: 7, input: 1, t: 9 })
    fireEvent.pointerOver(container.querySelector('.inspector-row-product .inspector-feature')!)
    expect(useStore.getState().hover).toEqual({ slot: 'x', unit: 1, t: 9 })
    disconnect()
  })

  test('says nothing that is not computed yet, and offers to go there', () => {
    actions.select({ phase: 2 })
    const { container } = render(<Inspector />)
    expect(big(container)).toHaveTextContent('—')
    expect(container.querySelector('.inspector-numbers')).toHaveTextContent(/= \?$|=\?$/)
    fireEvent.click(screen.getByRole('button', { name: 'Go there' }))
    expect(momentOf(useStore.getState().view.clock)).toEqual({ t: 9, phase: 3 })
    expect(big(container)?.dataset['value']).toBe(String(at(runOf('lstm').layer, 9, 'f')[7]))
  })

  test('chips and arrows select', () => {
    render(<Inspector />)
    const chips = screen.getByRole('group', { name: 'Values of the cell' })
    expect(within(chips).getByRole('button', { pressed: true })).toHaveTextContent('f')
    fireEvent.click(within(chips).getByRole('button', { name: 'g, candidate' }))
    fireEvent.click(screen.getByRole('button', { name: 'Next unit' }))
    expect(useStore.getState().view).toMatchObject({ slot: 'g', unit: 0 })
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Candidate')
  })

  test('speaks Spanish', () => {
    actions.setLanguage('es')
    render(<Inspector />)
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Compuerta de olvido')
    expect(screen.getByText('unidad 7 · t = 9')).toBeInTheDocument()
    actions.setLanguage('en')
  })
})

test('the candidate of the GRU shows both halves, what the reset lets through, and the convention', async () => {
  await showScene('recall', { cell: 'gru', slot: 'n', unit: 6, t: 9, phase: 5 })
  const { container } = render(<Inspector />)
  const { layer } = runOf('gru')
  const now = (slot: string) => at(layer, 9, slot)[6]
  expect(values(container, '.inspector-half td')).toEqual([now('a_n.x'), now('a_n.h')])
  expect(values(container, '.inspector-row-gate td')).toEqual([now('r*a_n.h')])
  expect(values(container, '.inspector-sum td')).toEqual([now('a_n')])
  expect(screen.getByText('after U·h')).toBeInTheDocument()
})

test('a component of the input, one unit and one step are no trouble', async () => {
  await showNetwork(
    {
      input: { kind: 'vector', size: 1 },
      readout: null,
      outputs: 'every',
      H: 1,
      sequence: [[0.5]],
    },
    {},
    { slot: 'x', unit: 5, t: 0, phase: 6 },
  )
  const { container } = render(<Inspector />)
  expect(big(container)?.dataset).toMatchObject({ slot: 'x', unit: '0', value: '0.5' })
  actions.select({ slot: 'h' })
  cleanup()
  render(<Inspector />)
  expect(screen.getByText('This is the last step: nothing reads it after that.')).toBeInTheDocument()
})

// @vitest-environment jsdom
/** The laboratory of vanishing gradients: what it shows is what the engine says, and sliders and keys change it. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { blocksOf } from '../../../src/describe/vanishing.ts'
import { VanishingPage } from '../../../src/panels/vanishing/VanishingPage.tsx'
import { gradientFields, gradientMembers } from '../../../src/store/gradientLab.ts'
import { useStore } from '../../../src/store/index.ts'
import { parseSettings } from '../../../src/store/labSettings.ts'
import { giveWidth, showLab } from '../labs/scene.ts'

// Charts, matrix and tables are much for jsdom on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => giveWidth(1100))
afterEach(cleanup)

const open = async (set = ''): Promise<void> => {
  await showLab({ lab: 'gradients', set })
  render(<VanishingPage />)
}

const membersNow = () => {
  const { loaded, view } = useStore.getState()
  return gradientMembers(loaded!, view.example, parseSettings(gradientFields, view.set))
}

const numberOf = (element: Element | null, name: string): number =>
  Number(element?.getAttribute(`data-${name}`) ?? NaN)

const expectCurves = (t: number): void => {
  const members = membersNow()
  for (const { cell, paths } of members) {
    const at = (line: string): number =>
      numberOf(document.querySelector(`[data-line="${line} ${cell}"] [data-norm]`), 'norm')
    expect(at('h')).toBe(paths.hidden[t])
    if (!paths.direct) continue
    expect(at('all')).toBe(paths.memory.norms[t])
    expect(at('direct')).toBe(paths.direct.largest[t])
  }
  expect(document.querySelectorAll('[data-line^="h "]')).toHaveLength(members.length)
}

test('the curves of the three cells, the matrix and its norms are those of the engine', async () => {
  await open('t_5')
  expectCurves(5)
  const lstm = membersNow().find(({ cell }) => cell === 'lstm')!
  const { blocks, spectral } = blocksOf(lstm.paths.jacobians[5]!)
  const point = screen.getByRole('region', { name: /LSTM, t = 5: 35 steps before T/ })
  const rowOf = (block: string): number =>
    numberOf(point.querySelector(`tr[data-block="${block}"] [data-value]`), 'value')
  expect(rowOf('whole')).toBe(spectral)
  for (const block of blocks) {
    expect(rowOf(block.of + block.by)).toBe(block.spectral)
    expect(numberOf(point.querySelector(`span[data-block="${block.of + block.by}"]`), 'norm')).toBe(
      block.spectral,
    )
  }
  fireEvent.click(within(point).getByText('The matrix as a table'))
})

test('sliders change the networks and the address', async () => {
  await open()
  const before = membersNow()[0]!.paths.hidden[0]
  fireEvent.change(screen.getByLabelText('Spectral radius of every U'), { target: { value: '1.6' } })
  fireEvent.change(screen.getByLabelText(/^Forget bias/), { target: { value: '4' } })
  fireEvent.change(screen.getByLabelText('Delay T'), { target: { value: '20' } })
  expect(useStore.getState().view.set).toBe('radius_1.6*bias_4*delay_20')
  expect(membersNow()[0]!.paths.hidden[0]).not.toBe(before)
  expectCurves(0)
  const radii = [...document.querySelectorAll('[data-radius]')].map((one) => numberOf(one, 'radius'))
  expect(radii).toHaveLength(1 + 4 + 3)
  for (const radius of radii) expect(radius).toBeCloseTo(1.6, 12)
  expect(document.querySelector('[data-half-life]')?.textContent).toContain('38.19 steps')
})

test('keys move the step and choose the cell', async () => {
  await open('t_5')
  const slider = screen.getByRole('slider', { name: 'Step t and cell' })
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) fireEvent.keyDown(slider, { key })
  expect(useStore.getState().view.set).toBe('cell_rnn*t_7')
  expect(slider.getAttribute('aria-valuetext')).toMatch(/^RNN, t = 7/)
  fireEvent.keyDown(slider, { key: 'End' })
  expect(slider.getAttribute('aria-valuenow')).toBe('40')
  fireEvent.keyDown(slider, { key: 'a' })
  expect(slider.getAttribute('aria-valuenow')).toBe('40')
  expectCurves(40)
})

test('trained networks keep their own radii; the sliders of fresh ones rest', async () => {
  await open()
  fireEvent.click(screen.getByRole('radio', { name: 'Trained' }))
  expect(screen.getByLabelText<HTMLInputElement>('Spectral radius of every U').disabled).toBe(true)
  expect(screen.getByLabelText<HTMLInputElement>(/^Forget bias/).disabled).toBe(true)
  const { loaded } = useStore.getState()
  for (const member of membersNow()) expect(member.parameters).toBe(loaded!.networks[member.cell]!.parameters)
  expectCurves(0)
})

test('another cell of the registry stands beside the three', async () => {
  await open('more_peephole-lstm*cell_peephole-lstm')
  expectCurves(0)
  expect(screen.getByRole('heading', { name: /Peephole LSTM, t = 0/ })).toBeTruthy()
})

test('the curves stand in a table, a row a step', async () => {
  await open('delay_12')
  fireEvent.click(screen.getByText('Curves as a table'))
  const table = await screen.findByRole('region', { name: 'Curves as a table' })
  expect(within(table).getAllByRole('row')).toHaveLength(1 + 13)
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['t', 'RNN', 'LSTM', 'GRU', 'LSTM c', 'Π f', 'GRU h', 'Π z'])
})

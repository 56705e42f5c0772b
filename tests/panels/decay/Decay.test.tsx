// @vitest-environment jsdom
/** The laboratory of weight decay: cards show what the engine's optimizers do, controls change it. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { optimizerNames } from '../../../src/engine/index.ts'
import { DecayPage } from '../../../src/panels/decay/DecayPage.tsx'
import { NetworkPlots, smoothed } from '../../../src/panels/decay/NetworkPlots.tsx'
import { tasks } from '../../../src/scenes/tasks.ts'
import { decayFields, networkRace, weightRaces } from '../../../src/store/decayLab.ts'
import { useStore } from '../../../src/store/index.ts'
import { parseSettings } from '../../../src/store/labSettings.ts'
import { createRace } from '../../../src/workers/decayRace.ts'
import { giveWidth, showLab } from '../labs/scene.ts'

// Six cards of charts are much for jsdom on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => giveWidth(1100))
afterEach(cleanup)

const open = async (set = ''): Promise<void> => {
  await showLab({ lab: 'decay', set })
  render(<DecayPage />)
}

const racesNow = () => weightRaces(parseSettings(decayFields, useStore.getState().view.set))

const expectCards = (): void => {
  const races = racesNow()
  const cards = [...document.querySelectorAll<HTMLElement>('[data-optimizer]')]
  expect(cards.map((card) => card.dataset['optimizer'])).toEqual(races.map(({ name }) => name))
  cards.forEach((card, k) => {
    const { penalty, shares, apart } = races[k]!
    const row = (name: string): number[] =>
      [...card.querySelectorAll(`[data-row="${name}"] [data-value]`)].map((cell) =>
        Number(cell.getAttribute('data-value')),
      )
    expect(row('penalty')).toEqual(shares.penalty)
    expect(row('decay')).toEqual(shares.decay)
    expect(row('divisor')).toEqual(penalty.divisor ? [...penalty.divisor] : [])
    expect(Number(card.querySelector('[data-apart]')?.getAttribute('data-apart'))).toBe(apart)
    expect(card.querySelectorAll('[data-line]')).toHaveLength(8)
    expect(card.querySelectorAll('math').length).toBeGreaterThan(1)
  })
}

test('a card for each optimizer, with the shares that its weights really lose', async () => {
  await open('only_49')
  expectCards()
  const sgd = racesNow()[0]!
  expect(sgd.apart).toBeLessThanOrEqual(1e-12)
  expect(screen.getByLabelText(/^SGD, penalty λ′θ: .*10: 0\./)).toBeTruthy()
})

test('what the address asks in vain is told once, and leaves the address', async () => {
  useStore.setState({ notices: [] })
  await open('share_9*cell_lstn*seed_4')
  const { notices, view } = useStore.getState()
  expect(notices).toEqual([
    { key: 'set', expected: 'share_0.0005 – share_0.02', got: 'share_9', shown: 'share_0.02' },
    { key: 'set', expected: 'cell_lstm, cell_rnn, cell_gru', got: 'cell_lstn', shown: 'cell_lstm' },
  ])
  expect(view.set).toBe('share_0.02*seed_4')
  cleanup()
  render(<DecayPage />)
  expect(useStore.getState().notices).toBe(notices)
})

test('λ, α and the optimizers are chosen, and stand in the address', async () => {
  await open('only_13')
  fireEvent.change(screen.getByLabelText(/^λ, share/), { target: { value: '0.01' } })
  fireEvent.click(screen.getByLabelText('0.1'))
  fireEvent.click(screen.getByLabelText('± by chance'))
  fireEvent.click(screen.getByLabelText('RMSprop'))
  expect(useStore.getState().view.set).toBe('share_0.01*rate_0.1*gradient_random*only_9')
  expectCards()
  expect(document.querySelectorAll('[data-optimizer]')).toHaveLength(2)
})

test('the last optimizer cannot be taken away', async () => {
  await open('only_16')
  expectCards()
  expect(screen.getByLabelText<HTMLInputElement>('Adam').disabled).toBe(true)
})

test('the curves of a card stand in a table', async () => {
  await open('only_1')
  fireEvent.click(screen.getByText('Curves as a table'))
  const table = await screen.findByRole('region', { name: 'SGD: Curves as a table' })
  const rows = within(table).getAllByRole('row')
  expect(rows).toHaveLength(1 + 21)
  expect(rows.at(-1)?.textContent).toMatch(/^400/)
})

test('the race on a network: lines of every way, and how far apart they are', async () => {
  await showLab({ lab: 'decay' })
  const settings = networkRace(useStore.getState().loaded!, parseSettings(decayFields, 'cell_rnn'))!
  expect(settings.optimizers.map(({ name }) => name)).toEqual(optimizerNames)
  const race = createRace(tasks.recall.create('', null), { ...settings, batch: 2 })
  for (let n = 0; n < 5; n++) race.advance()
  const progress = race.progress()
  render(<NetworkPlots name="adam" cell="rnn" progress={progress} width={260} />)
  expect(document.querySelectorAll('[data-line^="net adam"]')).toHaveLength(2 * 3)
  expect(Number(document.querySelector('[data-net-apart]')?.getAttribute('data-net-apart'))).toBe(
    progress.apart.adam,
  )
  expect(screen.getByRole('img', { name: /^RNN: norm of all weights/ })).toBeTruthy()
  expect(progress.apart.sgd).toBeLessThanOrEqual(1e-12)
})

test('a loss is the mean of the last ten', () => {
  expect(smoothed([1, 3])).toEqual([1, 2])
  const eleven = smoothed([100, ...Array.from({ length: 10 }, () => 1)])
  expect(eleven.at(-1)).toBe(1)
})

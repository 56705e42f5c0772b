// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Boundary } from '../../src/panels/errors/Boundary.tsx'
import { FailurePanel } from '../../src/panels/errors/FailurePanel.tsx'
import { Notices } from '../../src/panels/errors/Notices.tsx'
import { Header } from '../../src/panels/header/Header.tsx'
import { Transport } from '../../src/panels/transport/Transport.tsx'
import { actions, momentOf, useStore } from '../../src/store/index.ts'
import { initialState } from '../../src/store/state.ts'
import { showScene } from './stage/scene.ts'

const view = () => useStore.getState().view
const now = () => momentOf(view().clock)

beforeEach(async () => {
  localStorage.clear()
  useStore.setState(initialState(), true)
  // jsdom has no modal dialogs: an open one is enough here, the browser tests see the real ones.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
  }
  await showScene('recall')
  act(() => actions.select({ t: 9, phase: 4, slot: 'f', unit: 3 }))
})

afterEach(() => {
  actions.pause()
  cleanup()
  vi.restoreAllMocks()
})

describe('header', () => {
  const header = () => render(<Header narrow={false} onAbout={null} />)
  /** What follows from a choice comes after the switch has been painted. */
  const choose = async (name: string): Promise<void> => {
    await userEvent.click(screen.getByRole('radio', { name }))
    expect(screen.getByRole('radio', { name })).toBeChecked()
    await act(() => new Promise<void>((painted) => requestAnimationFrame(() => void setTimeout(painted))))
  }

  test('switches the cell and keeps the job that is looked at', async () => {
    header()
    await choose('GRU')
    expect(view()).toMatchObject({ cell: 'gru', slot: 'z', compare: false })
    await choose('Compare')
    expect(view().compare).toBe(true)
    expect(screen.getByRole('radio', { name: 'Compare' })).toBeChecked()
    expect(screen.getByRole('radio', { name: 'GRU' })).not.toBeChecked()
  })

  test('folding leaves Compare, comparing unfolds', async () => {
    header()
    await choose('Folded')
    expect(view()).toMatchObject({ folded: 1, compare: false })
    await choose('Compare')
    expect(view()).toMatchObject({ folded: 0, compare: true })
    await choose('Folded')
    expect(view()).toMatchObject({ folded: 1, compare: false })
  })

  test('speaks the other language, and keeps it', async () => {
    header()
    await choose('Español')
    expect(screen.getByRole('combobox', { name: 'Escena' })).toBeVisible()
    expect(initialState().language).toBe('es')
  })

  test('changes the theme, and keeps it', async () => {
    header()
    await userEvent.click(screen.getByRole('button', { name: 'Dark theme' }))
    expect(screen.getByRole('button', { name: 'Light theme' })).toBeVisible()
    expect(initialState().themeChoice).toBe('dark')
  })

  test('a browser without storage loses nothing but the memory of the choice', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    header()
    await userEvent.click(screen.getByRole('radio', { name: 'Español' }))
    expect(screen.getByRole('radio', { name: 'Español' })).toBeChecked()
    expect(initialState().language).toBe('en')
  })

  test('copies the link and says so; says so as well when that is refused', async () => {
    const user = userEvent.setup()
    header()
    await user.click(screen.getByRole('button', { name: 'Copy link' }))
    expect(await screen.findByText('Link copied')).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe(window.location.href)
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    await user.click(screen.getByRole('button', { name: 'Copy link' }))
    expect(await screen.findByText(/the link is in the address bar/)).toBeVisible()
  })
})

describe('transport', () => {
  test('its buttons step by phase and by timestep', async () => {
    render(<Transport narrow={false} />)
    await userEvent.click(screen.getByRole('button', { name: 'One phase on' }))
    expect(now()).toEqual({ t: 9, phase: 5 })
    await userEvent.click(screen.getByRole('button', { name: 'One timestep back' }))
    expect(now()).toEqual({ t: 8, phase: 5 })
  })

  test('its slider says step and phase', () => {
    render(<Transport narrow={false} />)
    const slider = screen.getByRole('slider')
    expect(slider).toHaveAttribute('aria-valuetext', 'step 9 of 23, phase cell')
    fireEvent.change(slider, { target: { value: '12' } })
    expect(now()).toEqual({ t: 12, phase: 4 })
  })

  test('folded, it shows the phases as buttons', async () => {
    act(() => actions.setFolded(true))
    render(<Transport narrow={false} />)
    const phases = screen.getByRole('group', { name: 'Phase' })
    expect(within(phases).getByRole('button', { name: '4 cell' })).toHaveAttribute('aria-current', 'step')
    await userEvent.click(within(phases).getByRole('button', { name: '6 output' }))
    expect(now()).toEqual({ t: 9, phase: 6 })
  })

  test('the narration is announced when the reader steps, quiet while playing, and told once where that ends', () => {
    render(<Transport narrow={false} />)
    const narration = screen.getByRole('status')
    const sentence = () => narration.firstElementChild!
    expect(narration).toHaveTextContent(/^Cell update\. Unit 3 keeps/)
    const atRest = sentence()
    act(() => actions.stepTime(1))
    expect(sentence()).toBe(atRest)
    act(() => actions.play())
    expect(sentence()).toHaveAttribute('aria-hidden', 'true')
    const hidden = sentence()
    act(() => actions.pause())
    // What is added to a live region is announced, what was there is not.
    expect(sentence()).not.toBe(hidden)
    expect(sentence()).not.toHaveAttribute('aria-hidden')
    expect(narration.childElementCount).toBe(1)
  })

  test('the sentence of Compare speaks of the lane without memory when it is there', () => {
    render(<Transport narrow={false} />)
    act(() => {
      actions.setCompare(true)
      actions.setFeedforward(false)
    })
    expect(screen.getByRole('status')).not.toHaveTextContent('Feed-forward')
    act(() => actions.setFeedforward(true))
    expect(screen.getByRole('status')).toHaveTextContent(/Feed-forward .*RNN .*LSTM .*GRU/)
  })

  test('reveal, speed and a whole sheet of keys', async () => {
    render(<Transport narrow={false} />)
    const reveal = screen.getByRole('button', { name: 'Reveal all' })
    await userEvent.click(reveal)
    expect(reveal).toHaveAttribute('aria-pressed', 'true')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '4×')
    expect(view().speed).toBe(4)
    await userEvent.click(screen.getByRole('button', { name: 'Keys' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Use these keys' }))
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    fireEvent.keyDown(document.body, { key: 'ArrowRight' })
    expect(now().t).toBe(9)
  })

  test.each([
    ['ArrowRight', {}, { t: 10, phase: 4 }],
    ['ArrowLeft', {}, { t: 8, phase: 4 }],
    ['ArrowRight', { shiftKey: true }, { t: 9, phase: 5 }],
    ['Home', {}, { t: 0, phase: 1 }],
    ['End', {}, { t: 23, phase: 6 }],
    ['2', {}, { t: 9, phase: 2 }],
    ['7', {}, { t: 9, phase: 4 }],
    ['ArrowRight', { ctrlKey: true }, { t: 9, phase: 4 }],
  ])('the key %s with %o leads to %o', (key, modifiers, moment) => {
    render(<Transport narrow={false} />)
    fireEvent.keyDown(document.body, { key, ...modifiers })
    expect(now()).toEqual(moment)
  })

  test('a list and a pressed choice keep their own keys', () => {
    render(
      <>
        <Header narrow={false} onAbout={null} />
        <Transport narrow={false} />
      </>,
    )
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Scene' }), { key: '3' })
    fireEvent.keyDown(screen.getByRole('radio', { name: 'LSTM' }), { key: 'ArrowRight' })
    fireEvent.keyDown(screen.getByRole('button', { name: 'Play' }), { key: ' ' })
    expect(now()).toEqual({ t: 9, phase: 4 })
    expect(useStore.getState().playing).toBe(false)
    fireEvent.keyDown(screen.getByRole('radio', { name: 'LSTM' }), { key: 'End' })
    expect(now()).toEqual({ t: 23, phase: 6 })
  })

  test('the unit stays within the cell', () => {
    render(<Transport narrow={false} />)
    for (let k = 0; k < 20; k++) fireEvent.keyDown(document.body, { key: 'ArrowDown' })
    expect(view().unit).toBe(7)
    for (let k = 0; k < 20; k++) fireEvent.keyDown(document.body, { key: 'ArrowUp' })
    expect(view().unit).toBe(0)
  })
})

describe('what failed', () => {
  const parts = { what: 'recall/lstm.safetensors', expected: '[32, 3]', got: '[24, 3]', todo: 'Load again.' }

  test('is told in all its parts', () => {
    render(<FailurePanel title="The LSTM failed" failure={parts} />)
    const alert = screen.getByRole('alert')
    for (const text of Object.values(parts)) expect(alert).toHaveTextContent(text)
    expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible()
  })

  test('a panel that throws leaves the others alone, and can be tried again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    let broken = true
    const Panel = () => {
      if (broken) throw new Error('Expected 3 rows, got 2.')
      return <p>the numbers</p>
    }
    render(
      <>
        <Boundary resetKey="a">
          <Panel />
        </Boundary>
        <p>another panel</p>
      </>,
    )
    expect(screen.getByRole('alert')).toHaveTextContent('Expected 3 rows, got 2.')
    expect(screen.getByText('another panel')).toBeVisible()
    broken = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(screen.getByText('the numbers')).toBeVisible()
  })

  test('in the address is told until it is dismissed', async () => {
    useStore.setState({ notices: [{ key: 't', expected: '0 – 23', got: '99', shown: '23' }] })
    render(<Notices />)
    expect(screen.getByRole('status')).toHaveTextContent(
      'Timestep t: expected 0 – 23; got “99”. Shown instead: 23.',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })
})

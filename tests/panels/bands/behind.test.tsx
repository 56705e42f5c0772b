// @vitest-environment jsdom
/** Bands and inspector while they are behind the stage: keys and buttons start where the reader is. */
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Bands } from '../../../src/panels/bands/Bands.tsx'
import { connectHover } from '../../../src/panels/hover/connectHover.ts'
import { Inspector } from '../../../src/panels/inspector/Inspector.tsx'
import { actions, momentOf, useStore } from '../../../src/store/index.ts'
import { letPanelsFollow } from '../../../src/ui/following.tsx'
import { scaleBetween } from '../../../src/ui/timeScale.ts'
import { formsFor, showScene } from '../stage/scene.ts'

const forms = formsFor(24, 1104)

const Page = () => (
  <>
    <Bands forms={forms} scale={scaleBetween(...forms, 0, 9)} density="wide" gutter={98} right={1084} />
    <Inspector />
  </>
)

/** Once panels have followed. */
const later = (check: () => void) => waitFor(check, { timeout: 10_000 })

let stops: (() => void)[] = []

beforeEach(async () => {
  HTMLCanvasElement.prototype.getContext = () => null
  await showScene('recall', { cell: 'lstm', t: 9, phase: 4, slot: 'f', unit: 3 })
  stops = [letPanelsFollow(), connectHover()]
})
afterEach(() => {
  cleanup()
  for (const stop of stops) stop()
})

test('keys on a band, and the inspector’s buttons, count from the playhead and the selection', async () => {
  render(<Page />)
  const band = screen.getByRole('slider', { name: /^forget gate/i })
  for (let k = 0; k < 3; k++) fireEvent.keyDown(band, { key: 'ArrowRight' })
  for (let k = 0; k < 2; k++) fireEvent.keyDown(band, { key: 'ArrowDown' })
  expect(band.getAttribute('aria-valuenow')).toBe('9')
  const { view } = useStore.getState()
  expect([momentOf(view.clock).t, view.unit]).toEqual([12, 5])
  fireEvent.click(screen.getByRole('button', { name: 'Next unit' }))
  fireEvent.click(screen.getByRole('button', { name: 'Next unit' }))
  expect(useStore.getState().view.unit).toBe(7)
  fireEvent.click(screen.getByRole('button', { name: /^i, / }))
  expect(useStore.getState().view).toMatchObject({ slot: 'i', unit: 7 })
  await later(() => expect(band.getAttribute('aria-valuenow')).toBe('12'))
})

test('the lens of the bands stays at the step whose numbers are in it, until they follow', async () => {
  const { container } = render(<Page />)
  const place = () => container.querySelector<HTMLElement>('[data-band="f"] .bands-lens-place')!
  const step = () => place().querySelector('[data-t]')!.getAttribute('data-t')
  const before = place().style.transform
  act(() => actions.select({ t: 14 }))
  expect([step(), place().style.transform]).toEqual(['9', before])
  await later(() => expect(step()).toBe('14'))
  expect(place().style.transform).not.toBe(before)
})

test('the inspector’s buttons go round the components of x', () => {
  const { I } = useStore.getState().runs.lstm!.layer.program
  act(() => actions.select({ slot: 'x', unit: 7 }))
  render(<Page />)
  fireEvent.click(screen.getByRole('button', { name: 'Previous unit' }))
  // The last component was shown, however many units there are.
  expect(useStore.getState().view.unit).toBe(I - 2)
})

test('what fades in with the clock is whole in a band that is behind', async () => {
  const { container } = render(<Page />)
  const plot = () => container.querySelector<SVGElement>('[data-band="c"] .bands-lens')!
  act(() => useStore.setState(({ view }) => ({ view: { ...view, clock: 9 * 6 + 2.5 } })))
  await later(() => expect(plot().style.getPropertyValue('--now')).toBe('0.500'))
  // The next phase: the band still shows the one before.
  act(() => useStore.setState(({ view }) => ({ view: { ...view, clock: 9 * 6 + 3.1 } })))
  expect(plot().style.getPropertyValue('--now')).toBe('')
  await later(() => expect(plot().dataset['state']).toBe('done'))
})

test('the datum of a band that has the focus is the one that it comes to show', async () => {
  render(<Page />)
  const band = screen.getByRole('slider', { name: /^forget gate/i })
  // jsdom does not tell how an element got its focus.
  Object.assign(band, {
    matches: (css: string) => css === ':focus-visible' || Element.prototype.matches.call(band, css),
  })
  act(() => band.focus())
  expect(useStore.getState().hover).toMatchObject({ slot: 'f', unit: 3, t: 9 })
  act(() => actions.stepTime(2))
  await later(() => expect(useStore.getState().hover).toMatchObject({ slot: 'f', unit: 3, t: 11 }))
})

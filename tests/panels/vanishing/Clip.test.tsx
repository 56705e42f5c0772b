// @vitest-environment jsdom
/** Clipping on screen: which updates were clipped, what each did, and a slider over them. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { logAxis } from '../../../src/panels/labs/logAxis.ts'
import { ClipShown } from '../../../src/panels/vanishing/ClipPanel.tsx'
import { normAxis, stepTicks } from '../../../src/panels/vanishing/geometry.ts'
import { useStore } from '../../../src/store/index.ts'
import type { ClippingProgress } from '../../../src/store/labJob.ts'

const progress: ClippingProgress = {
  updates: 4,
  rows: [
    { update: 1, loss: 1, norm: 3, clipped: true, step: 0.1, whole: 0.3, unclippedLoss: 1 },
    { update: 2, loss: 0.9, norm: 0.5, clipped: false, step: 0.05, whole: 0.05, unclippedLoss: 4 },
    { update: 3, loss: 0.8, norm: 2, clipped: true, step: 0.1, whole: 0.2, unclippedLoss: null },
  ],
  diverged: null,
  unclippedDiverged: 3,
}

beforeEach(() => useStore.setState({ language: 'en' }))
afterEach(cleanup)

test('clipped updates are triangles; the chosen update says what it did', async () => {
  const change = vi.fn<(part: object) => void>()
  render(<ClipShown {...{ progress, change }} clip={1} update={3} width={700} narrow={false} />)
  expect(document.querySelectorAll('.clip-acted')).toHaveLength(2)
  expect(document.querySelectorAll('.clip-whole')).toHaveLength(2)
  const slider = screen.getByRole('slider')
  expect(slider.getAttribute('aria-valuetext')).toBe(
    'Update 3: clipped. The gradient’s norm 2.00 is scaled down to 1.00; the weights move 0.10 instead of 0.20.',
  )
  expect(screen.getByText(/2 of 3 updates were clipped.*not a number at update 3/)).toBeTruthy()
  for (const [key, update] of [
    ['ArrowLeft', 2],
    ['Home', 1],
    ['End', 3],
  ] as const) {
    fireEvent.keyDown(slider, { key })
    expect(change).toHaveBeenLastCalledWith({ update })
  }
  fireEvent.click(screen.getByText('The short training as a table'))
  const table = await screen.findByRole('region', { name: 'The short training as a table' })
  expect(within(table).getAllByRole('row')).toHaveLength(4)
})

test('an update that has not come yet shows the last one', () => {
  render(<ClipShown {...{ progress, change: () => {} }} clip={1} update={4} width={390} narrow />)
  expect(screen.getByRole('slider').getAttribute('aria-valuenow')).toBe('3')
})

const box = { left: 0, right: 100, top: 0, bottom: 100 }

test('the axis of norms has 1, whole decades, and a floor', () => {
  const { y, ticks } = normAxis(box, [1, 3e-5, 40, NaN])
  expect(ticks).toContain(1)
  expect(y(100)).toBe(0)
  expect(y(1e-5)).toBeCloseTo(100, 9)
  const deep = normAxis(box, [0, 1])
  expect(deep.y(0)).toBeCloseTo(100, 9)
  expect(deep.ticks.length).toBeLessThanOrEqual(9)
})

test('a log axis holds its values, and ticks that are few', () => {
  for (const values of [[1], [0.2, 0.9], [1e-6, 1e6], [], [0, NaN, 5]]) {
    const { y, ticks } = logAxis(box, values)
    expect(ticks.length).toBeLessThanOrEqual(6)
    for (const value of values.filter((one) => one > 0)) {
      expect(y(value)).toBeGreaterThanOrEqual(0)
      expect(y(value)).toBeLessThanOrEqual(100)
    }
  }
})

test('ticks of steps begin at 0, end at T and leave T room', () => {
  for (const T of [2, 7, 40, 113, 200]) {
    const ticks = stepTicks(T, 300)
    expect([ticks[0], ticks.at(-1)]).toEqual([0, T])
    expect(ticks.slice(1, -1).every((t) => Number.isInteger(t) && T - t >= (T * 28) / 300)).toBe(true)
  }
})

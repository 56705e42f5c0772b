// @vitest-environment jsdom
/** The lens on its way, in each reading: nothing renders, only what it passes moves, and rest is one picture. */
import { act, cleanup, render } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GradientBands } from '../../../src/panels/gradient/GradientBands.tsx'
import { GradientStage } from '../../../src/panels/gradient/GradientStage.tsx'
import { CompareStage } from '../../../src/panels/stage/CompareStage.tsx'
import { actions, useMoment, useStore } from '../../../src/store/index.ts'
import type { View } from '../../../src/store/view.ts'
import { scaleBetween } from '../../../src/ui/timeScale.ts'
import { formsFor, showScene } from './scene.ts'

let commits = 0

const T = 24

const Compared = ({ width }: { readonly width: number }) => (
  <CompareStage forms={formsFor(T, width)} width={width} />
)

const Backward = ({ width }: { readonly width: number }) => {
  const forms = formsFor(T, width)
  const { t } = useMoment()
  const isNarrow = width < 700
  return (
    <>
      <GradientStage forms={forms} width={width} />
      <GradientBands
        forms={forms}
        scale={scaleBetween(...forms, isNarrow ? 1 : 0, t)}
        density={isNarrow ? 'mobile' : 'wide'}
        gutter={isNarrow ? 30 : 98}
        right={20}
      />
    </>
  )
}

beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = () => null
})
afterEach(cleanup)

const lensAt = (lens: number | null) => act(() => useStore.setState({ lens }))

const readings: readonly (readonly [string, typeof Compared, Partial<View>, number])[] = [
  ['Compare', Compared, { compare: true }, 1104],
  ['Compare, narrow', Compared, { compare: true, feedforward: true }, 390],
  ['gradients', Backward, { reading: 'gradient' }, 1104],
  ['gradients, narrow', Backward, { reading: 'gradient' }, 390],
]

test.each(readings)('%s', async (_, Panel, view, width) => {
  await showScene('recall', { ...view, t: 9, phase: 6 })
  const { container } = render(
    <Profiler id="panel" onRender={() => commits++}>
      <Panel width={width} />
    </Profiler>,
  )
  const leftOf = (element: Element): number => Number(/translate\((\S+) /.exec(element.outerHTML)![1])
  const paneAt = () => leftOf(container.querySelector('[data-step="10"] > g:last-child')!)
  const columnAt = (t: number) => leftOf(container.querySelector(`[data-step="${t}"] .stage-copy`)!)
  const rest = container.innerHTML
  act(() => actions.select({ t: 10 }))
  const arrived = container.innerHTML
  const columns = [columnAt(9), columnAt(11)]
  expect(arrived).not.toBe(rest)

  const places: number[] = []
  commits = 0
  for (const at of [9.01, 9.3, 9.6, 9.99]) {
    lensAt(at)
    places.push(paneAt())
    // Beside a lens that stands in the middle of a narrow stage, it is the columns that go.
    if (width > 700) expect([columnAt(9), columnAt(11)]).toEqual(columns)
  }
  expect(commits).toBe(0)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(new Set(places).size).toBe(width > 700 ? 4 : 1)

  lensAt(null)
  expect(container.innerHTML).toBe(arrived)
  act(() => actions.select({ t: 9 }))
  expect(container.innerHTML).toBe(rest)
})

// @vitest-environment jsdom
/** Pointing at a number lights every picture of it, and renders nothing but what follows the pointer. */
import { act, cleanup, fireEvent, render } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Bands } from '../../../src/panels/bands/Bands.tsx'
import { connectHover } from '../../../src/panels/hover/connectHover.ts'
import { datumOf, focusedDatum, selectorsOf } from '../../../src/panels/hover/datum.ts'
import { spotlightCss } from '../../../src/panels/hover/spotlight.ts'
import { Inspector } from '../../../src/panels/inspector/Inspector.tsx'
import { Stage } from '../../../src/panels/stage/Stage.tsx'
import { actions, useStore } from '../../../src/store/index.ts'
import { formsFor, scaleFor, showScene } from '../stage/scene.ts'

const draw = () => {
  const scale = scaleFor(24, 9)
  const forms = formsFor(24)
  const commits = { stage: 0, inspector: 0 }
  const { container } = render(
    <>
      <Profiler id="stage" onRender={() => commits.stage++}>
        <Stage forms={forms} width={1104} />
      </Profiler>
      <Bands scale={scale} forms={forms} density="wide" gutter={98} right={1084} />
      <Profiler id="inspector" onRender={() => commits.inspector++}>
        <Inspector />
      </Profiler>
    </>,
  )
  return { container, commits }
}

// jsdom looks for attributes among thousands of elements one by one.
vi.setConfig({ testTimeout: 30_000 })

let disconnect = () => {}

beforeEach(async () => {
  HTMLCanvasElement.prototype.getContext = () => null
  await showScene('recall', { slot: 'f', unit: 7, t: 9, phase: 6 })
  disconnect = connectHover()
})

afterEach(() => {
  disconnect()
  cleanup()
})

const hover = () => useStore.getState().hover

describe('a value', () => {
  test('is found on every picture of it, and on none of another', () => {
    const { container } = draw()
    const { marks, wires } = selectorsOf({ slot: 'f', unit: 7, t: 9 })
    const lit = [...container.querySelectorAll(marks)]
    // The card's column, the strip on the ribbon, the dot plot, the formula's terms, the big number.
    expect(lit.length).toBeGreaterThanOrEqual(5)
    const values = new Set(lit.map((mark) => mark.getAttribute('data-value')).filter((said) => said !== null))
    expect(values.size).toBe(1)
    const places = ['.anatomy', '.bands-lens', '.inspector-symbols', '.inspector-numbers', '.inspector-big']
    for (const place of places)
      expect(
        lit.some((mark) => mark.closest(place) !== null),
        place,
      ).toBe(true)
    expect(container.querySelectorAll(`${wires}[data-wire]`).length).toBeGreaterThanOrEqual(1)
  })

  test('under the pointer commits nothing in the stage but its tip, and nothing in the inspector', () => {
    const { container, commits } = draw()
    const strips = [...container.querySelectorAll('.anatomy [data-slot="i"][data-unit]')]
    const before = { ...commits }
    for (const mark of strips.slice(0, 6)) fireEvent.pointerOver(mark)
    expect(hover()).toEqual({ slot: 'i', unit: 5, t: 9 })
    // One commit a datum: the number beside the pointer.
    expect(commits.stage - before.stage).toBe(6)
    expect(commits.inspector - before.inspector).toBe(0)
    fireEvent.pointerOver(strips[5]!)
    expect(commits.inspector - before.inspector).toBe(0)
    fireEvent.pointerOver(document.body)
    expect(hover()).toBeNull()
  })

  test('of the initial carry and of x have their own marks', () => {
    const { container } = draw()
    fireEvent.pointerOver(container.querySelector('.anatomy [data-slot="x"][data-component="1"]')!)
    expect(hover()).toEqual({ slot: 'x', unit: 1, t: 9 })
    const { marks } = selectorsOf(hover()!)
    const tokens = [...container.querySelectorAll(marks)].filter((mark) => mark.closest('.stage-token'))
    expect(tokens.length).toBeGreaterThanOrEqual(1)
  })
})

describe('a weight', () => {
  test('lights its place in the thumbnail and its product, at any step', () => {
    const { container } = draw()
    const cell = container.querySelector('[data-weight="W_f"][data-row="7"][data-column="1"]')!
    fireEvent.pointerOver(cell)
    expect(hover()).toEqual({ slot: 'W_f', unit: 7, input: 1, t: 9 })
    const lit = [...container.querySelectorAll(selectorsOf(hover()!).marks)]
    expect(lit).toContain(cell)
    expect(lit.some((mark) => mark.matches('.inspector-row-product'))).toBe(true)
    expect(container.querySelector(`${selectorsOf(hover()!).wires}.math-term`)?.textContent).toBe('Wf')
  })
})

test('a part with the focus stands for its datum, also after its keys moved on', () => {
  const { container } = draw()
  const band = container.querySelector<HTMLElement>('[data-band="f"]')!
  expect(focusedDatum(band, 9)).toEqual({ slot: 'f', unit: 7, t: 9 })
  act(() => actions.select({ unit: 3 }))
  expect(focusedDatum(band, 9)).toEqual({ slot: 'f', unit: 3, t: 9 })
  const stop = container.querySelector('[data-stop="c"]')!
  expect(focusedDatum(stop, 9)).toEqual({ slot: 'c', unit: 3, t: 9 })
  expect(focusedDatum(container, 9)).toBeNull()
})

test('in lanes of several cells only that of the datum lights up', () => {
  document.body.innerHTML =
    '<p data-lane="gru"><i data-slot="h" data-unit="0" data-t="1"></i></p><p data-lane="lstm"><i data-slot="h" data-unit="0" data-t="1"></i></p>'
  const [gru, lstm] = document.querySelectorAll('i')
  const datum = datumOf(gru!, 1)!
  expect(datum).toEqual({ slot: 'h', unit: 0, t: 1, lane: 'gru' })
  expect(gru!.matches(selectorsOf(datum).marks)).toBe(true)
  expect(lstm!.matches(selectorsOf(datum).marks)).toBe(false)
  expect(spotlightCss(datum)).toContain('[data-lane="gru"]')
  expect(spotlightCss(null)).toBe('')
  document.body.innerHTML = ''
})

// @vitest-environment jsdom
/** The stage in motion: elements keep their identity, nothing renders a frame, the same place is the same picture. */
import '@testing-library/jest-dom/vitest'
import { act, cleanup, fireEvent, render } from '@testing-library/react'
import fc from '../../support/fc.ts'
import { Profiler, useMemo } from 'react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Bands } from '../../../src/panels/bands/Bands.tsx'
import { Stage } from '../../../src/panels/stage/Stage.tsx'
import { shapeOf } from '../../../src/panels/stage/stageShape.ts'
import { stageFrame } from '../../../src/panels/stage/stageFrame.ts'
import { actions, useStore } from '../../../src/store/index.ts'
import { scaleBetween } from '../../../src/ui/timeScale.ts'
import { formsFor, showNetwork, showScene } from './scene.ts'

let commits = 0

const Page = ({ T = 24, width = 1104 }: { readonly T?: number; readonly width?: number }) => {
  const forms = useMemo(() => formsFor(T, width), [T, width])
  const scale = scaleBetween(...forms, 0, 0)
  return (
    <Profiler id="page" onRender={() => commits++}>
      <Stage forms={forms} width={width} />
      <Bands
        forms={forms}
        scale={scale}
        density={width < 700 ? 'mobile' : 'wide'}
        gutter={98}
        right={width - 20}
      />
    </Profiler>
  )
}

beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = () => null
})
afterEach(cleanup)

const fold = (part: number) => act(() => actions.setFold(part))
const setClock = (clock: number) => act(() => useStore.setState(({ view }) => ({ view: { ...view, clock } })))

/** A picture as text: what is set in another order is the same picture. */
const pictureOf = (node: Element): string => {
  const attributes = [...node.attributes]
    // Ids are React's own.
    .filter(({ name }) => name !== 'id' && !name.startsWith('aria-describedby'))
    .map(({ name, value }) =>
      name === 'style'
        ? `style=${value
            .split(';')
            .map((part) => part.trim())
            .filter(Boolean)
            .toSorted()
            .join(';')}`
        : `${name}=${value}`,
    )
    .filter((text) => text !== 'style=')
    .toSorted()
  const children = [...node.childNodes].map((child) =>
    child instanceof Element ? pictureOf(child) : (child.textContent ?? ''),
  )
  return `<${node.tagName} ${attributes.join(' ')}>${children.join('')}</>`
}

describe.each([
  ['lstm', 1104],
  ['gru', 1104],
  ['rnn', 390],
] as const)('%s at %s px', (cell, width) => {
  test('every step, token, card and control is the same element from unrolled to folded and back', async () => {
    await showScene('recall', { cell })
    const { container } = render(<Page width={width} />)
    const marks = () => [
      ...container.querySelectorAll(
        '[data-step], [data-step] > .stage-token, [data-stop], .anatomy, .stage-rail, .stage-pane, .stage-lens, [role=listbox], input[type=range], .bands-canvas, [data-band]',
      ),
    ]
    const before = marks()
    expect(before.length).toBeGreaterThan(15)
    for (const part of [0.01, 0.3, 0.62, 0.99, 1]) {
      fold(part)
      for (const mark of before) expect(mark.isConnected).toBe(true)
    }
    const folded = container.querySelectorAll('[data-step]')
    expect(folded).toHaveLength(24)
    fold(0.5)
    for (const mark of folded) expect(mark.isConnected).toBe(true)
    fold(0)
    expect(marks()).toEqual(before)
    for (const [k, mark] of marks().entries()) expect(mark).toBe(before[k])
  })
})

test('the focus stays on the step while the chain folds', async () => {
  await showScene('recall')
  const { container } = render(<Page />)
  const step = container.querySelector<SVGElement>('[data-step="9"]')!
  act(() => step.focus())
  for (const part of [0.2, 0.8, 1, 0.4, 0]) fold(part)
  expect(document.activeElement).toBe(step)
})

test('frames of a fold and of a phase render nothing; leaving and reaching an end does', async () => {
  await showScene('recall')
  render(<Page />)
  fold(0.1)
  commits = 0
  for (const part of [0.2, 0.3, 0.4]) fold(part)
  expect(commits).toBe(0)
  fold(0)
  setClock(9 * 6 + 3.2)
  commits = 0
  for (const part of [0.4, 0.6, 0.8]) setClock(9 * 6 + 3 + part)
  expect(commits).toBe(0)
})

test('moving the playhead by one step takes at most two commits', async () => {
  await showScene('recall')
  render(<Page />)
  commits = 0
  act(() => actions.select({ t: 10 }))
  expect(commits).toBeGreaterThan(0)
  expect(commits).toBeLessThanOrEqual(2)
})

test('the same clock and fold are the same picture, whichever way they are reached', async () => {
  const sequence = Array.from({ length: 5 }, (_, t) => [Math.sin(t), Math.cos(t)])
  const network = {
    input: { kind: 'vector', size: 2 },
    outputs: 'every',
    readout: { size: 1, activation: 'identity' },
    H: 2,
    sequence,
  } as const
  await showNetwork(network, {}, { t: 2, unit: 0, slot: 'f' })
  const { container } = render(<Page T={5} />)
  const seen = new Map<string, string>()
  const place = fc.record({
    clock: fc.oneof(
      fc.integer({ min: 0, max: 29 }),
      fc.integer({ min: 0, max: 290 }).map((n) => n / 10),
    ),
    part: fc.constantFrom(0, 0, 0.25, 0.5, 0.9, 1),
  })
  const visit = ({ clock, part }: { clock: number; part: number }) => {
    setClock(clock)
    fold(part)
    const key = `${clock} ${part}`
    const picture = [...container.querySelectorAll('.stage-chain, .bands')].map(pictureOf).join('\n')
    expect(picture).toBe(seen.get(key) ?? picture)
    seen.set(key, picture)
  }
  fc.assert(
    fc.property(fc.array(place, { minLength: 3, maxLength: 5 }), (places) => {
      // Forwards, backwards, and across.
      for (const one of [...places, ...places.toReversed(), ...places.filter((_, k) => k % 2 === 0)])
        visit(one)
    }),
    { numRuns: 6 },
  )
  expect(seen.size).toBeGreaterThan(12)
}, 120_000)

describe('in the middle of the motion', () => {
  const paneOf = (container: HTMLElement) => container.querySelector('.stage-pane')!.getAttribute('x')
  const expected = (width: number) =>
    String(Math.round(stageFrame(shapeOf(formsFor(24, width), width), 0.5, 9).box.x * 1e3) / 1e3)

  test('another width, theme or language draws the same moment anew', async () => {
    await showScene('recall')
    const { container, rerender } = render(<Page />)
    fold(0.5)
    for (const width of [1180, 390, 843]) {
      rerender(<Page width={width} />)
      expect(paneOf(container)).toBe(expected(width))
    }
    act(() => actions.setTheme('dark'))
    act(() => actions.setLanguage('es'))
    expect(paneOf(container)).toBe(expected(843))
    expect(container.querySelector('.fold-bar')).toHaveTextContent('parámetros: 393 en total, los mismos')
    act(() => actions.setCell('gru'))
    expect(paneOf(container)).toBe(expected(843))
    act(() => actions.setLanguage('en'))
  })

  test('the clock goes on: another step opens where it is', async () => {
    await showScene('recall')
    const { container } = render(<Page />)
    fold(0.5)
    act(() => actions.select({ t: 15 }))
    expect(container.querySelector('[aria-selected="true"]')).toHaveAttribute('data-step', '15')
  })

  test('long sequences hold the steps of both windows, folded and unrolled those of one', async () => {
    const sequence = Array.from({ length: 300 }, (_, t) => [Math.sin(t)])
    const network = {
      input: { kind: 'vector', size: 1 },
      outputs: 'every',
      readout: null,
      H: 2,
      sequence,
    } as const
    await showNetwork({ ...network, readout: { size: 1, activation: 'identity' } }, {}, { t: 150, unit: 0 })
    const { container } = render(<Page T={300} />)
    const steps = () =>
      [...container.querySelectorAll('[data-step]')].map((step) => Number(step.getAttribute('data-step')))
    const unrolled = steps()
    fold(1)
    const folded = steps()
    fold(0.5)
    expect(new Set(steps())).toEqual(new Set([...unrolled, ...folded]))
    expect(unrolled.length).toBeLessThan(40)
    expect(folded.length).toBe(54)
  })
})

describe('the slider', () => {
  test('folds, says how far, and follows what folds by itself', async () => {
    await showScene('recall')
    const { container } = render(<Page />)
    const slider = container.querySelector<HTMLInputElement>('.fold-bar input')!
    expect(slider).toHaveAttribute('aria-valuetext', 'unrolled')
    expect(container.querySelector('.fold-bar')).toHaveTextContent(
      'T = 24: 24 copies · parameters: 393 in all, the same',
    )
    fireEvent.change(slider, { target: { value: '0.31' } })
    expect(useStore.getState().view.folded).toBe(0.31)
    expect(slider).toHaveAttribute('aria-valuetext', '31 % folded')
    expect(container.querySelector('.fold-bar')).toHaveTextContent(/T = 24: \d+ copies · parameters: 393/)
    act(() => actions.setFolded(true))
    expect(slider).toHaveValue('1')
    expect(slider).toHaveAttribute('aria-valuetext', 'folded')
    expect(container.querySelector('.fold-bar')).toHaveTextContent(
      'T = 24: 1 cell, used 24 times · parameters: 393',
    )
  })
})

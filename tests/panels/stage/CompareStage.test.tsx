// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CompareStage } from '../../../src/panels/stage/CompareStage.tsx'
import { useStore } from '../../../src/store/index.ts'
import { formsFor, showScene } from './scene.ts'

// jsdom paints nothing; the ribbons' colours are looked at in a browser.
beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = () => null
})
afterEach(cleanup)

describe('Compare', () => {
  test('of reversed layers leaves the outputs at the left to come', async () => {
    await showScene('brackets', { compare: true, direction: 'reverse', t: 6, phase: 6 })
    const { T } = useStore.getState().scenes!.en
    const { container } = render(<CompareStage forms={formsFor(T)} width={1104} />)
    const wanted = [...container.querySelectorAll<SVGElement>('.stage-wanted')]
    const isAhead = ({ classList }: SVGElement): boolean => classList.contains('stage-wanted-ahead')
    for (const mark of wanted) expect(isAhead(mark), mark.dataset['t']).toBe(Number(mark.dataset['t']) < 6)
    expect(new Set(wanted.map(isAhead))).toEqual(new Set([true, false]))
  })

  test('selects by keyboard in the lane that has the focus, from the unit that the lane shows', async () => {
    await showScene('recall', { compare: true, cell: 'lstm', slot: 'f', unit: 7, t: 9, phase: 6 })
    const { T } = useStore.getState().scenes!.en
    const { container } = render(<CompareStage forms={formsFor(T)} width={1104} />)
    const stop = (lane: string, slot: string): Element =>
      container.querySelector(`[data-lane="${lane}"] [data-stop="${slot}"]`)!
    const unitOf = (element: Element): number =>
      Number(/unit (\d+)/.exec(element.getAttribute('aria-label')!)![1])
    expect(unitOf(stop('lstm', 'f'))).toBe(7)
    expect(stop('lstm', 'f').getAttribute('aria-pressed')).toBe('true')
    fireEvent.keyDown(stop('lstm', 'f'), { key: 'ArrowUp' })
    fireEvent.keyDown(stop('lstm', 'f'), { key: 'ArrowUp' })
    expect(useStore.getState().view).toMatchObject({ cell: 'lstm', slot: 'f', unit: 5 })
    expect(unitOf(stop('lstm', 'f'))).toBe(5)
    fireEvent.keyDown(stop('lstm', 'o'), { key: ' ' })
    expect(useStore.getState().view).toMatchObject({ cell: 'lstm', slot: 'o', unit: 5 })
    // Another lane follows a unit of its own until it is selected in.
    const liveliest = unitOf(stop('gru', 'z'))
    expect(stop('gru', 'z').getAttribute('aria-pressed')).toBe('false')
    fireEvent.keyDown(stop('gru', 'z'), { key: 'Enter' })
    expect(useStore.getState().view).toMatchObject({ cell: 'gru', slot: 'z', unit: liveliest, compare: true })
    fireEvent.keyDown(stop('gru', 'z'), { key: liveliest === 7 ? 'ArrowUp' : 'ArrowDown' })
    expect(unitOf(stop('gru', 'z'))).toBe(liveliest === 7 ? 6 : liveliest + 1)
    expect(stop('lstm', 'f').getAttribute('aria-pressed')).toBe('false')
  })
})

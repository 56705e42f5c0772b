// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CompareStage } from '../../../src/panels/stage/CompareStage.tsx'
import { useStore } from '../../../src/store/index.ts'
import { scaleFor, showScene } from './scene.ts'

// jsdom paints nothing; the ribbons' colours are looked at in a browser.
beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = () => null
})
afterEach(cleanup)

describe('Compare', () => {
  test('of reversed layers leaves the outputs at the left to come', async () => {
    await showScene('brackets', { compare: true, direction: 'reverse', t: 6, phase: 6 })
    const { T } = useStore.getState().scenes!.en
    const { container } = render(<CompareStage scale={scaleFor(T, 6)} width={1104} />)
    const wanted = [...container.querySelectorAll<SVGElement>('.stage-wanted')]
    const isAhead = ({ classList }: SVGElement): boolean => classList.contains('stage-wanted-ahead')
    for (const mark of wanted) expect(isAhead(mark), mark.dataset['t']).toBe(Number(mark.dataset['t']) < 6)
    expect(new Set(wanted.map(isAhead))).toEqual(new Set([true, false]))
  })
})

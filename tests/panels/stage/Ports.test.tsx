// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { Stage } from '../../../src/panels/stage/Stage.tsx'
import { formsFor, showScene } from './scene.ts'

HTMLCanvasElement.prototype.getContext = () => null

afterEach(cleanup)

type Asked = Parameters<typeof showScene>[1]

/** The words at the ports of the open cell, and the name of the lane of outputs if it has one. */
const wordsAt = async (scene: string, asked: Asked, width: number, T: number) => {
  await showScene(scene, asked)
  const { container } = render(<Stage forms={formsFor(T, width)} width={width} />)
  return {
    ports: [...container.querySelectorAll('.stage-ports text')].map((text) => text.textContent),
    lanes: [...container.querySelectorAll('.stage-gutter .stage-label')].map((text) => text.textContent),
  }
}

describe('what leaves the open cell is said at its ports', () => {
  test('beside its symbols, or by its name where the narrow cell has none', async () => {
    const wide = await wordsAt('recall', { cell: 'lstm' }, 1104, 24)
    expect(wide.ports).toEqual(['to t + 1', 'to t + 1', 'h to the output'])
    cleanup()
    const narrow = await wordsAt('recall', { cell: 'lstm' }, 390, 24)
    expect(narrow.ports).toEqual(['c to t + 1', 'h to t + 1', 'h to the output'])
    cleanup()
    const mixed = await wordsAt('recall', { cell: 'gru' }, 390, 24)
    expect(mixed.ports).toEqual(['h to t + 1', 'h to the output'])
  })

  test('of a lower layer to the next one, and no lane is called output', async () => {
    const lower = await wordsAt('pairs', { cell: 'lstm', layer: 0 }, 1104, 18)
    expect(lower.ports).toContain('h to layer 2')
    expect(lower.lanes).not.toContain('output')
    cleanup()
    const upper = await wordsAt('pairs', { cell: 'lstm', layer: 1 }, 1104, 18)
    expect(upper.ports).toContain('h to the output')
    expect(upper.lanes).toContain('output')
  })

  test('upwards only at the step that the output reads', async () => {
    const before = await wordsAt('sentiment', { cell: 'lstm', t: 2 }, 1104, 5)
    expect(before.ports).toEqual(['to t + 1', 'to t + 1'])
    cleanup()
    const last = await wordsAt('sentiment', { cell: 'lstm', t: 4 }, 1104, 5)
    // No step comes after it.
    expect(last.ports).toEqual(['h to the output'])
  })
})

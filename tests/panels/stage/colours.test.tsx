// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { plane } from '../../../src/engine/index.ts'
import { Stage } from '../../../src/panels/stage/Stage.tsx'
import { useStore } from '../../../src/store/index.ts'
import { scaleOf, tableOf } from '../../../src/ui/colour.ts'
import { formsFor, showScene } from './scene.ts'

HTMLCanvasElement.prototype.getContext = () => null

afterEach(cleanup)

/** Shows the counting scene and returns the coloured marks of some slots. */
const marksOf = async (slots: readonly string[]) => {
  await showScene('counting', { cell: 'lstm', t: 6, phase: 6, reveal: true })
  const { layer } = useStore.getState().runs.lstm!
  const { container } = render(<Stage forms={formsFor(layer.T, 1104)} width={1104} />)
  const marks = [...container.querySelectorAll<SVGRectElement>('rect[fill][data-value][data-unit]')]
  return { layer, marks: marks.filter(({ dataset }) => slots.includes(dataset['slot'] ?? '')) }
}

test('a state that counts, and its parts, have one scale that holds every value', async () => {
  const { layer, marks } = await marksOf(['c', 'f*c_prev', 'i*g'])
  const most = Math.max(...Array.from(plane(layer, 'c'), Math.abs))
  const reach = [1, 2, 5, 10, 20, 50].find((size) => size >= most)!
  expect(reach).toBeGreaterThan(1)
  const colour = scaleOf(tableOf('cell', 'light', reach))
  expect(new Set(marks.map(({ dataset }) => dataset['slot'])).size).toBe(3)
  for (const mark of marks) expect(mark.getAttribute('fill')).toBe(colour(Number(mark.dataset['value'])))
})

test('what a tanh gives keeps its scale from −1 to 1', async () => {
  const { marks } = await marksOf(['h', 'g'])
  const colour = scaleOf(tableOf('hidden', 'light', 1))
  expect(marks.length).toBeGreaterThan(4)
  for (const mark of marks) expect(mark.getAttribute('fill')).toBe(colour(Number(mark.dataset['value'])))
})

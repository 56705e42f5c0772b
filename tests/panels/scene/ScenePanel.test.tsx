// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ForecastChart } from '../../../src/panels/scene/ForecastChart.tsx'
import { ScenePanel } from '../../../src/panels/scene/ScenePanel.tsx'
import { loadScene } from '../../../src/scenes/load.ts'
import { forecastOf } from '../../../src/store/forecast.ts'
import { clockAt, momentOf, useStore } from '../../../src/store/index.ts'
import { runExample } from '../../../src/store/running.ts'
import { describeExample } from '../../../src/store/sceneView.ts'
import { fetchBytes, fetchText } from '../../scenes/files.ts'

/** jsdom lays nothing out, so that nothing ever changes its width. */
class NoLayout {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const show = async (id: string, t: number): Promise<void> => {
  const loaded = await loadScene(fetchText, fetchBytes, id)
  const { view } = useStore.getState()
  useStore.setState({
    status: 'ready',
    loaded,
    scenes: describeExample(loaded, 0),
    ...runExample(loaded, 0),
    view: { ...view, scene: id, example: 0, cell: 'lstm', clock: clockAt(t, 6) },
    language: 'en',
  })
}

beforeEach(() => {
  globalThis.ResizeObserver = NoLayout
})

afterEach(cleanup)

const step = (): number => momentOf(useStore.getState().view.clock).t

test('the results of every cell stand beside the baseline, with their exact values', async () => {
  await show('recall', 4)
  render(<ScenePanel />)
  const { scene } = useStore.getState().loaded!
  const table = within(screen.getByRole('region', { name: 'How each cell did' })).getByRole('table')
  expect(within(table).getAllByRole('row')).toHaveLength(1 + 1 + 4)
  const valueOf = (cell: string, column: string): number =>
    Number(
      table
        .querySelector(`[data-cell="${cell}"] [data-column="${column}"] [data-value]`)
        ?.getAttribute('data-value'),
    )
  expect(valueOf('baseline', 'loss')).toBe(scene.baseline.loss)
  for (const [cell, { record }] of Object.entries(scene.models)) {
    expect(valueOf(cell, 'loss')).toBe(record.validationLoss)
    expect(valueOf(cell, 'metric')).toBe(record.metric)
    expect(valueOf(cell, 'parameters')).toBe(record.parameterCount)
    const row = table.querySelector(`[data-cell="${cell}"]`)
    expect(row?.textContent).toContain(
      record.learned ? 'Learned within this budget' : 'Did not learn within this budget',
    )
    expect(row?.querySelectorAll('[data-column="seeds"] [data-value]')).toHaveLength(record.seeds.length)
  }
  expect(screen.queryByRole('heading', { name: 'Forecast of the real series' })).toBeNull()
})

test('a series has its errors and its months as tables, from the open step on', async () => {
  await show('co2', 11)
  const { container } = render(<ScenePanel />)
  const { loaded, runs } = useStore.getState()
  const series = forecastOf(loaded!.scene, 0, runs, 11)!
  const errors = (cell: string): readonly number[] =>
    Array.from(container.querySelectorAll(`.scene-errors [data-cell="${cell}"] [data-value]`), (element) =>
      Number(element.getAttribute('data-value')),
    )
  expect(errors('baseline')).toEqual([series.baseline.oneStepError, series.baseline.projectionError])
  for (const { cellId, forecast } of series.cells)
    expect(errors(cellId)).toEqual([forecast.oneStepError, forecast.projectionError])

  const details = screen.getByText('Numbers as a table').closest('details')!
  details.open = true
  fireEvent(details, new Event('toggle'))
  const table = within(await screen.findByRole('region', { name: 'Numbers as a table' })).getByRole('table')
  const rows = within(table).getAllByRole('row').slice(1)
  expect(rows).toHaveLength(series.times.length)
  const lstm = series.cells.find(({ cellId }) => cellId === 'lstm')!.forecast
  const values = (k: number): readonly number[] =>
    Array.from(rows[k]!.querySelectorAll('[data-value]'), (e) => Number(e.getAttribute('data-value')))
  expect(values(0)).toEqual([series.observed[0]])
  expect(values(11)).toEqual([series.observed[11], lstm.oneStep[10]])
  expect(values(12)).toEqual([
    series.observed[12],
    lstm.oneStep[11],
    lstm.projection[0],
    series.observed[11],
    series.seasonal!.projection[0],
  ])
})

test('the chart is a slider: keys and clicks open a month, never one after the sequence', async () => {
  await show('co2', 11)
  const { loaded, runs } = useStore.getState()
  const Chart = () => {
    const t = useStore((state) => momentOf(state.view.clock).t)
    const series = forecastOf(loaded!.scene, 0, runs, t)!
    const shown = series.cells.map(({ cellId, forecast }) => ({ cellId, name: cellId, forecast }))
    return <ForecastChart series={series} shown={shown} ahead={shown[2] ?? null} width={900} known />
  }
  const { container } = render(<Chart />)
  const slider = screen.getByRole('slider')
  expect(slider.getAttribute('aria-valuetext')).toMatch(
    /^Dec 2010: observed 389\.\d\d ppm; forecast for the next step/,
  )
  // The baseline is always there, beside every projection; one circle a forecast made so far.
  expect(container.querySelectorAll('[data-line]')).toHaveLength(6)
  expect(container.querySelector('[data-line="baseline"]')).not.toBeNull()
  expect(container.querySelectorAll('[data-one-step]')).toHaveLength(12)
  const presses: readonly (readonly [string, number])[] = [
    ['ArrowLeft', 10],
    ['ArrowRight', 11],
    ['PageUp', 23],
    ['ArrowRight', 23],
    ['Home', 0],
    ['ArrowDown', 0],
    ['End', 23],
  ]
  for (const [key, expected] of presses) {
    fireEvent.keyDown(slider, { key })
    expect([key, step()]).toEqual([key, expected])
    expect(slider.getAttribute('aria-valuenow')).toBe(String(expected))
  }
  fireEvent.keyDown(slider, { key: 'ArrowLeft', ctrlKey: true })
  expect(step()).toBe(23)
  fireEvent.pointerDown(slider, { clientX: 98 })
  expect(step()).toBe(0)
  fireEvent.pointerDown(slider, { clientX: 880 })
  expect(step()).toBe(23)
})

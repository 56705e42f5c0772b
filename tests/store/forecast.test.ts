/** The forecasts of the shipped series, worked out again from the file and whole runs. */
import { beforeAll, expect, test } from 'vitest'
import { run } from '../../src/engine/index.ts'
import { loadScene, type LoadedScene } from '../../src/scenes/load.ts'
import { forecastOf, type SeriesForecast } from '../../src/store/forecast.ts'
import { runExample } from '../../src/store/running.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'

let loaded: LoadedScene
let months: readonly { readonly month: string; readonly level: number }[]

beforeAll(async () => {
  loaded = await loadScene(fetchText, fetchBytes, 'co2')
  const [, ...lines] = (await fetchText('co2/co2-concentration.csv')).trim().split('\n')
  months = lines.map((line) => {
    const [date = '', level = ''] = line.split(',')
    return { month: date.slice(0, 7), level: Number(level) }
  })
})

const at = (t: number, example = 0): SeriesForecast => {
  const forecast = forecastOf(loaded.scene, example, runExample(loaded, example).runs, t)
  if (!forecast) throw new Error('Expected the scene co2 to be a series.')
  return forecast
}

const error = (forecast: readonly number[], observed: readonly number[]): number =>
  Math.sqrt(forecast.reduce((sum, v, k) => sum + (v - observed[k]!) ** 2, 0) / forecast.length)

test('what was observed is the file, month by month, and goes on after the sequence', () => {
  for (const example of loaded.scene.examples.keys()) {
    const { times: names, observed, T, unit } = at(3, example)
    const start = months.findIndex(({ month }) => month === names[0])
    const file = months.slice(start, start + names.length)
    expect(names).toEqual(file.map(({ month }) => month))
    expect(observed).toEqual(file.map(({ level }) => level))
    expect(observed.length).toBeGreaterThan(T)
    expect(unit).toBe('ppm')
  }
})

test('the baseline repeats the last value, one month ahead and to the end', () => {
  const { baseline, observed, T } = at(5)
  expect(baseline.oneStep).toEqual(observed.slice(0, T))
  expect(baseline.projection).toEqual(observed.slice(6).map(() => observed[5]))
  expect(baseline.oneStepError).toBeCloseTo(error(observed.slice(0, T), observed.slice(1, T + 1)), 12)
  expect(baseline.projectionError).toBeCloseTo(error(baseline.projection, observed.slice(6)), 12)
})

test.each([0, 11, 23])('from month %i every cell reads what was observed, then its own forecasts', (t) => {
  const { cells, observed } = at(t)
  const { mean, scale } = loaded.scene.scaling!
  expect(cells.map(({ cellId }) => cellId)).toEqual(['feedforward', 'rnn', 'lstm', 'gru'])
  for (const { cellId, forecast } of cells) {
    const { network, parameters } = loaded.networks[cellId]!
    expect(forecast.projection).toHaveLength(observed.length - 1 - t)
    // The whole path at once: observed changes up to t, then the changes of the projection.
    const before = months.find(
      ({ level }, k) => level === observed[0] && months[k + 1]?.level === observed[1],
    )
    const levels = [
      months[months.indexOf(before!) - 1]!.level,
      ...observed.slice(0, t + 1),
      ...forecast.projection,
    ]
    const scaled = levels.slice(1).map((level, k) => [(level - levels[k]! - mean) / scale])
    const { outputs } = run(network, parameters, scaled.slice(0, -1))
    forecast.projection.forEach((level, k) => {
      expect(level).toBeCloseTo(levels[t + 1 + k]! + outputs[t + k]! * scale + mean, 8)
    })
    forecast.oneStep.slice(0, t + 1).forEach((level, k) => {
      expect(level).toBeCloseTo(observed[k]! + outputs[k]! * scale + mean, 8)
    })
    expect(forecast.projectionError).toBeCloseTo(error(forecast.projection, observed.slice(t + 1)), 12)
  }
})

test('a scene that is no series has no forecast', async () => {
  const recall = await loadScene(fetchText, fetchBytes, 'recall')
  expect(forecastOf(recall.scene, 0, runExample(recall, 0).runs, 0)).toBeNull()
  expect(forecastOf(loaded.scene, 99, {}, 0)).toBeNull()
})

test('at the last observed month nothing is left to project, and there is no error to show', () => {
  const [example] = loaded.scene.examples
  const short = { ...loaded.scene, examples: [{ ...example!, continuation: undefined }] }
  const { T, cells, baseline } = at(0)
  const end = forecastOf(short, 0, runExample(loaded, 0).runs, T - 1)!
  expect(end.cells).toHaveLength(cells.length)
  for (const { projection, projectionError, oneStepError } of [
    end.baseline,
    ...end.cells.map(({ forecast }) => forecast),
  ]) {
    expect(projection).toEqual([])
    expect(projectionError).toBeNaN()
    expect(oneStepError).toBeGreaterThan(0)
  }
  expect(end.baseline.oneStepError).not.toBe(baseline.oneStepError)
})

test('a year ago: the same change as twelve months before, one step ahead and again and again', () => {
  for (const example of loaded.scene.examples.keys())
    for (const t of [0, 5, 23]) {
      const { seasonal, observed, times, T } = at(t, example)
      const start = months.findIndex(({ month }) => month === times[0])
      const changeInto = (k: number): number => months[start + k]!.level - months[start + k - 1]!.level
      for (let k = 0; k < T; k++)
        expect(seasonal!.oneStep[k]).toBeCloseTo(observed[k]! + changeInto(k + 1 - 12), 9)
      // Far ahead the changes repeat those of the year before the step, not of what followed it.
      let level = observed[t]!
      seasonal!.projection.forEach((value, k) => {
        level += changeInto(t + 1 + k - 12 * Math.ceil((k + 1) / 12))
        expect(value).toBeCloseTo(level, 9)
      })
      expect(seasonal!.projection).toHaveLength(observed.length - 1 - t)
    }
})

test('a series of days has days for times, and no season', async () => {
  const weather = await loadScene(fetchText, fetchBytes, 'weather')
  const series = forecastOf(weather.scene, 0, runExample(weather, 0).runs, 10)!
  expect(series.step).toBe('day')
  expect(series.times[0]).toBe('2015-03-01')
  expect(series.seasonal).toBeNull()
  const [, ...lines] = (await fetchText('weather/seattle-weather.csv')).trim().split('\n')
  const file = new Map(lines.map((line) => [line.split(',')[0], Number(line.split(',')[2])]))
  expect(series.observed).toEqual(series.times.map((day) => file.get(day)))
})

test('which projection of the weather is nearest hangs on the day from which it starts, as its text says', async () => {
  const weather = await loadScene(fetchText, fetchBytes, 'weather')
  for (const example of [0, 1]) {
    const { runs } = runExample(weather, example)
    const nearest = [7, 14, 20, 27].map((t) => {
      const { baseline, cells } = forecastOf(weather.scene, example, runs, t)!
      const errors = [baseline, ...cells.map(({ forecast }) => forecast)].map(
        ({ projectionError }) => projectionError ?? NaN,
      )
      return errors.indexOf(Math.min(...errors))
    })
    expect(new Set(nearest).size).toBeGreaterThan(1)
  }
})

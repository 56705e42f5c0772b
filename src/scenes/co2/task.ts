/**
 * Monthly CO₂ at Mauna Loa: from the changes so far, forecast the next month's change. Trained on
 * 1965–1999, validated on 2000–2009, shown on 2010–2020, which no network has seen.
 */
import { seriesTask } from '../seriesTask.ts'
import type { Task } from '../task.ts'
import { parseSeries } from './series.ts'

/** No month is missing from here on. */
const FIRST = '1965-01'

/**
 * @param csv co2-concentration.csv
 * @param T months of a training sequence
 * @throws SceneError naming the line that is not a month and a number
 */
export const co2Task = (csv: string, T = 36): Task =>
  seriesTask({
    rows: parseSeries(csv).filter(({ mark }) => mark >= FIRST),
    unit: 'ppm',
    step: 'month',
    season: 12,
    validation: '2000-01',
    test: '2010-01',
    stride: 6,
    T,
    // A network must first see a year.
    warmUp: 12,
    shown: 24,
    after: 24,
    examples: [
      { id: 'y2010', from: '2010-01' },
      { id: 'y2016', from: '2016-04' },
    ],
    hiddenSize: 8,
    horizon: 12,
    budget: { updates: 1000, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3] },
    share: 1 / 2,
  })

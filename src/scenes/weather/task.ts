/**
 * The maximum temperature in Seattle day by day: from the changes so far, forecast tomorrow's. Trained on
 * 2012 and 2013, validated on 2014, shown on 2015, which no network has seen.
 */
import { seriesTask } from '../seriesTask.ts'
import type { Task } from '../task.ts'
import { parseWeather } from './series.ts'

/**
 * @param csv seattle-weather.csv
 * @param T days of a training sequence
 * @throws SceneError naming the line that is not a day and a number
 */
export const weatherTask = (csv: string, T = 28): Task =>
  seriesTask({
    rows: parseWeather(csv),
    unit: '°C',
    step: 'day',
    season: null,
    validation: '2014-01-01',
    test: '2015-01-01',
    stride: 7,
    T,
    warmUp: 7,
    shown: 28,
    after: 14,
    examples: [
      { id: 'spring', from: '2015-03-01' },
      { id: 'summer', from: '2015-07-10' },
    ],
    hiddenSize: 6,
    horizon: 14,
    budget: { updates: 500, batch: 16, learningRate: 0.005, clip: 1, seeds: [1, 2, 3] },
    share: 0.97,
  })

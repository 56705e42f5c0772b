/** Reading seattle-weather.csv: date,precipitation,temp_max,temp_min,wind,weather, one row a day. */
import { SceneError } from '../sceneError.ts'
import type { Level } from '../seriesTask.ts'

const HEAD = 'date,precipitation,temp_max,temp_min,wind,weather'

/**
 * The maximum temperature of every day, °C.
 * @throws SceneError naming the line that is not a date and a number
 */
export const parseWeather = (csv: string): readonly Level[] => {
  const [head, ...lines] = csv.trim().split(/\r?\n/)
  if (head !== HEAD)
    throw new SceneError({
      what: 'seattle-weather.csv, line 1',
      expected: `"${HEAD}"`,
      got: `"${head}"`,
      todo: 'Take the file from vega-datasets again.',
    })
  return lines.map((line, k) => {
    const [date = '', , highest = ''] = line.split(',')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || highest === '' || !Number.isFinite(Number(highest)))
      throw new SceneError({
        what: `seattle-weather.csv, line ${k + 2}`,
        expected: 'a date and a maximum temperature',
        got: `"${line}"`,
        todo: 'Take the file from vega-datasets again.',
      })
    return { mark: date, level: Number(highest) }
  })
}

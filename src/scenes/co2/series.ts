/** Reading co2-concentration.csv: Date,CO2,adjusted CO2, one row a month. */
import { SceneError } from '../sceneError.ts'
import type { Level } from '../seriesTask.ts'

/**
 * Every row of the file: its month, '1965-01', and the mean concentration, ppm.
 * @throws SceneError naming the line that is not a date and a number
 */
export const parseSeries = (csv: string): readonly Level[] => {
  const [head, ...lines] = csv.trim().split(/\r?\n/)
  if (head !== 'Date,CO2,adjusted CO2')
    throw new SceneError({
      what: 'co2-concentration.csv, line 1',
      expected: '"Date,CO2,adjusted CO2"',
      got: `"${head}"`,
      todo: 'Take the file from vega-datasets again.',
    })
  return lines.map((line, k) => {
    const [date = '', level = ''] = line.split(',')
    if (!/^\d{4}-\d{2}-01$/.test(date) || level === '' || !Number.isFinite(Number(level)))
      throw new SceneError({
        what: `co2-concentration.csv, line ${k + 2}`,
        expected: 'a first of a month and a concentration',
        got: `"${line}"`,
        todo: 'Take the file from vega-datasets again.',
      })
    return { mark: date.slice(0, 7), level: Number(level) }
  })
}

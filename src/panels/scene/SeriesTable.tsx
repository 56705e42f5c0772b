/** The chart of a series as a table: the same numbers for those who read rather than look. */
import type { ReactElement } from 'react'
import { scene } from '../../i18n/scene.ts'
import { useLanguage, type SeriesForecast, useWords } from '../../store/index.ts'
import { Details } from '../../ui/controls/Details.tsx'
import type { ShownForecast } from './ChartLines.tsx'
import { formatTime } from './time.ts'
import { Num } from './Num.tsx'

interface Props {
  readonly series: SeriesForecast
  readonly shown: readonly ShownForecast[]
}

export const SeriesTable = ({ series, shown }: Props): ReactElement => {
  const words = useWords(scene)
  const language = useLanguage()
  const { times, observed, t, unit, step, baseline, seasonal } = series
  const cell = (value: number | undefined, key: string) => (
    <td key={key}>{value === undefined ? '' : <Num value={value} />}</td>
  )
  return (
    <Details className="scene-details" summary={words.table}>
      {() => (
        <div className="scene-scroll scene-tall" tabIndex={0} role="region" aria-label={words.table}>
          <table className="scene-table">
            <caption>{words.tableCaption(unit)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.time[step]}</th>
                <th scope="col">{words.observed}</th>
                {shown.map(({ cellId, name }) => (
                  <th key={cellId} scope="col">
                    {words.oneStepOf[step](name)}
                  </th>
                ))}
                {shown.map(({ cellId, name }) => (
                  <th key={cellId} scope="col">
                    {words.projectionOf(name)}
                  </th>
                ))}
                <th scope="col">{words.lastValue}</th>
                {seasonal ? <th scope="col">{words.seasonal}</th> : null}
              </tr>
            </thead>
            <tbody>
              {times.map((time, k) => (
                <tr key={time} className={k === t ? 'scene-shown' : undefined}>
                  <th scope="row">{formatTime(time, language)}</th>
                  {cell(observed[k], 'observed')}
                  {shown.map(({ cellId, forecast }) => cell(forecast.oneStep[k - 1], cellId))}
                  {shown.map(({ cellId, forecast }) => cell(forecast.projection[k - t - 1], cellId))}
                  {cell(baseline.projection[k - t - 1], 'baseline')}
                  {seasonal ? cell(seasonal.projection[k - t - 1], 'seasonal') : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Details>
  )
}

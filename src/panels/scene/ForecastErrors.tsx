/** How far the forecasts of every cell are off, beside repeating the last value. */
import type { ReactElement } from 'react'
import { scene } from '../../i18n/scene.ts'
import { type SeriesForecast, useWords } from '../../store/index.ts'
import type { Forecast } from '../../store/index.ts'
import { Num } from './Num.tsx'
import type { ShownForecast } from './ChartLines.tsx'

interface Props {
  readonly series: SeriesForecast
  readonly cells: readonly ShownForecast[]
  /** Ids of the cells that the chart shows. */
  readonly shown: readonly string[]
}

export const ForecastErrors = ({ series, cells, shown }: Props): ReactElement => {
  const words = useWords(scene)
  const { baseline, seasonal, unit, step } = series
  const steps = baseline.projection.length
  const cell = (value: number) => (
    <td>
      {Number.isNaN(value) ? <span className="scene-faint">{words.noMonths}</span> : <Num value={value} />}
    </td>
  )
  const errors = ({ oneStepError, projectionError }: Forecast) => (
    <>
      {cell(oneStepError)}
      {cell(projectionError)}
    </>
  )
  return (
    <table className="scene-table scene-errors">
      <caption>{words.errors(unit)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.cell}</th>
          <th scope="col">{words.oneStepError[step]}</th>
          <th scope="col">{words.projectionError[step](steps)}</th>
        </tr>
      </thead>
      <tbody>
        <tr data-cell="baseline">
          <th scope="row">{words.lastValue}</th>
          {errors(baseline)}
        </tr>
        {seasonal ? (
          <tr data-cell="seasonal">
            <th scope="row">{words.seasonal}</th>
            {errors(seasonal)}
          </tr>
        ) : null}
        {cells.map(({ cellId, name, forecast }) => (
          <tr key={cellId} data-cell={cellId} className={shown.includes(cellId) ? 'scene-shown' : undefined}>
            <th scope="row">{name}</th>
            {errors(forecast)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

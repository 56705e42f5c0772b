/** The lines of the chart of a series, and their names where there is room. */
import { line } from 'd3'
import { useId, type ReactElement } from 'react'
import { scene } from '../../i18n/scene.ts'
import { type CellId, type Forecast, type SeriesForecast, useWords } from '../../store/index.ts'
import { BOTTOM, spread, TOP, type Chart, type ChartSize } from './chartGeometry.ts'

export interface ShownForecast {
  readonly cellId: CellId
  readonly name: string
  readonly forecast: Forecast
}

interface Props {
  readonly chart: Chart
  readonly size: ChartSize
  readonly series: SeriesForecast
  /** The cells whose projections are drawn. */
  readonly shown: readonly ShownForecast[]
  /** The cell whose forecasts one step ahead are drawn. */
  readonly ahead: ShownForecast | null
  readonly known: boolean
  readonly named: boolean
}

/** Names of lines stand at least this far apart. */
const NAME_GAP = 13

export const ChartLines = ({ chart, size, series, shown, ahead, known, named }: Props): ReactElement => {
  const words = useWords(scene)
  const clip = useId()
  const { end, x, y } = chart
  const { observed, times, t, baseline, seasonal } = series
  const level = observed[t]!
  const floor = size.height - BOTTOM
  const path = line<readonly [number, number]>(
    ([k]) => x(k),
    ([, value]) => y(value),
  )
  const draw = (values: readonly number[], first: number): string =>
    path(values.map((value, k) => [first + k, value] as const)) ?? ''
  const fromHere = ({ projection }: Forecast): string => draw([level, ...projection], t)
  const faint = known ? '' : ' scene-ahead'
  const ends = [
    ...shown.map(({ name, forecast }) => ({ name, level: forecast.projection.at(-1) ?? level, tone: '' })),
    { name: words.lastValueShort, level: baseline.projection.at(-1) ?? level, tone: ' scene-name-baseline' },
    ...(seasonal
      ? [
          {
            name: words.seasonalShort,
            level: seasonal.projection.at(-1) ?? level,
            tone: ' scene-name-baseline',
          },
        ]
      : []),
    { name: words.observed, level: observed.at(-1)!, tone: ' scene-name-observed' },
  ]
  const places = spread(
    ends.map((named) => Math.min(floor, Math.max(TOP, y(named.level)))),
    NAME_GAP,
  )
  return (
    <>
      <clipPath id={clip}>
        <rect x={size.left - 4} y={TOP} width={end - size.left + 8} height={floor - TOP} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <path d={draw(observed, 0)} className="scene-observed" />
        <path d={fromHere(baseline)} className="scene-baseline" data-line="baseline" />
        {seasonal ? (
          <path d={fromHere(seasonal)} className="scene-baseline scene-seasonal" data-line="seasonal" />
        ) : null}
        {ahead?.forecast.oneStep.slice(0, t + 1).map((value, k) => (
          <circle
            key={times[k]}
            cx={x(k + 1)}
            cy={y(value)}
            r={2.4}
            className={k < t ? 'scene-one-step' : `scene-one-step${faint}`}
            data-one-step={k}
            data-value={value}
          />
        ))}
        {shown.map(({ cellId, forecast }) => (
          <path
            key={cellId}
            d={fromHere(forecast)}
            className={`scene-projection scene-dash-${cellId}${faint}`}
            data-line={cellId}
          />
        ))}
      </g>
      <circle cx={x(t)} cy={y(level)} r={4} className="scene-open" data-observed={level} />
      {named
        ? ends.map(({ name, tone }, k) => (
            <text key={name} x={end + 8} y={places[k]! + 3.5} className={`scene-name${tone}`}>
              {name}
            </text>
          ))
        : null}
    </>
  )
}

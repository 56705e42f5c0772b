/** The forecast of a real series: chart, legend, errors and the numbers as a table. */
import { useMemo, useRef, type ComponentProps, type ReactElement } from 'react'
import { scene } from '../../i18n/scene.ts'
import {
  CELL_CHOICES,
  forecastOf,
  useAbout,
  useSeries,
  useLanguage,
  useMoment,
  useView,
  useWords,
  type About,
  type Moment,
  type Series,
} from '../../store/index.ts'
import { ForecastChart } from './ForecastChart.tsx'
import { ForecastErrors } from './ForecastErrors.tsx'
import { formatTime } from './time.ts'
import { SeriesTable } from './SeriesTable.tsx'
import { following } from '../../ui/following.tsx'
import { useWidth } from '../../ui/useWidth.ts'

/** The chart as wide as its place. */
const MeasuredChart = (props: Omit<ComponentProps<typeof ForecastChart>, 'width'>): ReactElement => {
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  return (
    <div ref={place} className="scene-width">
      {width > 0 ? <ForecastChart {...props} width={width} /> : null}
    </div>
  )
}

interface Shown {
  readonly source: Series
  readonly about: About
  readonly moment: Moment
  readonly compare: boolean
  readonly cell: string
  readonly reveal: boolean
}

const Body = following((props: Shown): ReactElement | null => {
  const { source, about, compare, cell, reveal } = props
  const { t, phase } = props.moment
  const series = useMemo(() => forecastOf(source.scene, source.example, source.runs, t), [source, t])
  const words = useWords(scene)
  const language = useLanguage()
  if (!series) return null
  const cells = about.results.flatMap(({ cellId, name, onScreen }) => {
    if (!onScreen) return []
    const found = series.cells.find((candidate) => candidate.cellId === cellId)
    return found ? [{ cellId: found.cellId, name, forecast: found.forecast }] : []
  })
  const ids: readonly string[] = compare ? CELL_CHOICES : [cell]
  const shown = cells.filter(({ cellId }) => ids.includes(cellId))
  const ahead = shown.find(({ cellId }) => cellId === cell) ?? null
  const time = formatTime(series.times[series.t] ?? '', language)
  return (
    <section className="scene-forecast" aria-labelledby="scene-forecast-title">
      <div className="scene-pad">
        <h2 id="scene-forecast-title">{words.forecast}</h2>
        <p className="scene-lead">{words.forecastLead(time)}</p>
      </div>
      <MeasuredChart series={series} shown={shown} ahead={ahead} known={reveal || phase === 6} />
      <div className="scene-pad">
        <ul className="scene-legend">
          <li>
            <i className="scene-key scene-key-observed" />
            {words.observed}
          </li>
          {ahead ? (
            <li>
              <i className="scene-key-dot" />
              {words.oneStepOf[series.step](ahead.name)}
            </li>
          ) : null}
          {shown.map(({ cellId, name }) => (
            <li key={cellId}>
              <i className={`scene-key scene-key-${cellId}`} />
              {words.projectionOf(name)}
            </li>
          ))}
          <li>
            <i className="scene-key scene-key-baseline" />
            {words.lastValue}
          </li>
          {series.seasonal ? (
            <li>
              <i className="scene-key scene-key-seasonal" />
              {words.seasonal}
            </li>
          ) : null}
        </ul>
        <ForecastErrors series={series} cells={cells} shown={shown.map(({ cellId }) => cellId)} />
        <SeriesTable series={series} shown={shown} />
      </div>
    </section>
  )
})

/** The panel of a scene that is a series; nothing for other scenes. */
export const ForecastPanel = (): ReactElement | null => {
  const source = useSeries()
  const about = useAbout()
  const shown = {
    moment: useMoment(),
    compare: useView((view) => view.compare),
    cell: useView((view) => view.cell),
    reveal: useView((view) => view.reveal),
  }
  return source && about && <Body source={source} about={about} {...shown} />
}

/**
 * A real series with what the networks forecast: one step ahead up to the open month, and from there on
 * alone, always beside repeating the last value. A slider over its steps.
 */
import type { KeyboardEvent, ReactElement } from 'react'
import { scene } from '../../i18n/scene.ts'
import {
  actions,
  formatNumber,
  playheadNow,
  useLanguage,
  useWords,
  type SeriesForecast,
} from '../../store/index.ts'
import { ChartAxes } from './ChartAxes.tsx'
import { chartOf } from './chartGeometry.ts'
import { ChartLines, type ShownForecast } from './ChartLines.tsx'
import { formatTime } from './time.ts'

interface Props {
  readonly series: SeriesForecast
  /** The cells whose projections are drawn. */
  readonly shown: readonly ShownForecast[]
  /** The cell whose forecasts one step ahead are drawn. */
  readonly ahead: ShownForecast | null
  readonly width: number
  /** Whether the open step's output is computed at this phase. */
  readonly known: boolean
}

/** Below this width the names of the lines stand in the legend alone. */
const NARROW = 560

/** The steps that the keys lead to from step t; a page is a year of months or a week of days. */
const keys = (t: number, T: number, page: number): Readonly<Record<string, number>> => ({
  ArrowLeft: t - 1,
  ArrowDown: t - 1,
  ArrowRight: t + 1,
  ArrowUp: t + 1,
  PageDown: t - page,
  PageUp: t + page,
  Home: 0,
  End: T - 1,
})

const open = (t: number, T: number): void => actions.select({ t: Math.min(T - 1, Math.max(0, t)) })

export const ForecastChart = ({ series, shown, ahead, width, known }: Props): ReactElement => {
  const words = useWords(scene)
  const language = useLanguage()
  const narrow = width < NARROW
  const size = {
    width,
    height: narrow ? 220 : 264,
    left: narrow ? 40 : 98,
    right: narrow ? 12 : 104,
  }
  const { observed, times, t, T, unit, step } = series
  const chart = chartOf(observed, size)
  const time = formatTime(times[t] ?? '', language)
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keys(playheadNow().t, T, step === 'month' ? 12 : 7)[event.key]
    if (next === undefined || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    open(next, T)
  }
  return (
    <div
      className="scene-chart"
      role="slider"
      tabIndex={0}
      aria-label={words.chartName(unit)}
      aria-valuemin={0}
      aria-valuemax={T - 1}
      aria-valuenow={t}
      aria-valuetext={words.chartValue(
        time,
        formatNumber(observed[t]!, language),
        formatNumber(ahead?.forecast.oneStep[t] ?? NaN, language),
        unit,
      )}
      onKeyDown={onKeyDown}
      onPointerDown={(event) =>
        open(chart.stepAt(event.clientX - event.currentTarget.getBoundingClientRect().left), T)
      }
    >
      <svg width={width} height={size.height} aria-hidden="true">
        <ChartAxes chart={chart} size={size} series={series} now={words.startsHere(time)} />
        <ChartLines
          chart={chart}
          size={size}
          series={series}
          shown={shown}
          ahead={ahead}
          known={known}
          named={!narrow}
        />
      </svg>
    </div>
  )
}

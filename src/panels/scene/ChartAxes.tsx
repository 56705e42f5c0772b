/** Ground, axes and playhead of the chart of a series. */
import type { ReactElement } from 'react'
import { scene } from '../../i18n/scene.ts'
import { useLanguage, type SeriesForecast, useWords } from '../../store/index.ts'
import { BOTTOM, TOP, type Chart, type ChartSize } from './chartGeometry.ts'
import { tickOf } from './time.ts'

interface Props {
  readonly chart: Chart
  readonly size: ChartSize
  readonly series: SeriesForecast
  /** What stands above the playhead. */
  readonly now: string
}

export const ChartAxes = ({ chart, size, series, now }: Props): ReactElement => {
  const words = useWords(scene)
  const { end, x, y, levels } = chart
  const { times, T, t, unit } = series
  const floor = size.height - BOTTOM
  const language = useLanguage()
  const last = times.length - 1
  const late = x(t) > size.width / 2
  return (
    <>
      {last >= T ? (
        <>
          <rect
            x={x(T - 0.5)}
            y={TOP}
            width={end - x(T - 0.5)}
            height={floor - TOP}
            className="scene-beyond"
          />
          <text x={end - 6} y={floor - 8} className="scene-tick scene-end">
            {words.beyond}
          </text>
        </>
      ) : null}
      {levels.map((level) => (
        <g key={level}>
          <path d={`M${size.left} ${y(level)}H${end}`} className="scene-grid" />
          <text x={size.left - 8} y={y(level) + 3.5} className="scene-tick scene-end">
            {level}
          </text>
        </g>
      ))}
      <text x={size.left - 8} y={TOP - 9} className="scene-tick scene-end">
        {unit}
      </text>
      {times.map((time, k) => {
        const label = tickOf(time, k, language)
        return (
          <g key={time}>
            <path d={`M${x(k)} ${floor}v${label === null ? 3 : 7}`} className="scene-axis" />
            {label !== null && x(k) < end - 24 ? (
              <text x={x(k) + 4} y={size.height - 8} className="scene-tick">
                {label}
              </text>
            ) : null}
          </g>
        )
      })}
      <path d={`M${size.left} ${floor}H${end}`} className="scene-axis" />
      <path d={`M${x(t)} ${TOP - 4}V${floor}`} className="scene-playhead" />
      <text x={x(t) + (late ? 4 : -4)} y={TOP - 9} className={late ? 'scene-now scene-end' : 'scene-now'}>
        {now}
      </text>
    </>
  )
}

/**
 * The way back in two charts: all paths of every cell, and the direct path beside all paths. One slider for keys
 * and screen readers: left and right move the step, up and down choose the cell.
 */
import { useId, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { formatNumber, useLanguage } from '../../store/index.ts'
import type { GradientMember } from '../../store/gradientLab.ts'
import { dragging } from '../../ui/dragging.ts'
import { directLines, hiddenLines, nearestLine, normAxis, plotsOf, stepScale, type Line } from './geometry.ts'
import { NormPlot } from './NormPlot.tsx'
import { useWords } from './words.ts'

interface Props {
  readonly members: readonly GradientMember[]
  readonly width: number
  readonly narrow: boolean
  readonly cell: string
  readonly t: number
  readonly onSelect: (part: { readonly t?: number; readonly cell?: string }) => void
}

const PAGE = 10

/** The step that a key leads to, or null for other keys. */
export const stepFor = (key: string, t: number, T: number): number | null => {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: t - 1,
    ArrowRight: t + 1,
    PageDown: t - PAGE,
    PageUp: t + PAGE,
    Home: 0,
    End: T,
  }
  const next = steps[key]
  return next === undefined ? null : Math.min(T, Math.max(0, next))
}

export const Charts = ({ members, width, narrow, cell, t, onSelect }: Props): ReactElement | null => {
  const words = useWords()
  const language = useLanguage()
  const keysId = useId()
  const T = members[0]?.paths.T ?? 0
  const plots = plotsOf(width, narrow)
  const hidden = hiddenLines(members)
  const direct = directLines(members)
  const norms = [...hidden, ...direct].flatMap(({ values }) => Array.from(values))
  const axes = { hidden: normAxis(plots.hidden, norms), direct: normAxis(plots.direct, norms) }
  const shown = hidden.find((line) => line.cell === cell)

  const moveTo = (event: PointerEvent<HTMLElement>, choose: boolean): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const [px, py] = [event.clientX - box.left, event.clientY - box.top]
    const isDirect = narrow ? py > plots.height / 2 : px > width / 2
    const [plot, lines, axis]: readonly [typeof plots.hidden, readonly Line[], typeof axes.hidden] = isDirect
      ? [plots.direct, direct, axes.direct]
      : [plots.hidden, hidden, axes.hidden]
    const share = (px - plot.left) / (plot.right - plot.left)
    const next = Math.min(T, Math.max(0, Math.round(share * T)))
    const line = choose ? nearestLine(lines, axis, next, py) : undefined
    onSelect({ t: next, ...(line && { cell: line.cell }) })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = stepFor(event.key, t, T)
    if (next !== null) onSelect({ t: next })
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const at = members.findIndex((member) => member.cell === cell)
      const other = members[at + (event.key === 'ArrowUp' ? -1 : 1)]
      if (other) onSelect({ cell: other.cell })
    } else return
    event.preventDefault()
  }
  return (
    <div className="train-charts">
      <div
        className="train-clock"
        role="slider"
        tabIndex={0}
        aria-label={words.chart.slider}
        aria-describedby={keysId}
        aria-valuemin={0}
        aria-valuemax={T}
        aria-valuenow={t}
        aria-valuetext={
          shown ? words.chart.point(shown.name, t, formatNumber(shown.values[t]!, language)) : undefined
        }
        style={{ height: plots.height }}
        onKeyDown={onKeyDown}
        {...dragging(moveTo)}
      >
        <svg width={width} height={plots.height} aria-hidden="true">
          <NormPlot
            title={words.chart.hidden}
            lines={hidden}
            axis={axes.hidden}
            box={plots.hidden}
            {...{ T, t, cell, left: narrow ? 12 : 16 }}
          />
          <NormPlot
            title={words.chart.direct}
            lines={direct}
            axis={axes.direct}
            box={plots.direct}
            {...{ T, t, cell, left: narrow ? 12 : width / 2 + 16 }}
          />
          {[plots.hidden, plots.direct].map((box, k) => (
            <text
              key={k}
              x={stepScale(box, T)(t)}
              y={box.top - 4}
              className="train-tick train-here train-middle"
            >
              {t}
            </text>
          ))}
        </svg>
        <span id={keysId} className="visually-hidden">
          {words.chart.keys}
        </span>
      </div>
    </div>
  )
}

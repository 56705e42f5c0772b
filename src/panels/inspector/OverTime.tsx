/** The unit at every timestep, with the playhead and the marks of the sequence. */
import { useMemo, type ReactElement } from 'react'
import { stepBefore } from '../../describe/order.ts'
import { isGateRole } from '../../describe/phases.ts'
import { formatNumber, plane, type CellRun } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { lineIndices, linear, linePath } from '../../ui/plot.ts'
import { WIDTH } from './Curve.tsx'
import { symbolOf, toneOf } from './names.ts'
import type { Inspected } from './useInspected.ts'

const HEIGHT = 44
/** Mean width of a letter of a mark, and the least space between two marks, in pixels. */
const LETTER = 6.4
const SPACE = 6

type Anchor = 'start' | 'middle' | 'end'

interface Mark {
  readonly t: number
  readonly mark: string
  readonly anchor: Anchor
  /** Right edge. */
  readonly end: number
}

/** A mark under its step; long marks at the ends stay within the picture. */
const placed = (mark: string, t: number, x: number): Mark => {
  const half = (mark.length * LETTER) / 2
  if (x < half) return { t, mark, anchor: 'start', end: x + 2 * half }
  return x > WIDTH - half ? { t, mark, anchor: 'end', end: x } : { t, mark, anchor: 'middle', end: x + half }
}

const startOf = ({ mark, end }: Mark): number => end - mark.length * LETTER

/** Marks that do not run into each other: the first of each that would. */
const spaced = (marks: readonly (string | null)[], x: (t: number) => number): readonly Mark[] =>
  marks.reduce<readonly Mark[]>((kept, mark, t) => {
    if (mark === null) return kept
    const next = placed(mark, t, x(t))
    const last = kept.at(-1)
    return last && startOf(next) < last.end + SPACE ? kept : [...kept, next]
  }, [])

/** A unit at every step, its finite ends, and the steps that its line needs. */
const seriesOf = (layer: CellRun['layer'], name: string, unit: number, units: number) => {
  const values = plane(layer, name)
  const series = Float64Array.from({ length: layer.T }, (_, t) => values[t * units + unit] ?? NaN)
  let [low, high] = [Infinity, -Infinity]
  for (const value of series) {
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const isEmpty = low > high
  return {
    series,
    low: isEmpty ? NaN : low,
    high: isEmpty ? NaN : high,
    steps: lineIndices(series, WIDTH),
  }
}

/** What the letters under the line stand for, where they are few: S store, R recall. */
const MarkKey = ({
  inspected: { text, language },
}: {
  readonly inspected: Inspected
}): ReactElement | null => {
  const marks = Object.entries(text?.marks ?? {})
  // A letter that stands for itself needs no words.
  const told = marks.filter(([mark, words]) => words[language] !== mark)
  if (told.length === 0 || marks.length > 3) return null
  return (
    <span className="inspector-place">
      {told.map(([mark, words]) => `${mark} ${words[language]}`).join('\u2002')}
    </span>
  )
}

export const OverTime = ({ inspected }: { readonly inspected: Inspected }): ReactElement => {
  const { run, scene, name, slot, unit, units, moment, words, language, known, phase } = inspected
  const { series, low, high, steps } = useMemo(
    () => seriesOf(run.layer, name, unit, units),
    [run.layer, name, unit, units],
  )
  const role = slot ? run.cell.equations[slot.name]?.role : undefined
  const gate = role !== undefined && isGateRole(role)
  const reach = Math.max(1, Math.abs(low) || 0, Math.abs(high) || 0)
  const y = linear(gate ? [0, 1] : [-reach, reach], [HEIGHT - 3, 4])
  const { T, reversed } = run.layer
  const x = useMemo(() => linear([0, Math.max(1, T - 1)], [5, WIDTH - 5]), [T])
  const marks = useMemo(() => spaced(scene.marks, x), [scene.marks, x])
  // Where what is computed ends: its last step, or the first of a direction that runs from right to left.
  const edge = inspected.reveal
    ? reversed
      ? 0
      : T - 1
    : known(phase)
      ? moment.t
      : stepBefore(run.layer, moment.t)
  const isDone = reversed ? edge <= moment.t : edge >= moment.t
  const line = (some: readonly number[]): string => linePath(some.map((t) => [x(t), y(series[t] ?? NaN)]))
  const upTo = [...steps.filter((t) => t < edge), ...(edge >= 0 ? [edge] : [])]
  const from = [...(edge >= 0 ? [edge] : []), ...steps.filter((t) => t > edge)]
  const tone = toneVariable(toneOf(inspected))
  const title =
    name === 'x'
      ? words.componentOverTime(scene.features[unit] ?? 'x')
      : words.overTime(symbolOf(inspected) ?? name.replaceAll('*', '·'), String(unit))
  return (
    <section className="inspector-part">
      <div className="inspector-title">
        <h3>{title}</h3>
        <MarkKey inspected={inspected} />
      </div>
      <svg
        className="inspector-curve"
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`}
        role="img"
        aria-label={`${title}: ${words.overTimeText(
          formatNumber(low, language),
          formatNumber(high, language),
        )}`}
      >
        <path className="inspector-grid" d={`M0 ${y(0)}H${WIDTH}${gate ? `M0 ${y(1)}H${WIDTH}` : ''}`} />
        <path d={line(reversed ? upTo : from)} fill="none" stroke={tone} strokeWidth={1.25} opacity={0.38} />
        <path d={line(reversed ? from : upTo)} fill="none" stroke={tone} strokeWidth={1.75} />
        <g className="inspector-point">
          <path className="inspector-playhead" d={`M${x(moment.t)} 0V${HEIGHT}`} />
          {isDone ? <circle cx={x(moment.t)} cy={y(series[moment.t] ?? 0)} r={3.5} /> : null}
        </g>
        {marks.map(({ t, mark, anchor }) => (
          <text key={t} x={x(t)} y={HEIGHT + 13} textAnchor={anchor} className="inspector-mark">
            {mark}
          </text>
        ))}
      </svg>
    </section>
  )
}

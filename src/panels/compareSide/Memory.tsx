/** How long each cell remembers: the gradient of one output with respect to every earlier state. */
import { useMemo, useState, type ReactElement } from 'react'
import { lastAskedStep, memoryNorms } from '../../describe/memory.ts'
import type { CellRun } from '../../store/index.ts'
import { Select } from '../../ui/controls/Select.tsx'
import { MemoryTable } from './MemoryTable.tsx'
import { memoryChart, type MemoryCurve } from './memoryGeometry.ts'
import { nearSteps } from './nearSteps.ts'
import type { Compared } from './useCompared.ts'

const WIDTH = 296
const HEIGHT = 110

/** LSTM solid, GRU dashed, RNN dotted, feed-forward in long dashes: told apart without colour. */
const DASHES: Readonly<Record<string, string>> = {
  lstm: 'none',
  gru: '6 3',
  rnn: '1.5 3.5',
  feedforward: '10 4',
}

/** Steps whose output may be looked back from: those asked about, or all when none or only few are. */
const stepsOf = ({ scene }: Compared): readonly number[] => {
  if (scene.outputs === 'last') return [scene.T - 1]
  const asked = scene.targets.flatMap((target, t) => (target === null ? [] : [t]))
  return asked.length > 0 ? asked : Array.from({ length: scene.T }, (_, t) => t)
}

const useCurves = (runs: readonly CellRun[], t: number): readonly MemoryCurve[] => {
  const [a, b, c, d] = runs
  return useMemo(
    () =>
      [a, b, c, d].flatMap((run) =>
        run ? [{ cellId: run.cellId, name: run.cell.name, norms: memoryNorms(run.trace, t, run.part) }] : [],
      ),
    [a, b, c, d, t],
  )
}

const tickText = (tick: number, language: 'en' | 'es'): string =>
  tick >= 0.001
    ? new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(tick)
    : `10${String(Math.round(Math.log10(tick)))
        .split('')
        .map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '⁻')
        .join('')}`

interface ChartProps {
  readonly compared: Compared
  readonly curves: readonly MemoryCurve[]
  readonly t: number
}

const Chart = ({ compared, curves, t }: ChartProps): ReactElement => {
  const { scene, moment, language, words } = compared
  const chart = memoryChart(curves, WIDTH, HEIGHT)
  const bottom = chart.y(chart.floor)
  const marks = scene.marks.slice(0, t + 1).flatMap((mark, k) => (mark === null ? [] : [{ mark, k }]))
  const shownMarks = marks.length <= 12 ? marks : []
  return (
    <svg
      className="compare-memory"
      viewBox={`0 0 ${WIDTH} ${bottom + 20}`}
      role="img"
      aria-label={words.memoryChart(t)}
    >
      {chart.ticks.map((tick) => (
        <g key={tick}>
          <path className="compare-grid" d={`M36 ${chart.y(tick)}H${WIDTH}`} />
          <text x={30} y={chart.y(tick) + 4} textAnchor="end">
            {tickText(tick, language)}
          </text>
        </g>
      ))}
      {shownMarks.map(({ mark, k }) => (
        <g key={k}>
          <path className="compare-mark" d={`M${chart.x(k)} ${chart.y(chart.ticks[0] ?? 1)}V${bottom}`} />
          {chart.x(t) - chart.x(k) > 44 ? (
            <text x={chart.x(k)} y={bottom + 15} textAnchor="middle" className="compare-mark-text">
              {mark}
            </text>
          ) : null}
        </g>
      ))}
      {moment.t <= t ? (
        <path
          className="compare-playhead"
          d={`M${chart.x(moment.t)} ${chart.y(chart.ticks[0] ?? 1)}V${bottom}`}
        />
      ) : null}
      {chart.paths.map(({ cellId, d }) => (
        <path key={cellId} className="compare-curve" d={d} strokeDasharray={DASHES[cellId] ?? 'none'} />
      ))}
      <text x={WIDTH - 4} y={bottom + 15} textAnchor="end">
        {words.stepAt(t)}
      </text>
    </svg>
  )
}

export const Memory = ({ compared }: { readonly compared: Compared }): ReactElement => {
  const { runs, scene, words } = compared
  const steps = stepsOf(compared)
  const [chosen, setChosen] = useState<number | null>(null)
  const t = chosen !== null && steps.includes(chosen) ? chosen : lastAskedStep(scene.targets)
  const around = nearSteps(steps, compared.moment.t)
  const offered = around.includes(t) ? around : [...around, t].toSorted((a, b) => a - b)
  const curves = useCurves(runs, t)
  return (
    <section className="compare-part">
      <div className="compare-head">
        <h2>{words.memory}</h2>
        {steps.length > 1 ? (
          <Select
            named
            label={words.memoryStep}
            options={offered.map((step) => ({ value: String(step), label: words.stepAt(step) }))}
            value={String(t)}
            onChange={(value) => setChosen(Number(value))}
          />
        ) : null}
      </div>
      <p>{words.memoryText(t)}</p>
      <Chart compared={compared} curves={curves} t={t} />
      <ul className="compare-legend">
        {['lstm', 'gru', 'rnn', 'feedforward'].flatMap((id) => {
          const curve = curves.find(({ cellId }) => cellId === id)
          return curve
            ? [
                <li key={id}>
                  <svg width={26} height={8} aria-hidden="true">
                    <path className="compare-curve" d="M0 4H26" strokeDasharray={DASHES[id] ?? 'none'} />
                  </svg>
                  {curve.name}
                </li>,
              ]
            : []
        })}
      </ul>
      <p className="compare-note">
        {words.memoryNote}
        {runs.some(({ cell }) => cell.carry.length === 0) ? ` ${words.memoryless}` : ''}
      </p>
      <MemoryTable compared={compared} curves={curves} t={t} />
    </section>
  )
}

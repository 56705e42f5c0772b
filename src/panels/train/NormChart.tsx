/** How large the recurrent weights of the shown network become: a line a gate, in the gate's colour. */
import type { ReactElement } from 'react'
import type { Role } from '../../engine/index.ts'
import { useLanguage } from '../../store/index.ts'
import { recurrentNorms, type ShownRun } from '../../store/trainingHooks.ts'
import { toneVariable } from '../../ui/colour.ts'
import { normScale, pathOf, spread, updateScale, type Box } from './axes.ts'
import { PlotFrame } from './PlotFrame.tsx'
import { formatTick, useWords } from './words.ts'

interface Props {
  readonly shown: ShownRun
  readonly box: Box
  readonly last: number
  readonly cursor: number
}

export const NormChart = ({ shown, box, last, cursor }: Props): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const { checkpoints, network, part, memberIndex } = shown
  const { cell } = network.parts[part]!.program
  const x = updateScale(box, last)
  const rows = checkpoints.map(({ update, members }) => ({
    update,
    norms: recurrentNorms(network, part, members[memberIndex]!.parameters),
  }))
  const gates = rows[0]?.norms.map(({ gate }) => gate) ?? []
  const most = rows.flatMap(({ norms }) => norms.map(({ norm }) => norm)).reduce((a, b) => Math.max(a, b), 0)
  const { y, ticks } = normScale(box, most)
  const toneOf = (gate: string): Role => cell.equations[gate]?.role ?? 'hidden'
  const ends = spread(
    gates.map((_, k) => y(rows.at(-1)?.norms[k]?.norm ?? 0) + 4),
    13,
  )
  const end = x(rows.at(-1)?.update ?? 0)
  return (
    <g>
      <PlotFrame {...{ box, y, ticks }} label={(tick) => formatTick(tick, language)} />
      {gates.length === 0 ? (
        <text
          x={(box.left + box.right) / 2}
          y={(box.top + box.bottom) / 2}
          className="train-note train-middle"
        >
          {words.chart.noRecurrent}
        </text>
      ) : null}
      {gates.map((gate, k) => {
        const points = rows.map(({ update, norms }) => ({
          update,
          at: [x(update), y(norms[k]!.norm)] as const,
        }))
        return (
          <g key={gate} style={{ stroke: toneVariable(toneOf(gate)) }}>
            <path
              d={pathOf(points.filter(({ update }) => update <= cursor).map((point) => point.at))}
              className="train-norm"
            />
            <path
              d={pathOf(points.filter(({ update }) => update >= cursor).map((point) => point.at))}
              className="train-norm train-ahead"
            />
            <text
              x={end + 6}
              y={ends[k]}
              className="train-symbol"
              style={{ fill: toneVariable(toneOf(gate)) }}
            >
              {gate}
            </text>
          </g>
        )
      })}
    </g>
  )
}

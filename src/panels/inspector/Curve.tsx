/** The point on the sigmoid, tanh or rectifier: what goes in below, what comes out on the right. */
import type { ReactElement } from 'react'
import { exposureOf } from '../../describe/mix.ts'
import { phaseOf } from '../../describe/phases.ts'
import { ops, type OpName } from '../../engine/index.ts'
import { at, formatNumber } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { linear, linePath } from '../../ui/plot.ts'
import { UNKNOWN } from './fills.ts'
import { toneOf } from './names.ts'
import type { Inspected } from './useInspected.ts'

export const WIDTH = 296
const HEIGHT = 104
const FOOT = 16

const functions: Readonly<Partial<Record<OpName, (a: number) => number>>> = {
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  tanh: Math.tanh,
  relu: (a) => Math.max(0, a),
}

/** What the value was squashed from, or null for a value that no curve makes. */
const squashed = ({ run, slot, site, moment, unit }: Inspected) => {
  if (!slot || !ops[slot.op].activation) return null
  const [arg] = slot.args
  const inner = arg?.from === 'slot' ? run.cell.flat.single.slots[arg.slot] : undefined
  const layer = site.network.traces[site.part]
  if (!inner || !layer) return null
  return { op: slot.op, inner, a: at(layer, moment.t, inner.name)[unit] ?? NaN }
}

const opName = ({ words }: Inspected, op: OpName): string =>
  op === 'sigmoid' ? words.theSigmoid : op === 'relu' ? words.theRectifier : 'tanh'

/** h = o ⊙ tanh(c) is no curve itself: shown is the tanh inside. */
const squashedPart = (inspected: Inspected): Inspected => {
  const { run, name, unit, moment } = inspected
  const slot = exposureOf(run.cell, name)?.shown
  if (!slot) return inspected
  const value = at(run.layer, moment.t, slot.name)[unit] ?? NaN
  return { ...inspected, slot, name: slot.name, value, phase: phaseOf(run.cell, slot.name) }
}

export const Curve = (props: { readonly inspected: Inspected }): ReactElement | null => {
  const inspected = squashedPart(props.inspected)
  const { value, known, phase, run, words, language } = inspected
  const from = squashed(inspected)
  const f = from && functions[from.op]
  if (!from || !f) return null
  const { op, a } = from
  const reach = Math.max(op === 'tanh' ? 4 : op === 'relu' ? 2 : 6, Math.abs(a) * 1.15)
  const x = linear([-reach, reach], [6, WIDTH - 6])
  const low = op === 'tanh' ? -1 : 0
  const high = op === 'relu' ? reach : 1
  const y = linear([low, high], [HEIGHT - 6, 14])
  const arguments_ = Array.from({ length: 129 }, (_, k) => -reach + (2 * reach * k) / 128)
  const path = linePath(arguments_.map((v) => [x(v), y(f(v))]))
  const before = formatNumber(a, language)
  const after = formatNumber(value, language)
  const shown = known(phase)
  const aKnown = known(phaseOf(run.cell, from.inner.name))
  const name = opName(inspected, op)
  const left = x(a)
  // The input's number stands under the axis, clear of the curve and of the point.
  const anchor = left < 24 ? 'start' : left > WIDTH - 24 ? 'end' : 'middle'
  const zero = Math.abs(left - x(0)) > 26
  return (
    <section className="inspector-part">
      <h3>{words.through(name)}</h3>
      <svg
        className="inspector-curve"
        viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
        role="img"
        aria-label={words.curve(name, aKnown ? before : UNKNOWN, shown ? after : UNKNOWN)}
      >
        <path className="inspector-grid" d={`M0 ${y(high)}H${WIDTH}M${x(0)} ${y(high)}V${HEIGHT}`} />
        <path className="inspector-axis" d={`M0 ${y(low)}H${WIDTH}`} />
        {low < 0 ? <path className="inspector-grid" d={`M0 ${y(0)}H${WIDTH}`} /> : null}
        <text x={0} y={y(high) - 4} className="inspector-tick">
          {formatTick(high, op)}
        </text>
        {low < 0 ? (
          <text x={0} y={y(low) - 4} className="inspector-tick">
            {'\u22121'}
          </text>
        ) : null}
        {zero || !aKnown ? (
          <text x={x(0)} y={HEIGHT + 12} textAnchor="middle" className="inspector-tick">
            0
          </text>
        ) : null}
        <path d={path} fill="none" stroke={toneVariable(toneOf(inspected))} strokeWidth={2} />
        {aKnown ? (
          <text x={left} y={HEIGHT + 12} textAnchor={anchor} className="inspector-now">
            {before}
          </text>
        ) : null}
        {shown ? (
          <g className="inspector-point">
            <path d={`M${left} ${HEIGHT}V${y(value)}H${WIDTH}`} />
            <circle cx={left} cy={y(value)} r={5} />
            <text
              x={WIDTH}
              y={y(value) < 30 ? y(value) + 15 : y(value) - 6}
              textAnchor="end"
              className="inspector-now"
            >
              {after}
            </text>
          </g>
        ) : null}
      </svg>
    </section>
  )
}

const formatTick = (high: number, op: OpName): string => (op === 'relu' ? high.toFixed(0) : '1')

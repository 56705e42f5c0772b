/**
 * What stands between the cards: ribbons, wires, strips, the pill of the squashing, badges of operations. What
 * shows no values knows the state of its part alone, so that it renders with the phases and not with the steps.
 */
import { memo, type CSSProperties, type ReactElement } from 'react'
import type {
  PlacedBadge,
  PlacedPill,
  PlacedRibbon,
  PlacedStrip,
  PlacedWire,
} from '../../describe/placementParts.ts'
import { reachOf } from '../../describe/reach.ts'
import { binned, strandValue } from '../../describe/strands.ts'
import type { ColourScale } from '../../ui/colour.ts'
import { lineColour, type Drawing, type PartState } from './drawing.ts'
import { UnitColumn, UnitRows } from './UnitColumn.tsx'

interface Drawn {
  readonly drawing: Drawing
}

/** Between two strands. */
const STRAND_GAP = 0.75

const edges = ({ x, y, width, height }: PlacedRibbon): string =>
  [y, y + height].map((edge) => `M${x} ${edge - 0.4}H${x + width}`).join('')

/** A carried vector, one coloured strand a unit; two dotted edges while it is not computed. */
export const Ribbon = ({ ribbon, drawing }: Drawn & { ribbon: PlacedRibbon }): ReactElement => {
  const state = drawing.stateOf(ribbon.since)
  if (state === 'future') return <path d={edges(ribbon)} className="anatomy-ribbon-future" />
  return (
    <g className="anatomy-part" data-state={state} data-grows="">
      <g className="anatomy-strands">
        <UnitRows drawing={drawing} reading={ribbon.reading} box={ribbon} tone="cell" gap={STRAND_GAP} />
      </g>
      <path d={edges(ribbon)} className="anatomy-ribbon-edge" />
      {ribbon.ends ? <End ribbon={ribbon} drawing={drawing} /> : null}
    </g>
  )
}

/** A bar where nothing reads on: at the end that is away from where the ribbon comes from. */
const End = ({
  ribbon: { x, y, width, height },
  drawing,
}: Drawn & { ribbon: PlacedRibbon }): ReactElement => (
  <path
    d={`M${drawing.run.layer.reversed ? x : x + width} ${y - 2}V${y + height + 1}`}
    className="anatomy-ribbon-end"
  />
)

interface InputProps extends Drawn {
  readonly ribbon: PlacedRibbon
  readonly kinds: readonly ('signed' | 'binary')[]
  readonly binary: ColourScale
}

/** More components of x than this share strands. */
const MOST_INPUT_STRANDS = 6

/** x_t beside h_{t−1}: what the cards read together. */
export const InputRibbon = ({ ribbon, kinds, binary, drawing }: InputProps): ReactElement => {
  const values = drawing.values(ribbon.reading)
  const strands = binned(values.length, MOST_INPUT_STRANDS)
  const row = ribbon.height / strands.length
  const signed = drawing.colour('cell', reachOf(drawing.run.layer, 'x'))
  return (
    <g className="anatomy-part" data-state={drawing.stateOf(ribbon.since)} data-fills="">
      {strands.map((strand, k) => {
        const value = strandValue(values, strand)
        return (
          <rect
            key={k}
            x={ribbon.x}
            y={ribbon.y + k * row}
            width={ribbon.width}
            height={row - STRAND_GAP}
            fill={(kinds[strand.from] === 'binary' ? binary : signed)(value)}
            data-slot={ribbon.reading.slot}
            data-t={drawing.moment.t}
            data-component={strand.from}
            data-value={value}
          />
        )
      })}
      <End ribbon={ribbon} drawing={drawing} />
    </g>
  )
}

const PREVIOUS = ' previous'

/** The value on a wire of the graph and its step: 'c previous → f*c_prev 1' is c@8 in step 9. */
const datumOfWire = (id: string, { carryStep, moment }: Drawing): string => {
  const [from = ''] = id.split(' → ')
  return from.endsWith(PREVIOUS) ? `${from.slice(0, -PREVIOUS.length)}@${carryStep}` : `${from}@${moment.t}`
}

/** Of a line through some points, px; a little more, so that a dash of it covers its round ends. */
const lengthOf = (points: PlacedWire['points']): number =>
  points.slice(1).reduce((sum, [x, y], k) => sum + Math.hypot(x - points[k]![0], y - points[k]![1]), 2)

interface LineProps {
  readonly wire: PlacedWire
  readonly state: PartState
}

const Line = memo(({ wire, state }: LineProps): ReactElement => {
  const d = wire.points.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const [start] = wire.points
  return (
    <>
      <path d={d} className="anatomy-halo" />
      <path d={d} className="anatomy-wire" style={{ stroke: lineColour(wire.tone) }} />
      {state === 'active' ? (
        <path
          d={d}
          className="anatomy-wire anatomy-wire-drawn"
          style={{ stroke: lineColour(wire.tone), '--length': lengthOf(wire.points) } as CSSProperties}
        />
      ) : null}
      {wire.junction && start ? (
        <circle
          cx={start[0]}
          cy={start[1]}
          r={2.6}
          className="anatomy-junction"
          style={{ fill: lineColour(wire.tone) }}
        />
      ) : null}
    </>
  )
})

/** A wire in its tone, with a halo of the ground where it passes over others. */
export const Wire = ({ wire, drawing }: Drawn & { wire: PlacedWire }): ReactElement => {
  const state = drawing.stateOf(wire.since)
  const carried = new Set(wire.carries.map((id) => datumOfWire(id, drawing)))
  return (
    <g className="anatomy-part" data-state={state} data-wire={wire.id} data-carries={[...carried].join(' ')}>
      <Line wire={wire} state={state} />
    </g>
  )
}

export const Strip = ({ strip, drawing }: Drawn & { strip: PlacedStrip }): ReactElement => (
  <g className="anatomy-part" data-state={drawing.stateOf(strip.since)} data-fills="">
    <UnitColumn
      drawing={drawing}
      reading={strip.reading}
      box={strip}
      tone={strip.tone}
      stroke={strip.stroke}
    />
  </g>
)

interface Operation {
  readonly state: PartState
}

export const Pill = memo(({ pill, state }: Operation & { pill: PlacedPill }): ReactElement => (
  <g className="anatomy-part anatomy-operation" data-state={state}>
    <rect
      x={pill.x}
      y={pill.y}
      width={pill.width}
      height={pill.height}
      rx={pill.height / 2}
      className="anatomy-badge"
      style={{ stroke: lineColour(pill.tone) }}
    />
    <text x={pill.x + pill.width / 2} y={pill.y + pill.height / 2 + 3.8} className="anatomy-pill">
      {pill.op}
    </text>
  </g>
))

export const Badge = memo(({ badge, state }: Operation & { badge: PlacedBadge }): ReactElement => {
  const { x, y, r, glyph } = badge
  const arm = r * (glyph === '×' ? 0.36 : 0.47)
  return (
    <g className="anatomy-part anatomy-operation" data-state={state}>
      <circle cx={x} cy={y} r={r} className="anatomy-badge" style={{ stroke: lineColour(badge.tone) }} />
      <path
        d={
          glyph === '×'
            ? `M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`
            : `M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`
        }
        className="anatomy-glyph"
        style={{ stroke: lineColour(badge.tone) }}
      />
    </g>
  )
})

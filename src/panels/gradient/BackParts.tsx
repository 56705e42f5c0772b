/** What stands between the cards on the way back: ribbons, dashed wires with arrows, slopes, labels. */
import type { ReactElement } from 'react'
import type { BackLabel, BackRibbon, BackStrip, BackWire } from '../../describe/backParts.ts'
import type { PlacedPill } from '../../describe/placementParts.ts'
import { UnitColumn, UnitRows } from '../anatomy/UnitColumn.tsx'
import { nameOf, type BackDrawing } from './backDrawing.ts'
import { partialOf, type Back } from './useBack.ts'

interface Drawn {
  readonly back: Back
  readonly drawing: BackDrawing
}

const STRAND_GAP = 0.75

const edges = ({ x, y, width, height }: BackRibbon): string =>
  [y, y + height].map((edge) => `M${x} ${edge - 0.4}H${x + width}`).join('')

export const RibbonView = ({ back, ribbon, drawing }: Drawn & { ribbon: BackRibbon }): ReactElement => {
  const { gradients } = drawing
  const { what, x, y, width, height } = ribbon
  const state = gradients.stateOf(ribbon.since)
  const end = `M${back.run.layer.reversed ? x : x + width} ${y - 2}V${y + height + 1}`
  return (
    <g>
      {state === 'future' ? (
        <path d={edges(ribbon)} className="anatomy-ribbon-future" />
      ) : (
        <g className="anatomy-part" data-state={state}>
          <UnitRows
            drawing={gradients}
            reading={{ slot: nameOf(back, what), previous: what.kind === 'sent' || what.kind === 'through' }}
            box={ribbon}
            tone="cell"
            gap={STRAND_GAP}
          />
          <path d={edges(ribbon)} className="anatomy-ribbon-edge" />
        </g>
      )}
      {ribbon.ends ? <path d={end} className="anatomy-ribbon-end" /> : null}
    </g>
  )
}

/** A triangle 7 long and 8 wide, its tip at (x, y). */
export const arrowAt = (x: number, y: number, [dx, dy]: readonly [number, number]): string => {
  const [baseX, baseY] = [x - 7 * dx, y - 7 * dy]
  return `M${x} ${y}L${baseX - 4 * dy} ${baseY + 4 * dx}L${baseX + 4 * dy} ${baseY - 4 * dx}z`
}

export const WireView = ({ wire, drawing }: Pick<Drawn, 'drawing'> & { wire: BackWire }): ReactElement => {
  const { points, towards } = wire
  const [x, y] = points.at(-1) ?? [0, 0]
  const d = points
    .map(([px, py], k) =>
      k === 0
        ? `M${px} ${py}`
        : k === points.length - 1
          ? `L${px - 5 * towards[0]} ${py - 5 * towards[1]}`
          : `L${px} ${py}`,
    )
    .join('')
  return (
    <g className="anatomy-part" data-state={drawing.gradients.stateOf(wire.since)} data-wire={wire.id}>
      <path d={d} className="anatomy-halo" />
      <path d={d} className="anatomy-wire back-wire" />
      <path d={arrowAt(x, y, towards)} className="back-arrow" />
    </g>
  )
}

/** Gradients that add up where a value forks on the way forward. */
export const JoinView = ({ back, strip, drawing }: Drawn & { strip: BackStrip }): ReactElement => (
  <g className="anatomy-part back-join" data-state={drawing.gradients.stateOf(strip.since)}>
    <UnitColumn
      drawing={drawing.gradients}
      reading={{ slot: nameOf(back, strip.what), previous: false }}
      box={strip}
      tone="muted"
      stroke={1.5}
    />
  </g>
)

/** What an activation multiplies a gradient by. */
const SLOPES: Readonly<Record<string, string>> = {
  tanh: '1−tanh²',
  sigmoid: 'σ(1−σ)',
  relu: '0, 1',
}

const PILL_WIDTH = 44

export const PillView = ({ pill, drawing }: Pick<Drawn, 'drawing'> & { pill: PlacedPill }): ReactElement => {
  const middle = pill.x + pill.width / 2
  return (
    <g className="anatomy-part anatomy-operation" data-state={drawing.gradients.stateOf(pill.since)}>
      <rect
        x={middle - PILL_WIDTH / 2}
        y={pill.y}
        width={PILL_WIDTH}
        height={pill.height}
        rx={pill.height / 2}
        className="anatomy-badge"
      />
      <text x={middle} y={pill.y + pill.height / 2 + 3.6} className="anatomy-pill back-pill">
        {SLOPES[pill.op] ?? pill.op}
      </text>
    </g>
  )
}

export const LabelView = ({ back, label, drawing }: Drawn & { label: BackLabel }): ReactElement => (
  <g className="anatomy-part" data-state={drawing.gradients.stateOf(label.since)}>
    <text
      x={label.x}
      y={label.y}
      fontSize={13}
      textAnchor={label.anchor}
      className="anatomy-label back-label"
    >
      {partialOf(back, label.slot)}
      <tspan className="anatomy-sub" fontSize={9.5} dy={3}>
        {label.time}
      </tspan>
    </text>
  </g>
)

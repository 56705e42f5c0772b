/** The meters of a closed cell: each job of the selected unit as a bar, on a stem between its ribbons. */
import type { ReactElement } from 'react'
import { reachOf } from '../../describe/reach.ts'
import { at, type Trace } from '../../engine/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import type { MeterRow } from './meterRows.ts'
import type { Palette } from './palette.ts'
import type { RibbonLane } from './ribbonLanes.ts'
import { meterFill, meterPlace, type StageGeometry } from './stageGeometry.ts'

type Box = Pick<StageGeometry, 'anatomy' | 'meters'>

interface Props {
  readonly t: number
  readonly width: number
  readonly isKnown: boolean
  readonly trace: Trace
  readonly unit: number
  readonly rows: readonly MeterRow[]
  readonly lanes: readonly RibbonLane[]
  readonly geometry: Box
  readonly palette: Palette
}

/** The stem runs between the ribbons; without one above or below, it ends a little past the meters. */
export const stemOf = (lanes: readonly RibbonLane[], { anatomy, meters }: Box): readonly [number, number] => {
  const half = anatomy.ribbon / 2
  const above = lanes.find(({ lane }) => lane === 'conveyor')
  const below = lanes.find(({ lane }) => lane === 'bus')
  return [above ? above.y + half : meters.top + 10, below ? below.y - half : meters.bottom]
}

/** A meter is a gauge, not a block: in wide columns it keeps this width. */
const WIDEST = 36

export const Meters = (props: Props): ReactElement => {
  const { t, width, isKnown, trace, unit, rows, lanes, geometry, palette } = props
  const { meters } = geometry
  const inner = Math.min(WIDEST, Math.max(2, width - 2 * meters.pad))
  const left = (width - inner) / 2
  const places = rows.map(({ row }) => meterPlace(meters, row))
  const [top, bottom] = stemOf(lanes, geometry)
  const boxes = places.map(({ y, height }) => `M${left} ${y}h${inner}v${height}h${-inner}z`).join('')
  const middles = rows.flatMap(({ signed }, k) =>
    signed ? [`M${left} ${places[k]!.y + places[k]!.height / 2}h${inner}`] : [],
  )
  return (
    <g className={isKnown ? undefined : 'stage-ahead'}>
      <path d={`M${width / 2} ${top}V${bottom}`} className="stage-stem" />
      <path d={boxes} className="stage-box" />
      {isKnown
        ? rows.map(({ slot, tone, signed }, k) => {
            const value = at(trace, t, slot)[unit] ?? NaN
            const { y, height } = meterFill(places[k]!, signed ? value / reachOf(trace, slot) : value, signed)
            return (
              <rect
                key={slot}
                x={left + 0.5}
                y={y}
                width={inner - 1}
                height={height}
                style={{ fill: signed ? palette.bar(value) : toneVariable(tone) }}
                data-slot={slot}
                data-unit={unit}
                data-t={t}
                data-value={value}
              />
            )
          })
        : null}
      {isKnown && middles.length > 0 ? <path d={middles.join('')} className="stage-rule stage-thin" /> : null}
    </g>
  )
}

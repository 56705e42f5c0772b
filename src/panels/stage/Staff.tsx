/** The lines of the chain: one under each row of meters, the rail of W, the edges of what is to come. */
import type { ReactElement } from 'react'
import type { TimeScale } from '../../ui/timeScale.ts'
import type { MeterRow } from './meterRows.ts'
import type { RibbonLane } from './ribbonLanes.ts'
import { meterPlace, type StageGeometry } from './stageGeometry.ts'

interface Props {
  readonly geometry: Pick<StageGeometry, 'anatomy' | 'meters' | 'rail' | 'gutter'>
  readonly scale: TimeScale
  readonly lanes: readonly RibbonLane[]
  readonly rows: readonly MeterRow[]
  readonly reveal: boolean
  readonly reversed: boolean
}

/** The closed columns before and after the lens, as spans of x. */
export const spansOf = (scale: TimeScale): readonly (readonly [number, number])[] => {
  const end = scale.left(scale.last) + scale.width(scale.last)
  const start = scale.left(scale.first)
  if (scale.open === null) return [[start, end]]
  const lens = scale.left(scale.open)
  const spans: readonly (readonly [number, number])[] = [
    [start, lens],
    [lens + scale.lens, end],
  ]
  return spans.filter(([from, to]) => to > from)
}

export const Staff = ({ geometry, scale, lanes, rows, reveal, reversed }: Props): ReactElement => {
  const { anatomy, meters, rail, gutter } = geometry
  const spans = spansOf(scale)
  const path = (y: number, parts = spans): string => parts.map(([a, b]) => `M${a} ${y}H${b}`).join('')
  const after = scale.open === null ? Infinity : scale.left(scale.open)
  const past = spans.filter(([from]) => from < after !== reversed || reveal)
  const ahead = spans.filter(([from]) => from < after === reversed && !reveal)
  const edges = lanes.flatMap(({ y }) => [y - anatomy.ribbon / 2, y + anatomy.ribbon / 2])
  return (
    <g className="stage-staff">
      {gutter === null ? null : (
        <path
          d={rows
            .map(({ row }) => meterPlace(meters, row))
            .map(({ y, height }) => path(y + height))
            .join('')}
          className="stage-line"
        />
      )}
      <path d={edges.map((y) => path(y, past)).join('')} className="stage-rule stage-thin" />
      <path d={edges.map((y) => path(y, ahead)).join('')} className="stage-rule stage-dotted" />
      {rail === null ? null : (
        <path
          d={`M${scale.left(scale.first)} ${rail}H${scale.left(scale.last) + scale.width(scale.last)}`}
          className="stage-rail"
        />
      )}
    </g>
  )
}

/** The lines that the copies stand on: one under each row of meters, and the edges of the ribbons. */
import type { ReactElement } from 'react'
import type { MeterRow } from './meterRows.ts'
import { Part, translate } from './movement.ts'
import type { RibbonLane } from './ribbonLanes.ts'
import { copySpans, type StageFrame } from './stageFrame.ts'
import { meterPlace, type StageGeometry } from './stageGeometry.ts'

interface Props {
  readonly geometry: Pick<StageGeometry, 'anatomy' | 'meters' | 'gutter'>
  readonly lanes: readonly RibbonLane[]
  readonly rows: readonly MeterRow[]
  readonly reveal: boolean
  readonly reversed: boolean
}

type Side = 'before' | 'after'

/** Lines at some heights along the copies of some sides. */
const lines = (frame: StageFrame, heights: readonly number[], sides: readonly Side[]): string => {
  const spans = copySpans(frame)
  return sides
    .flatMap((side) => {
      const span = spans[side]
      return span ? heights.map((y) => `M${span[0]} ${y}H${span[1]}`) : []
    })
    .join('')
}

export const ChainStaff = ({ geometry, lanes, rows, reveal, reversed }: Props): ReactElement => {
  const { anatomy, meters, gutter } = geometry
  const edges = lanes.flatMap(({ y }) => [y - anatomy.ribbon / 2, y + anatomy.ribbon / 2])
  const [past, ahead] = reversed ? (['after', 'before'] as const) : (['before', 'after'] as const)
  const rules = rows.map(({ row }) => meterPlace(meters, row)).map(({ y, height }) => y + height)
  return (
    <Part as="g" className="stage-staff" at={({ frame }) => ({ transform: translate(0, frame.pane.y) })}>
      {gutter === null ? null : (
        <Part
          as="path"
          at={({ frame }) => ({ d: lines(frame, rules, ['before', 'after']) })}
          className="stage-line"
        />
      )}
      <Part
        as="path"
        at={({ frame }) => ({ d: lines(frame, edges, reveal ? [past, ahead] : [past]) })}
        className="stage-rule stage-thin"
      />
      {reveal ? null : (
        <Part
          as="path"
          at={({ frame }) => ({ d: lines(frame, edges, [ahead]) })}
          className="stage-rule stage-dotted"
        />
      )}
    </Part>
  )
}

/** The words at the left of the unrolled chain: which lane is which quantity, and whose unit the meters show. */
import { memo, type ReactElement } from 'react'
import { useMessages } from '../../store/index.ts'
import { toneVariable, type Tone } from '../../ui/colour.ts'
import type { MeterRow } from './meterRows.ts'
import { Part } from './movement.ts'
import type { RibbonLane } from './ribbonLanes.ts'
import { meterPlace, type StageGeometry } from './stageGeometry.ts'

interface Props {
  readonly geometry: StageGeometry
  readonly lanes: readonly RibbonLane[]
  readonly rows: readonly MeterRow[]
  readonly unit: number
  /** Whether an output is read from this layer; from a lower one h goes to the next layer. */
  readonly hasOutput: boolean
}

/** Where the names of the lanes start. */
export const NAME_X = 16

interface LabelProps {
  readonly y: number
  readonly name: string
  readonly symbol: string
  readonly tone: Tone
  readonly right: number
}

export const LaneLabel = memo(({ y, name, symbol, tone, right }: LabelProps): ReactElement => (
  <>
    <text x={NAME_X} y={y} className="stage-label">
      {name}
    </text>
    <text x={right} y={y} className="stage-symbol" style={{ fill: toneVariable(tone) }}>
      {symbol}
    </text>
  </>
))

export const Gutter = memo(({ geometry, lanes, rows, unit, hasOutput }: Props): ReactElement | null => {
  const words = useMessages().stage
  const { anatomy, meters, gutter } = geometry
  if (gutter === null) return null
  const { output } = anatomy.lanes
  const places = rows.map(({ row }) => meterPlace(meters, row))
  const first = places[0]
  return (
    <Part as="g" className="stage-gutter" at={({ frame }) => ({ opacity: frame.onlyUnrolled })}>
      {output === null || !hasOutput ? null : (
        <LaneLabel y={output + 4} name={words.output} symbol="y" tone="output" right={gutter} />
      )}
      {lanes.map(({ slot, tone, y }) => (
        <LaneLabel
          key={slot}
          y={y + 4}
          name={tone === 'cell' ? words.cell : words.hidden}
          symbol={slot}
          tone={tone}
          right={gutter}
        />
      ))}
      {first ? (
        <text x={NAME_X} y={first.y + first.height / 2 + 4} className="stage-label stage-own">
          {words.unit(unit)}
        </text>
      ) : null}
      {rows.map(({ slot, label, tone }, k) => (
        <text
          key={slot}
          x={gutter}
          y={places[k]!.y + places[k]!.height / 2 + 4}
          className="stage-symbol"
          style={{ fill: toneVariable(tone) }}
        >
          {label}
        </text>
      ))}
    </Part>
  )
})

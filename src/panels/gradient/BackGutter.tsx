/** The words at the left of the chain read backward: which lane is which gradient. */
import type { ReactElement } from 'react'
import { toneVariable, type Tone } from '../../ui/colour.ts'
import type { MeterRow } from '../stage/meterRows.ts'
import type { RibbonLane } from '../stage/ribbonLanes.ts'
import { meterPlace, type StageGeometry } from '../stage/stageGeometry.ts'
import { partialOf, type Back } from './useBack.ts'

interface Props {
  readonly back: Back
  readonly geometry: StageGeometry
  readonly lanes: readonly RibbonLane[]
  readonly rows: readonly MeterRow[]
}

const NAME_X = 12

const Symbol = ({
  y,
  tone,
  text,
  right,
}: {
  y: number
  tone: Tone
  text: string
  right: number
}): ReactElement => (
  <text x={right} y={y} className="stage-symbol" style={{ fill: toneVariable(tone) }}>
    {text}
  </text>
)

export const BackGutter = ({ back, geometry, lanes, rows }: Props): ReactElement | null => {
  const { words, unit, of } = back
  const { anatomy, meters, rail, gutter } = geometry
  if (gutter === null) return null
  const { output, input } = anatomy.lanes
  const middle = (row: number): number => {
    const { y, height } = meterPlace(meters, row)
    return y + height / 2 + 4
  }
  return (
    <g className="stage-gutter">
      {output === null ? null : (
        <>
          <text x={NAME_X} y={output + 4} className="stage-label back-name">
            {of === 'L' ? words.loss : words.output}
          </text>
          <Symbol y={output + 4} tone="gradient" text={of} right={gutter} />
        </>
      )}
      {lanes.map(({ slot, tone, y }) => (
        <Symbol key={slot} y={y + 4} tone={tone} text={partialOf(back, slot)} right={gutter} />
      ))}
      {rows.map(({ slot, tone, row }, k) => (
        <g key={slot}>
          {k === 0 ? (
            <text x={NAME_X} y={meterPlace(meters, row).y + 2} className="stage-label stage-own">
              {words.unit(unit)}
            </text>
          ) : null}
          {lanes.some((lane) => lane.slot === slot) ? null : (
            <Symbol y={middle(row)} tone={tone} text={partialOf(back, slot)} right={gutter} />
          )}
        </g>
      ))}
      {rail === null ? null : (
        <text x={NAME_X} y={rail + 4} className="stage-label stage-weights">
          {words.sum(of)}
        </text>
      )}
      {input === null ? null : (
        <>
          <text x={NAME_X + 4} y={input + 4} className="stage-label">
            {words.input}
          </text>
          <Symbol y={input + 4} tone="input" text="x" right={gutter} />
        </>
      )}
    </g>
  )
}

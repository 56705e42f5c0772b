/**
 * Behind the open cell of a folding chain: the edges of the copies that lie under it, and a loop for each
 * value that the cell hands to itself, drawn from where it leaves around to where it comes back.
 */
import type { ReactElement } from 'react'
import { phaseOf } from '../../describe/phases.ts'
import type { CellRun, Moment } from '../../store/index.ts'
import type { FoldedGeometry } from './foldedGeometry.ts'
import { loopOf, paneLeft } from './foldedGeometry.ts'
import { Loop } from './Loop.tsx'
import { Part, translate } from './movement.ts'
import type { Palette } from './palette.ts'
import type { RibbonLane } from './ribbonLanes.ts'

interface Props {
  readonly run: CellRun
  readonly moment: Moment
  readonly folded: FoldedGeometry
  readonly lanes: readonly RibbonLane[]
  readonly unit: number
  readonly reveal: boolean
  readonly palette: Palette
  readonly width: number
}

/** In which parts of the drawing what leaves, the sign between the steps, and what arrives appear. */
const stages = (looped: number): { out: number; sign: number; back: number } => {
  const part = (from: number, to: number): number => Math.min(1, Math.max(0, (looped - from) / (to - from)))
  return { out: part(0, 0.5), sign: part(0.4, 0.7), back: part(0.5, 1) }
}

export const Loops = (props: Props): ReactElement => {
  const { run, moment, folded, lanes, unit, reveal, palette, width } = props
  const { cell, layer } = run
  const { anatomy, box } = folded
  const carried = lanes.filter(({ slot }) => cell.carry.includes(slot))
  return (
    <Part as="g" at={({ frame }) => ({ transform: translate(frame.pane.x, frame.pane.y) })}>
      <Part as="g" at={({ frame }) => ({ opacity: frame.gathered })}>
        {[1, 0].map((behind) => (
          <rect
            key={behind}
            x={behind * 5}
            y={box.top - 10 - behind * 4}
            width={anatomy.width}
            height={box.bottom - box.top - 6}
            rx={8}
            className="stage-behind"
          />
        ))}
      </Part>
      <Part
        as="g"
        at={({ frame }) => {
          const { out, sign, back } = stages(frame.looped)
          return {
            '--loop-out': 1 - out,
            '--loop-sign': sign,
            '--loop-in': 1 - back,
            // A whole loop has no dash: the last one could leave a gap.
            '--loop-dash': frame.looped === 1 ? 'none' : '1 1',
            visibility: frame.looped === 0 ? 'hidden' : null,
          }
        }}
      >
        {carried.map((lane) => (
          <Loop
            key={lane.slot}
            trace={layer}
            t={moment.t}
            lane={lane}
            loop={loopOf({ ...folded, top: 0 }, lane, 0)}
            ribbon={anatomy.ribbon}
            unit={unit}
            isKnown={reveal || moment.phase >= phaseOf(cell, lane.slot)}
            sign={folded.gate.height}
            beside={folded.beside}
            room={width - anatomy.width - paneLeft(folded, width)}
            palette={palette}
          />
        ))}
      </Part>
    </Part>
  )
}

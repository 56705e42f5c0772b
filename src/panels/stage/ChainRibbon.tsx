/**
 * A carried value through the copies of the cell: one part before the open cell, one after it. Both slide
 * under it when the chain is folded; the image itself is painted once.
 */
import type { ReactElement } from 'react'
import { reachOf } from '../../describe/reach.ts'
import type { Trace } from '../../engine/index.ts'
import { tableOf, type Theme } from '../../ui/colour.ts'
import { Part } from './movement.ts'
import { useStrands } from '../anatomy/useStrands.ts'
import { useRibbonImage, type RibbonImage } from './Ribbon.tsx'
import type { RibbonLane } from './ribbonLanes.ts'
import { copySpans, type StageFrame } from './stageFrame.ts'

interface Props {
  readonly trace: Trace
  readonly lane: RibbonLane
  readonly height: number
  readonly unit: number
  readonly theme: Theme
  readonly reveal: boolean
}

type Side = 'before' | 'after'

/** The ribbon's part at one side: the steps from … of it, and where it is. */
const cutOf = (frame: StageFrame, side: Side): { from: number; left: number; width: number } | null => {
  const span = copySpans(frame)[side]
  if (!span || span[1] <= span[0]) return null
  const from = side === 'before' ? frame.first : frame.at + 1
  return { from, left: span[0], width: span[1] - span[0] }
}

interface SideProps {
  readonly side: Side
  readonly y: number
  readonly height: number
  readonly T: number
  readonly image: RibbonImage
}

const SideOf = ({ side, y, height, T, image }: SideProps): ReactElement => (
  <Part
    as="div"
    className="stage-ribbon"
    at={({ frame }) => {
      const cut = cutOf(frame, side)
      return {
        display: cut ? 'block' : 'none',
        left: `${cut?.left ?? 0}px`,
        top: `${y + frame.pane.y}px`,
        width: `${cut?.width ?? 0}px`,
        height: `${height}px`,
      }
    }}
  >
    <Part
      as="canvas"
      inner={useRibbonImage(image)}
      className="stage-paint"
      aria-hidden="true"
      at={({ frame }) => ({
        left: `${-(cutOf(frame, side)?.from ?? 0) * frame.copyWidth}px`,
        width: `${T * frame.copyWidth}px`,
      })}
    />
    <div className="stage-strands" style={{ backgroundSize: `100% ${height / image.strands.length}px` }} />
  </Part>
)

export const ChainRibbon = ({ trace, lane, height, unit, theme, reveal }: Props): ReactElement => {
  const strands = useStrands(trace.program.H, unit)
  const image: RibbonImage = {
    trace,
    slot: lane.slot,
    strands,
    table: tableOf(lane.tone, theme, reachOf(trace, lane.slot)),
  }
  const shared = { y: lane.y - height / 2, height, T: trace.T, image }
  return (
    <>
      {trace.reversed && !reveal ? null : <SideOf side="before" {...shared} />}
      {trace.reversed || reveal ? <SideOf side="after" {...shared} /> : null}
    </>
  )
}

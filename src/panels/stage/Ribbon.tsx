/**
 * A carried value through the closed columns: painted once, cut by CSS at the lens. What is not computed
 * yet has no colour; the chain draws its two dotted edges.
 */
import { useEffect, useRef, type ReactElement, type RefObject } from 'react'
import { reachOf } from '../../describe/reach.ts'
import { useStrands } from '../anatomy/useStrands.ts'
import type { Strand } from '../../describe/strands.ts'
import { plane, type Trace } from '../../engine/index.ts'
import { tableOf, type ColourTable, type Theme } from '../../ui/colour.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { paintRibbon } from './paintRibbon.ts'
import type { RibbonLane } from './ribbonLanes.ts'

interface Props {
  readonly trace: Trace
  readonly lane: RibbonLane
  readonly height: number
  readonly scale: TimeScale
  readonly unit: number
  readonly theme: Theme
  readonly reveal: boolean
}

/** Columns [from, end) of the chain. */
interface Cut {
  readonly from: number
  readonly end: number
}

/** The closed columns whose values are known: those computed before the lens's, and with `reveal` all. */
export const ribbonCuts = (scale: TimeScale, reveal: boolean, reversed = false): readonly Cut[] => {
  const { first, last, open } = scale
  const end = last + 1
  const cuts = [
    { from: first, end: reversed && !reveal ? 0 : Math.min(end, open ?? end) },
    { from: Math.max(first, (open ?? end) + 1), end: reversed || reveal ? end : 0 },
  ]
  return cuts.filter((cut) => cut.end > cut.from)
}

/** The canvas of a ribbon; where it stands is for whoever shows it. */
export interface RibbonImage {
  readonly trace: Trace
  readonly slot: string
  readonly strands: readonly Strand[]
  readonly table: ColourTable
}

export const useRibbonImage = ({
  trace,
  slot,
  strands,
  table,
}: RibbonImage): RefObject<HTMLCanvasElement | null> => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (!canvas.current) return
    paintRibbon(canvas.current, plane(trace, slot), trace.T, trace.program.H, strands, table)
  }, [trace, slot, strands, table])
  return canvas
}

interface PaintedProps extends RibbonImage {
  readonly left: number
  readonly width: number
}

const Painted = ({ left, width, ...image }: PaintedProps): ReactElement => (
  <canvas ref={useRibbonImage(image)} className="stage-paint" style={{ left, width }} aria-hidden="true" />
)

export const Ribbon = ({ trace, lane, height, scale, unit, theme, reveal }: Props): ReactElement => {
  const { H } = trace.program
  const strands = useStrands(H, unit)
  const table = tableOf(lane.tone, theme, reachOf(trace, lane.slot))
  return (
    <>
      {ribbonCuts(scale, reveal, trace.reversed).map(({ from, end }) => (
        <div
          key={from < (scale.open ?? Infinity) ? 'past' : 'ahead'}
          className="stage-ribbon"
          style={{ left: scale.left(from), top: lane.y - height / 2, width: (end - from) * scale.w, height }}
        >
          <Painted
            trace={trace}
            slot={lane.slot}
            strands={strands}
            table={table}
            left={-from * scale.w}
            width={trace.T * scale.w}
          />
          <div className="stage-strands" style={{ backgroundSize: `100% ${height / strands.length}px` }} />
        </div>
      ))}
    </>
  )
}

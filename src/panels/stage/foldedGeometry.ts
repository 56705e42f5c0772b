/** Where the folded view stands: the pane in the middle, a loop for each carried value, inputs below. */
import { geometries, type AnatomyGeometry } from '../../describe/geometry.ts'
import type { LoopGeometry } from './loops.ts'
import type { RibbonLane } from './ribbonLanes.ts'
import type { TokenSize } from './stageGeometry.ts'

export interface FoldedGeometry {
  readonly anatomy: AnatomyGeometry
  readonly height: number
  readonly ruler: number
  /** Top of the pane's own coordinates. */
  readonly top: number
  /** The box drawn around the pane, in the pane's coordinates. */
  readonly box: { readonly top: number; readonly bottom: number }
  /** Between a ribbon and its way back, above and below the pane. */
  readonly separation: { readonly above: number; readonly below: number }
  readonly lead: number
  readonly gate: { readonly width: number; readonly height: number }
  /** Middle of the input tokens; of the output's square. */
  readonly input: number
  readonly output: number
  /** The wire to the output, from the pane's left edge; on which side of its square the number stands. */
  readonly outputX: number
  readonly outputText: 'start' | 'end'
  readonly token: TokenSize
  /** Words beside the loops, from the pane's edge; null where there is no room. */
  readonly beside: number | null
  /** The pane stands in the middle of the time axis, or of the stage. */
  readonly centre: 'axis' | 'stage'
  /** Edges of the time axis, from the edges of the stage. */
  readonly gutter: number
  readonly right: number
}

export const foldedGeometries = {
  wide: {
    anatomy: geometries.folded,
    height: 488,
    ruler: 30,
    top: 48,
    box: { top: 44, bottom: 332 },
    separation: { above: 78, below: 74 },
    lead: 14,
    gate: { width: 88, height: 38 },
    input: 462,
    output: 19,
    outputX: 487,
    outputText: 'start',
    token: { width: 10, height: 21 },
    beside: 78,
    centre: 'axis',
    gutter: 98,
    right: 20,
  },
  narrow: {
    anatomy: {
      ...geometries.mobile,
      lanes: { ...geometries.mobile.lanes, output: null, input: null },
      outputPort: null,
    },
    height: 384,
    ruler: 22,
    top: 54,
    box: { top: 28, bottom: 236 },
    separation: { above: 56, below: 56 },
    lead: 2,
    gate: { width: 96, height: 34 },
    input: 354,
    output: 22,
    outputX: 292,
    outputText: 'end',
    token: { width: 8, height: 18 },
    beside: null,
    centre: 'stage',
    gutter: 30,
    right: 12,
  },
} as const satisfies Record<string, FoldedGeometry>

/** Left edge of the pane. */
export const paneLeft = (folded: FoldedGeometry, width: number): number =>
  (folded.centre === 'axis' ? folded.gutter - folded.right : 0) / 2 + (width - folded.anatomy.width) / 2

/** The loop of a ribbon: above the pane from the conveyor, below it from the bus. */
export const loopOf = (folded: FoldedGeometry, lane: RibbonLane, left: number): LoopGeometry => ({
  left,
  right: left + folded.anatomy.width,
  y: folded.top + lane.y,
  direction: lane.lane === 'conveyor' ? -1 : 1,
  separation: lane.lane === 'conveyor' ? folded.separation.above : folded.separation.below,
  lead: folded.lead,
  gate: folded.gate.width / 2,
})

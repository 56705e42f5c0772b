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
    token: { width: 10, height: 21 },
    beside: 76,
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
    token: { width: 8, height: 18 },
    beside: null,
    centre: 'stage',
    gutter: 30,
    right: 12,
  },
} as const satisfies Record<string, FoldedGeometry>

/** The letter beside a loop with the number of its step, px. */
const SYMBOL = 27

/** Left edge of the pane: in the middle, or as far left of it as what stands beside the pane needs. */
export const paneLeft = (folded: FoldedGeometry, width: number): number => {
  const free = width - folded.anatomy.width
  if (folded.centre === 'stage') return free / 2
  return Math.min((folded.gutter - folded.right + free) / 2, free - (folded.beside ?? 0) - SYMBOL)
}

/** The words beside the square of the output, from its wire, px. */
const OUTPUT_WORDS = 160

/** On which side of the output's square, at `port` from the pane's left edge, its number stands. */
export const outputSide = (folded: FoldedGeometry, width: number, port: number): 'start' | 'end' =>
  paneLeft(folded, width) + port + OUTPUT_WORDS <= width ? 'start' : 'end'

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

/** The ribbons of a cell: which carried values run through the chain, and at which height. */
import type { AnatomyGeometry } from '../../describe/geometry.ts'
import { shapeOf } from '../../describe/phases.ts'
import type { Cell } from '../../engine/index.ts'
import type { Tone } from '../../ui/colour.ts'

export interface RibbonLane {
  readonly slot: string
  readonly tone: Tone
  /** On the conveyor a value is updated element by element; on the bus it is read by the gates. */
  readonly lane: 'conveyor' | 'bus'
  /** Middle of the ribbon. */
  readonly y: number
}

/**
 * Lanes of a cell from top to bottom: c over h with a long memory, h on the conveyor where it is mixed,
 * h on the bus where it is written anew. A cell that carries nothing has none.
 */
export const ribbonLanes = (cell: Cell, { lanes }: Pick<AnatomyGeometry, 'lanes'>): readonly RibbonLane[] => {
  if (cell.carry.length === 0) return []
  const h: RibbonLane = { slot: cell.output, tone: 'hidden', lane: 'bus', y: lanes.bus }
  const shape = shapeOf(cell)
  if (shape === 'rewrite') return [h]
  if (shape === 'mix') return [{ ...h, lane: 'conveyor', y: lanes.conveyor }]
  const memory = Object.entries(cell.equations).find(([, { role }]) => role === 'cell')
  return memory ? [{ slot: memory[0], tone: 'cell', lane: 'conveyor', y: lanes.conveyor }, h] : [h]
}

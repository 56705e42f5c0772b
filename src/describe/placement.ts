/**
 * The picture of one open cell, placed by rule: a quantity's role takes its column, an update of the
 * carried state stands on the conveyor, pairs of factors rise to the product row. No cell is known by
 * name here; a new one in the registry is placed by the same rules.
 */
import type { Cell } from '../engine/index.ts'
import type { AnatomyGeometry } from './geometry.ts'
import { placeBus } from './placementBus.ts'
import { placeCards } from './placementCards.ts'
import { placeConveyor } from './placementConveyor.ts'
import { frameOf, type Frame } from './placementFrame.ts'
import { forwardOf, mirrored } from './placementMirror.ts'
import { placeLabels } from './placementLabels.ts'
import { placeDirect, placeExposed } from './placementOutput.ts'
import type { Pieces, Placement } from './placementParts.ts'
import { placePeepholes } from './placementPeepholes.ts'
import { placePorts } from './placementPorts.ts'

const piecesOf = (frame: Frame): readonly Pieces[] => {
  const { conveyor, expose, direct } = frame.plan
  return [
    placeBus(frame),
    ...(conveyor ? [placeConveyor(frame, conveyor)] : []),
    ...(conveyor && expose ? [placeExposed(frame, expose, conveyor.state.name)] : []),
    ...(direct ? [placeDirect(frame, direct.name)] : []),
    placePeepholes(frame),
    placeCards(frame),
    ...placePorts(frame),
  ]
}

const known = new WeakMap<Cell, Map<AnatomyGeometry, Placement>>()

/**
 * Where everything of a cell lies in a pane, turned where the pane is. The same cell and geometry give the same object.
 * @throws Error for a cell of a form that no rule places; the message names the slots.
 */
export const place = (cell: Cell, geometry: AnatomyGeometry): Placement => {
  const forward = forwardOf(geometry)
  if (forward) return mirrored(place(cell, forward))
  const ofCell = known.get(cell) ?? new Map<AnatomyGeometry, Placement>()
  known.set(cell, ofCell)
  const before = ofCell.get(geometry)
  if (before) return before
  const frame = frameOf(cell, geometry)
  const pieces = piecesOf(frame)
  const { plan } = frame
  const placement: Placement = {
    cell,
    geometry,
    before: 't−1',
    cards: pieces.flatMap((piece) => piece.cards ?? []),
    strips: pieces.flatMap((piece) => piece.strips ?? []),
    pills: pieces.flatMap((piece) => piece.pills ?? []),
    badges: pieces.flatMap((piece) => piece.badges ?? []),
    ribbons: pieces.flatMap((piece) => piece.ribbons ?? []),
    wires: pieces.flatMap((piece) => piece.wires ?? []),
    ports: pieces.flatMap((piece) => piece.ports ?? []),
    labels: placeLabels(frame),
    without: plan.conveyor ? null : plan.cell.carry.length > 0 ? 'conveyor' : 'memory',
    concat:
      // Without an input wire there is no room: the folded pane ends right under the bus.
      geometry.labels === 'all' && geometry.lanes.input !== null
        ? {
            x: geometry.inputStart + 12,
            y: frame.inputTop + geometry.inputRibbon + 13,
            carry: plan.busState,
          }
        : null,
  }
  ofCell.set(geometry, placement)
  return placement
}

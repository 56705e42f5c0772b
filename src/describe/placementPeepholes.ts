/** Peepholes: a gate that sees the state through a learned diagonal has a wire from the conveyor to its top. */
import { previousOf, readingOf, sourceOf } from './graph.ts'
import { cardId, ribbonId, type Frame } from './placementFrame.ts'
import type { Pieces } from './placementParts.ts'
import { badge, carried, wire } from './placementPieces.ts'

/** Above the cards, where the peepholes of the old state run to the right. */
const ROW = 9

export const placePeepholes = (frame: Frame): Pieces => {
  const { plan, geometry, column, cell } = frame
  const seen = plan.cards.flatMap((card) => card.diagonal.map((slot) => ({ card, slot })))
  const { top } = geometry.cards
  const keep = seen.length > 0 ? column('keep') : null
  const wires = seen.map(({ card, slot }) => {
    const [operand] = slot.args
    const reading = operand ? readingOf(cell, operand) : { slot: '', previous: false }
    const into = column(card.column).x + column(card.column).tap
    // The old state is on the conveyor only left of what keeps it; the new one passes above the gate.
    const leaves = reading.previous && keep ? keep.x + keep.tap : into
    return wire({
      id: `peephole ${card.name}`,
      from: ribbonId(reading.previous ? previousOf(reading.slot) : reading.slot),
      to: cardId(card.name),
      points: [
        [leaves, geometry.lanes.conveyor + geometry.ribbon / 2],
        ...(leaves === into
          ? []
          : ([
              [leaves, top - ROW],
              [into, top - ROW],
            ] as const)),
        [into, top],
      ],
      tone: 'weight',
      junction: true,
      since: slot.name,
      carries: carried(frame, sourceOf(reading), slot.name),
    })
  })
  return {
    wires,
    badges: seen.map(({ card, slot }) =>
      badge({
        operation: slot.name,
        x: column(card.column).x + column(card.column).tap,
        y: top,
        r: geometry.badge * 0.6,
        glyph: '×',
        tone: 'weight',
        edge: true,
      }),
    ),
  }
}

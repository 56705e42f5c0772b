/**
 * The conveyor: the state that is updated element by element. Its operations stand on its ribbon, above
 * the gates that drive them; write and candidate rise and meet at the product row.
 */
import type { ConveyorPlan } from './cellPlan.ts'
import { nextOf, OUTPUT, previousOf } from './graph.ts'
import { badgeId, cardId, ribbonId, stripId, type Frame } from './placementFrame.ts'
import type { Pieces, PlacedRibbon, PlacedWire } from './placementParts.ts'
import { badge, carried, HALF_STRIP, PAIR, ribbon, strip, toneOfValue, wire } from './placementPieces.ts'

/** Where the two operations stand: above what keeps, and midway between writer and candidate. */
const operationsAt = ({ leaves }: Frame, { keeper, writer, candidate }: ConveyorPlan) => ({
  keepX: leaves(keeper),
  sumX: (leaves(writer) + leaves(candidate)) / 2,
})

const ribbons = (frame: Frame, plan: ConveyorPlan): readonly PlacedRibbon[] => {
  const { geometry, cell } = frame
  const { state, kept } = plan
  const { keepX, sumX } = operationsAt(frame, plan)
  const previous = previousOf(state.name)
  const lane = geometry.lanes.conveyor
  // Where no wire leads to the output, the ribbon itself is the way out.
  const out = geometry.outputPort === null && state.name === cell.output
  return [
    ribbon(frame, {
      id: ribbonId(previous),
      reading: { slot: state.name, previous: true },
      lane,
      from: 0,
      to: keepX - HALF_STRIP,
      since: 'x',
      carries: carried(frame, previous, kept.name),
    }),
    ribbon(frame, {
      id: ribbonId(kept.name),
      reading: { slot: kept.name, previous: false },
      lane,
      from: keepX + HALF_STRIP,
      to: sumX - HALF_STRIP,
      since: kept.name,
      carries: carried(frame, kept.name, state.name),
    }),
    ribbon(frame, {
      id: ribbonId(state.name),
      reading: { slot: state.name, previous: false },
      lane,
      from: sumX + HALF_STRIP,
      to: geometry.width,
      since: state.name,
      carries: [
        ...carried(frame, state.name, nextOf(state.name)),
        ...(out ? carried(frame, state.name, OUTPUT) : []),
      ],
    }),
  ]
}

const wires = (frame: Frame, plan: ConveyorPlan): readonly PlacedWire[] => {
  const { geometry, leaves, cardOf, toneOf } = frame
  const { lanes, cards } = geometry
  const { state, kept, keeper, written, writer, candidate } = plan
  const { keepX, sumX } = operationsAt(frame, plan)
  const under = lanes.conveyor + geometry.ribbon / 2 + 2
  const rise = (value: string, side: -1 | 1): PlacedWire =>
    wire({
      id: `${value} rises`,
      from: cardId(cardOf(value).name),
      to: stripId(written.name, value),
      points: [
        [leaves(value), cards.top],
        [leaves(value), lanes.product],
        [sumX + side * 13, lanes.product],
      ],
      tone: toneOfValue(frame, value),
      since: value,
      carries: carried(frame, value, written.name),
    })
  return [
    wire({
      id: `${keeper} keeps`,
      from: cardId(cardOf(keeper).name),
      to: stripId(kept.name, keeper),
      points: [
        [keepX, cards.top],
        [keepX, under],
      ],
      tone: toneOfValue(frame, keeper),
      since: keeper,
      carries: carried(frame, keeper, kept.name),
    }),
    rise(writer, -1),
    rise(candidate, 1),
    wire({
      id: `${written.name} rises`,
      from: badgeId(written.name),
      to: stripId(state.name, written.name),
      points: [
        [sumX, lanes.product - geometry.ribbon / 2],
        [sumX, under],
      ],
      tone: toneOf(state.name),
      since: written.name,
      carries: carried(frame, written.name, state.name),
    }),
  ]
}

/** Places the update state = keep ⊙ previous + write ⊙ candidate. */
export const placeConveyor = (frame: Frame, plan: ConveyorPlan): Pieces => {
  const { geometry } = frame
  const { lanes } = geometry
  const { state, kept, keeper, written, writer, candidate } = plan
  const { keepX, sumX } = operationsAt(frame, plan)
  const tone = frame.toneOf(state.name)
  const keepTone = toneOfValue(frame, keeper)
  const above = lanes.conveyor - geometry.ribbon / 2 - 11
  const pairTop = lanes.product - geometry.ribbon / 2
  const onConveyor = { lane: lanes.conveyor, stroke: 1.5 }
  const inPair = { operation: written.name, lane: lanes.product, stroke: 1.25 }
  return {
    ribbons: ribbons(frame, plan),
    wires: wires(frame, plan),
    strips: [
      strip(frame, {
        ...onConveyor,
        operation: kept.name,
        slot: keeper,
        x: keepX - HALF_STRIP,
        tone: keepTone,
      }),
      strip(frame, { ...inPair, slot: writer, x: sumX + PAIR[0], tone: toneOfValue(frame, writer) }),
      strip(frame, { ...inPair, slot: candidate, x: sumX + PAIR[1], tone: toneOfValue(frame, candidate) }),
      strip(frame, {
        ...onConveyor,
        operation: state.name,
        slot: written.name,
        x: sumX - HALF_STRIP,
        tone,
      }),
    ],
    badges: [
      badge({ operation: kept.name, x: keepX, y: above, r: geometry.badge, glyph: '×', tone: keepTone }),
      badge({
        operation: written.name,
        x: sumX,
        y: pairTop - (geometry.cards.detailed ? 8 : 7),
        r: geometry.badge - 1.5,
        glyph: '×',
        tone,
      }),
      badge({ operation: state.name, x: sumX, y: above, r: geometry.badge, glyph: '+', tone }),
    ],
  }
}

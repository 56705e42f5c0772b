/**
 * The output: an exposed state comes down at the right; without a conveyor the card's own value goes
 * around to the bus lane. Both leave as a ribbon.
 */
import type { ExposePlan } from './cellPlan.ts'
import { nextOf, OUTPUT } from './graph.ts'
import { badgeId, cardId, ribbonId, stripId, type Frame } from './placementFrame.ts'
import type { Pieces, PlacedPill, PlacedRibbon, PlacedWire } from './placementParts.ts'
import { badge, carried, PAIR, ribbon, strip, wire } from './placementPieces.ts'

const goesOut = (frame: Frame): PlacedRibbon => {
  const { geometry, cell, wires } = frame
  // A cell that carries nothing ends at its output.
  const carries = cell.carry.includes(cell.output)
  return {
    ...ribbon(frame, {
      id: ribbonId(cell.output),
      reading: { slot: cell.output, previous: false },
      lane: geometry.lanes.bus,
      from: geometry.outX + 8,
      to: carries ? geometry.width : (geometry.outputPort ?? geometry.width - 13) + 4,
      since: cell.output,
      carries: wires(
        (line) =>
          line.from === cell.output &&
          (line.to === nextOf(cell.output) || (geometry.outputPort === null && line.to === OUTPUT)),
      ),
    }),
    ends: !carries,
  }
}

const pillOf = ({ geometry, toneOf }: Frame, { squash }: ExposePlan, state: string): PlacedPill | null => {
  const y = geometry.lanes.squash
  if (y === null || !squash) return null
  return {
    id: `pill ${squash.name}`,
    slot: squash.name,
    op: squash.op,
    x: geometry.outX - 17,
    y: y - 9,
    width: 34,
    height: 18,
    tone: toneOf(state),
    since: squash.name,
    carries: [],
  }
}

/** From the conveyor down to the product, through the pill where there is one. */
const branch = (
  frame: Frame,
  { output, squash }: ExposePlan,
  state: string,
  pill: PlacedPill | null,
): readonly PlacedWire[] => {
  const { geometry, toneOf } = frame
  const { lanes, outX } = geometry
  const half = geometry.ribbon / 2
  const top = lanes.expose - half
  const tone = toneOf(state)
  const first = wire({
    id: `${state} branches`,
    from: ribbonId(state),
    to: pill?.id ?? badgeId(output.name),
    points: [
      [outX, lanes.conveyor + half],
      [outX, pill?.y ?? top - 8],
    ],
    tone,
    junction: true,
    since: squash?.name ?? output.name,
    carries: carried(frame, state, squash?.name ?? output.name),
  })
  if (!pill) return [first]
  const second = wire({
    id: `${pill.slot} comes down`,
    from: pill.id,
    to: badgeId(output.name),
    points: [
      [outX, pill.y + pill.height],
      [outX, top - 14],
    ],
    tone,
    since: pill.slot,
    carries: carried(frame, pill.slot, output.name),
  })
  return [first, second]
}

/** The gate comes from its card's top when the product lies above the cards, else from its right side. */
const gateWire = (frame: Frame, { output, gate }: ExposePlan): PlacedWire => {
  const { geometry, leaves, cardOf, column } = frame
  const { lanes, cards, outX } = geometry
  const card = column(cardOf(gate).column)
  const start: PlacedWire['points'] =
    lanes.expose < cards.top
      ? [
          [leaves(gate), cards.top],
          [leaves(gate), lanes.expose],
        ]
      : [[card.x + card.width, lanes.expose]]
  return wire({
    id: `${gate} exposes`,
    from: cardId(cardOf(gate).name),
    to: stripId(output.name, gate),
    points: [...start, [outX - 10, lanes.expose]],
    tone: frame.toneOf(gate),
    since: gate,
    carries: carried(frame, gate, output.name),
  })
}

/** Places output = gate ⊙ squash(state), at the right, and its way down to the bus lane. */
export const placeExposed = (frame: Frame, plan: ExposePlan, state: string): Pieces => {
  const { geometry, toneOf } = frame
  const { lanes, outX } = geometry
  const { output, gate, squash } = plan
  const top = lanes.expose - geometry.ribbon / 2
  const shown = squash?.name ?? state
  const pill = pillOf(frame, plan, state)
  const operand = { operation: output.name, lane: lanes.expose, stroke: 1.25 }
  return {
    pills: pill ? [pill] : [],
    strips: [
      strip(frame, { ...operand, slot: gate, x: outX + PAIR[0], tone: toneOf(gate) }),
      {
        ...strip(frame, { ...operand, slot: shown, x: outX + PAIR[1], tone: toneOf(state) }),
        // Without a pill the strip is the squashing itself.
        carries: pill || !squash ? [] : carried(frame, shown, output.name),
      },
    ],
    badges: [
      badge({
        operation: output.name,
        x: outX,
        y: top - 8,
        r: geometry.badge - 1.5,
        glyph: '×',
        tone: toneOf(output.name),
      }),
    ],
    wires: [
      ...branch(frame, plan, state, pill),
      gateWire(frame, plan),
      wire({
        id: `${output.name} goes out`,
        from: stripId(output.name, shown),
        to: ribbonId(output.name),
        points: [
          [outX, top + geometry.ribbon + 2],
          [outX, lanes.bus],
          [outX + 8, lanes.bus],
        ],
        tone: toneOf(output.name),
        since: output.name,
        carries: [],
      }),
    ],
    ribbons: [goesOut(frame)],
  }
}

/** Places the way out of a card whose value is the output itself. */
export const placeDirect = (frame: Frame, name: string): Pieces => {
  const { geometry, leaves } = frame
  const { lanes, outX, cards } = geometry
  const row = lanes.product + 8
  return {
    wires: [
      wire({
        id: `${name} goes out`,
        from: cardId(name),
        to: ribbonId(name),
        points: [
          [leaves(name), cards.top],
          [leaves(name), row],
          [outX, row],
          [outX, lanes.bus],
          [outX + 8, lanes.bus],
        ],
        tone: 'hidden',
        since: name,
        carries: [],
      }),
    ],
    ribbons: [goesOut(frame)],
  }
}

/**
 * The bus: h_{t−1} and x_t run side by side under the cards, and each card taps them. A gate that acts on
 * the past before the weights stands on the bus as a strip. Peepholes come down from the conveyor.
 */
import type { CardPlan } from './cellPlan.ts'
import { INPUT, previousOf, readingOf } from './graph.ts'
import { gateInside } from './placementCards.ts'
import { badgeId, cardId, ribbonId, stripId, type Frame } from './placementFrame.ts'
import type { Pieces, PlacedBadge, PlacedRibbon, PlacedStrip, PlacedWire } from './placementParts.ts'

type Point = readonly [number, number]

/** Between the strip on the bus and the tap that reads what leaves it. */
const STRIP_TO_TAP = 16

const tapX = ({ geometry, column }: Frame, card: CardPlan): number => {
  const own = column(card.column)
  // A compact card over two columns is tapped at its middle.
  if (card.complement && !geometry.cards.detailed) return column('keep').x + column('keep').width
  return own.x + own.tap
}

const readsPast = (card: CardPlan): boolean =>
  card.affine.some((sum) => sum.args.some((arg) => arg.from !== 'input'))

const affineNames = (card: CardPlan): ReadonlySet<string> => new Set(card.affine.map((sum) => sum.name))

/** The gate of a product before the weights, with the product's place on the bus. */
const gateOnBus = (frame: Frame): { card: CardPlan; gate: string; product: string; x: number } | null => {
  const card = frame.plan.cards.find(({ gatedBefore }) => gatedBefore !== null)
  if (!card?.gatedBefore) return null
  const gate = card.gatedBefore.args.map((arg) => readingOf(frame.cell, arg)).find((arg) => !arg.previous)
  return gate
    ? { card, gate: gate.slot, product: card.gatedBefore.name, x: tapX(frame, card) - STRIP_TO_TAP }
    : null
}

const ribbons = (frame: Frame): readonly PlacedRibbon[] => {
  const { geometry, plan, busEnd, inputTop } = frame
  const { lanes, ribbon } = geometry
  const input: PlacedRibbon = {
    id: ribbonId(INPUT),
    reading: { slot: INPUT, previous: false },
    x: geometry.inputStart,
    y: inputTop,
    width: busEnd - geometry.inputStart,
    height: geometry.inputRibbon,
    ends: true,
    since: INPUT,
    carries: [],
  }
  if (plan.busState === null) return [input]
  const gated = gateOnBus(frame)
  const start = plan.conveyor?.state.name === plan.busState ? geometry.busTap : 0
  const past = previousOf(plan.busState)
  const y = lanes.bus - ribbon / 2
  const end = gated ? gated.x - 4 : busEnd
  const first: PlacedRibbon = {
    id: ribbonId('bus'),
    reading: { slot: plan.busState, previous: true },
    x: start,
    y,
    width: end - start,
    height: ribbon,
    ends: gated === null,
    since: INPUT,
    carries: gated ? frame.wires(({ from, to }) => from === past && to === gated.product) : [],
  }
  if (!gated) return [first, input]
  const second: PlacedRibbon = {
    id: ribbonId(gated.product),
    reading: { slot: gated.product, previous: false },
    x: gated.x + 4,
    y,
    width: busEnd - gated.x - 4,
    height: ribbon,
    ends: true,
    since: gated.product,
    carries: [],
  }
  return [first, second, input]
}

const tap = (frame: Frame, card: CardPlan): PlacedWire => {
  const { geometry, plan, inputTop, wires } = frame
  const x = tapX(frame, card)
  const past = readsPast(card)
  const sums = affineNames(card)
  const inside = new Set(card.slots.map((slot) => slot.name))
  if (card.gatedBefore) inside.delete(card.gatedBefore.name)
  const from = !past ? ribbonId(INPUT) : ribbonId(card.gatedBefore?.name ?? 'bus')
  return {
    id: `tap ${card.name}`,
    from,
    to: cardId(card.name),
    points: [
      [x, past || plan.busState === null ? geometry.lanes.bus - geometry.ribbon / 2 : inputTop],
      [x, geometry.cards.bottom + 1],
    ],
    tone: 'weight',
    junction: true,
    since: card.affine[0]?.name ?? card.name,
    carries: wires((wire) => sums.has(wire.to) && !inside.has(wire.from)),
  }
}

/** A gate's value leaves its card below and enters another card, or the strip on the bus. */
const gateWires = (frame: Frame): readonly PlacedWire[] => {
  const { geometry, column, wires, cardOf, leaves } = frame
  const { bottom } = geometry.cards
  const row = bottom + 7
  const onBus = gateOnBus(frame)
  return frame.plan.cards.flatMap((card): PlacedWire[] => {
    const gate = gateInside(frame, card) ?? (onBus?.card === card ? onBus.gate : null)
    const product = card.gated ?? card.gatedBefore
    if (gate === null || !product) return []
    const into: Point[] = card.gated
      ? [
          [column(card.column).x + geometry.gateIn, row],
          [column(card.column).x + geometry.gateIn, bottom + 1],
        ]
      : [
          [onBus?.x ?? 0, row],
          [onBus?.x ?? 0, geometry.lanes.bus - geometry.ribbon / 2 - 1],
        ]
    return [
      {
        id: `gate ${gate} → ${card.name}`,
        from: cardId(cardOf(gate).name),
        to: card.gated ? cardId(card.name) : stripId(product.name, gate),
        points: [[leaves(gate), bottom], [leaves(gate), row], ...into],
        tone: frame.toneOf(cardOf(gate).name),
        junction: false,
        since: gate,
        carries: wires((wire) => wire.from === gate && wire.to === product.name),
      },
    ]
  })
}

const gateParts = (frame: Frame): { strips: PlacedStrip[]; badges: PlacedBadge[] } => {
  const { geometry, column, toneOf, cardOf } = frame
  const strips: PlacedStrip[] = []
  const badges: PlacedBadge[] = []
  const onBus = gateOnBus(frame)
  const top = geometry.lanes.bus - geometry.ribbon / 2
  if (onBus) {
    const { gate, product, x } = onBus
    const tone = toneOf(cardOf(gate).name)
    strips.push({
      id: stripId(product, gate),
      operation: product,
      reading: { slot: gate, previous: false },
      x: x - 4,
      y: top,
      width: 8,
      height: geometry.ribbon,
      tone,
      stroke: 1.5,
      since: product,
      carries: [],
    })
    const r = geometry.badge * 0.72
    badges.push({
      id: badgeId(product),
      operation: product,
      x,
      y: top - r - 1.5,
      r,
      glyph: '×',
      tone,
      edge: false,
      since: product,
      carries: [],
    })
  }
  if (!geometry.cards.detailed) return { strips, badges }
  for (const card of frame.plan.cards) {
    const gate = gateInside(frame, card)
    if (!card.gated || gate === null) continue
    badges.push({
      id: badgeId(card.gated.name),
      operation: card.gated.name,
      x: column(card.column).x + geometry.gateIn,
      y: geometry.cards.bottom - 1,
      r: 6.5,
      glyph: '×',
      tone: toneOf(cardOf(gate).name),
      edge: true,
      since: card.gated.name,
      carries: [],
    })
  }
  return { strips, badges }
}

/** Places bus, taps, and what acts on the past before a candidate. */
export const placeBus = (frame: Frame): Pieces => {
  const { geometry, plan } = frame
  const { lanes } = geometry
  const half = geometry.ribbon / 2
  const lines: PlacedWire[] = [...plan.cards.map((card) => tap(frame, card)), ...gateWires(frame)]
  if (plan.busState !== null && plan.conveyor?.state.name === plan.busState)
    lines.push({
      id: 'bus',
      from: ribbonId(previousOf(plan.busState)),
      to: ribbonId('bus'),
      points: [
        [geometry.busTap, lanes.conveyor + half],
        [geometry.busTap, lanes.bus - half],
      ],
      tone: 'hidden',
      junction: true,
      since: INPUT,
      carries: [],
    })
  return { ribbons: ribbons(frame), wires: lines, ...gateParts(frame) }
}

/** Cards: a learned equation stands in its role's column, with everything of it inside. */
import type { CardPlan } from './cellPlan.ts'
import { readingOf } from './graph.ts'
import { cardId, complementOf, type Frame } from './placementFrame.ts'
import type { CardColumn, Pieces, PlacedCard, PlacedComplement } from './placementParts.ts'

type Values = Extract<CardColumn, { kind: 'values' }>

/** The gate that acts inside a card, e.g. r in r ⊙ (U h₋ + b). */
export const gateInside = ({ cell }: Frame, card: CardPlan): string | null =>
  card.gated?.args
    .map((arg) => readingOf(cell, arg).slot)
    .find((name) => card.affine.every((sum) => sum.name !== name)) ?? null

/** Left edge and width of a card's column of values; a card spanning two columns has it in its role's. */
const valueColumn = ({ geometry, column }: Frame, role: CardPlan['column']): { x: number; width: number } => {
  const { x, out } = column(role)
  return geometry.cards.detailed ? { x: x + 70.5, width: 8 } : { x: x + out - 3.5, width: 7 }
}

/** Weights, pre-activation, curve and value, all rows aligned. */
const columnsOf = (frame: Frame, card: CardPlan): readonly CardColumn[] => {
  const { detailed } = frame.geometry.cards
  const left = frame.column(card.column).x
  const value: Values = {
    kind: 'values',
    slot: card.name,
    ...valueColumn(frame, card.column),
    scale: 'value',
    tone: frame.toneOf(card.name),
  }
  const preActivation: Values | null =
    card.preActivation === null
      ? null
      : {
          kind: 'values',
          slot: card.preActivation,
          x: detailed ? left + (card.gated ? 56.5 : 56) : value.x - 18,
          width: detailed ? 4 : 5,
          scale: 'pre-activation',
          tone: 'muted',
        }
  const curve: CardColumn | null = card.activation && {
    kind: 'curve',
    slot: card.name,
    x: value.x - (detailed ? 5.2 : 6.4),
    op: card.activation.op,
  }
  const after = [preActivation, curve, value].filter((part) => part !== null)
  if (!detailed) return after
  const gate = gateInside(frame, card)
  const input = card.affine.find((sum) => sum.args.every((arg) => arg.from === 'input'))
  const past = card.affine.find((sum) => sum !== input)
  if (gate !== null && input && past)
    return [
      { kind: 'weights', slot: past.name, x: left + 6, width: 27.6, tensors: past.weights },
      {
        kind: 'values',
        slot: gate,
        x: left + 36.5,
        width: 4,
        scale: 'value',
        tone: frame.toneOf(frame.cardOf(gate).name),
      },
      { kind: 'weights', slot: input.name, x: left + 44, width: 9.7, tensors: input.weights },
      ...after,
    ]
  // The past stands left of the input, as in [h_{t−1}, x_t].
  const tensors = card.affine.flatMap((sum) => sum.weights.toReversed())
  return [
    { kind: 'weights', slot: card.affine[0]?.name ?? card.name, x: left + 8, width: 43.6, tensors },
    ...after,
  ]
}

const complementIn = (frame: Frame, card: CardPlan): PlacedComplement | null => {
  if (!card.complement) return null
  const role = complementOf(card.column)
  const value = valueColumn(frame, card.column)
  const own = valueColumn(frame, role)
  const { cards } = frame.geometry
  const column = frame.column(role)
  const toRight = own.x > value.x
  return {
    slot: card.complement.name,
    of: card.name,
    tone: role,
    ...own,
    labelX: column.x + (cards.detailed ? 32 : column.tap - 12),
    labelAnchor: 'start',
    // From the value to its complement; leftwards it starts at the weights, which the link may not cross.
    link: toRight
      ? [value.x + value.width + 4, cards.detailed ? own.x - 4 : column.x + column.tap - 18]
      : [own.x + own.width + 4, frame.column(card.column).x + (cards.detailed ? 4 : column.tap - 18)],
  }
}

const placeCard = (frame: Frame, card: CardPlan): PlacedCard => {
  const { geometry, column, wires } = frame
  const { top, bottom, body, detailed } = geometry.cards
  const first = column(card.complement ? 'keep' : card.column)
  const last = column(card.complement ? 'write' : card.column)
  const held = new Set(
    [...card.slots, ...(card.complement ? [card.complement] : [])].map((slot) => slot.name),
  )
  // A product with a gate before the weights stands on the bus, not in the card.
  if (card.gatedBefore) held.delete(card.gatedBefore.name)
  return {
    id: cardId(card.name),
    name: card.name,
    tone: frame.toneOf(card.name),
    x: first.x,
    y: top,
    width: last.x + last.width - first.x,
    height: bottom - top,
    body: detailed ? top + 22 : top + (bottom - top - body) / 2 + 0.5,
    titleX: column(card.column).x + 8,
    titleAnchor: 'start',
    columns: columnsOf(frame, card),
    complement: complementIn(frame, card),
    since: card.name,
    carries: wires(({ from, to }) => held.has(from) && held.has(to)),
  }
}

export const placeCards = (frame: Frame): Pieces => ({
  cards: frame.plan.cards.map((card) => placeCard(frame, card)),
})

/** Symbols on ribbons and wires: c_{t−1}, f·c_{t−1}, i·g, c_t, h_{t−1}, h_t. */
import { gateInside } from './placementCards.ts'
import type { Frame } from './placementFrame.ts'
import type { PlacedLabel } from './placementParts.ts'

type Label = Omit<PlacedLabel, 'anchor' | 'size' | 'time'> & Partial<PlacedLabel>

const label = (part: Label): PlacedLabel => ({ anchor: 'start', size: 13, time: null, ...part })

const stateLabels = (frame: Frame): readonly PlacedLabel[] => {
  const { plan, geometry, leaves, toneOf } = frame
  if (!plan.conveyor) return []
  const { state, kept, keeper, written, writer, candidate } = plan.conveyor
  const y = geometry.lanes.conveyor
  const half = geometry.ribbon / 2
  const tone = toneOf(state.name)
  const past = { symbol: state.name, time: 't−1', tone, since: 'x' } as const
  if (geometry.labels === 'ends') return [label({ ...past, x: 6, y: y - half - 5, size: 12 })]
  const keepX = leaves(keeper)
  const sumX = (leaves(writer) + leaves(candidate)) / 2
  const muted = { anchor: 'middle', tone: 'muted', size: 12 } as const
  return [
    label({ ...past, x: 8, y: y - half - 6 }),
    label({ ...muted, symbol: kept.name, since: kept.name, x: (keepX + sumX) / 2 - 2, y: y - half - 7 }),
    label({
      ...muted,
      anchor: 'start',
      symbol: written.name,
      since: written.name,
      x: sumX + 9,
      y: y + half + 16,
    }),
    label({
      symbol: state.name,
      time: 't',
      tone,
      since: state.name,
      anchor: 'middle',
      x: plan.expose ? geometry.outX - 26 : geometry.width - 34,
      y: y - half - 6,
    }),
  ]
}

const busLabels = (frame: Frame): readonly PlacedLabel[] => {
  const { plan, geometry, column, cell, busEnd } = frame
  const { bus } = geometry.lanes
  const half = geometry.ribbon / 2
  const ends = geometry.labels === 'ends'
  const found: PlacedLabel[] = []
  const shared = plan.conveyor?.state.name === plan.busState
  // On a narrow pane the wire from the conveyor says enough.
  if (plan.busState !== null && !(shared && ends))
    found.push(
      label({
        symbol: plan.busState,
        time: 't−1',
        tone: 'hidden',
        since: 'x',
        x: shared ? geometry.busTap + 6 : ends ? 3 : 8,
        y: bus - half - (shared || ends ? 4 : 6),
        size: shared || ends ? 12 : 13,
      }),
    )
  if (ends) return found
  if (plan.expose || plan.direct)
    found.push(
      label({
        symbol: cell.output,
        time: 't',
        tone: 'hidden',
        since: cell.output,
        anchor: 'end',
        x: geometry.width - 8,
        y: bus + half + 14,
      }),
    )
  for (const card of plan.cards) {
    const gate = gateInside(frame, card)
    if (gate !== null) {
      const from = column(frame.cardOf(gate).column)
      found.push(
        label({
          symbol: gate,
          tone: frame.toneOf(gate),
          since: gate,
          x: from.x + from.width + 10,
          y: geometry.cards.bottom + 19,
          size: 12,
        }),
      )
    }
    if (card.gatedBefore)
      found.push(
        label({
          symbol: card.gatedBefore.name,
          tone: 'muted',
          since: card.gatedBefore.name,
          x: busEnd + 8,
          y: bus + 4,
          size: 12,
        }),
      )
  }
  return found
}

export const placeLabels = (frame: Frame): readonly PlacedLabel[] =>
  frame.geometry.labels === 'none' ? [] : [...stateLabels(frame), ...busLabels(frame)]

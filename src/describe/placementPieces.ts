/** Small makers of placed parts, shared by the rules. */
import { badgeId, stripId, type Frame } from './placementFrame.ts'
import type { PartTone, PlacedBadge, PlacedRibbon, PlacedStrip, PlacedWire } from './placementParts.ts'

/** Half the width of a strip that stands on a ribbon. */
export const HALF_STRIP = 4

/** Left edges of two operands side by side, from the middle between them. */
export const PAIR = [-10, 2] as const

/** The graph's wires from one node to another. */
export const carried = (frame: Frame, from: string, to: string): readonly string[] =>
  frame.wires((line) => line.from === from && line.to === to)

/** A wire without a junction, unless told. */
export const wire = (part: Omit<PlacedWire, 'junction'> & { readonly junction?: boolean }): PlacedWire => ({
  junction: false,
  ...part,
})

interface Stretch extends Pick<PlacedRibbon, 'id' | 'reading' | 'carries' | 'since'> {
  readonly lane: number
  readonly from: number
  readonly to: number
}

/** A ribbon on a lane, open at its right end. */
export const ribbon = (frame: Frame, { lane, from, to, ...part }: Stretch): PlacedRibbon => ({
  ...part,
  ends: false,
  x: from,
  y: lane - frame.geometry.ribbon / 2,
  width: to - from,
  height: frame.geometry.ribbon,
})

interface Operand {
  readonly operation: string
  readonly slot: string
  readonly x: number
  readonly lane: number
  readonly tone: PartTone
  readonly stroke: number
}

/** An operand's strip at an operation, its middle on a lane. */
export const strip = (frame: Frame, { operation, slot, x, lane, tone, stroke }: Operand): PlacedStrip => ({
  id: stripId(operation, slot),
  operation,
  reading: { slot, previous: false },
  x,
  y: lane - frame.geometry.ribbon / 2,
  width: 2 * HALF_STRIP,
  height: frame.geometry.ribbon,
  tone,
  stroke,
  since: operation,
  carries: [],
})

type Mark = Pick<PlacedBadge, 'operation' | 'x' | 'y' | 'r' | 'glyph' | 'tone'> & { readonly edge?: boolean }

/** The badge of an operation. */
export const badge = (part: Mark): PlacedBadge => ({
  edge: false,
  ...part,
  id: badgeId(part.operation),
  since: part.operation,
  carries: [],
})

/** The tone of a value that leaves a card; a complement has the tone of what it does. */
export const toneOfValue = (frame: Frame, value: string): PartTone => {
  const card = frame.cardOf(value)
  if (card.name === value) return frame.toneOf(value)
  return card.column === 'keep' ? 'write' : 'keep'
}

/**
 * The parts of a cell that the keyboard reaches: one an equation. A learned equation is its card; a
 * named complement its column in the card; a state is the operation that makes it.
 */
import type { Placement, Rectangle } from '../../describe/placementParts.ts'

export interface Stop {
  /** The equation that it selects. */
  readonly name: string
  /** What can be pressed: at least 24 px wide and high. */
  readonly area: Rectangle
  readonly kind: 'card' | 'part'
}

const LEAST = 24

const around = ({ x, y, width, height }: Rectangle): Rectangle => {
  const wide = Math.max(LEAST, width)
  const high = Math.max(LEAST, height)
  return { x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high }
}

const union = (boxes: readonly Rectangle[]): Rectangle => {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

/** The stops in the order of the equations. */
export const stopsOf = ({ cell, cards, strips }: Placement): readonly Stop[] =>
  Object.keys(cell.equations).flatMap((name): Stop[] => {
    const card = cards.find((candidate) => candidate.name === name)
    if (card) return [{ name, area: around(card), kind: 'card' }]
    const holder = cards.find(({ complement }) => complement?.slot === name)
    if (holder?.complement) {
      const { x, width } = holder.complement
      return [{ name, area: around({ x, width, y: holder.y, height: holder.height }), kind: 'part' }]
    }
    const own = strips.filter(({ operation }) => operation === name)
    return own.length > 0 ? [{ name, area: around(union(own)), kind: 'part' }] : []
  })

/** The stop `by` places after (or before) the one called `from`, without going round. */
export const stopAfter = (stops: readonly Stop[], from: string, by: 1 | -1): string | null =>
  stops[stops.findIndex(({ name }) => name === from) + by]?.name ?? null

/**
 * The picture of a cell that computes from right to left: what comes in stands at the right, what goes on at
 * the left, and the carried value is that of step t + 1. Heights stay; inside a card the columns turn as
 * well, so that every wire still ends where its value is; words stay readable.
 */
import type { AnatomyGeometry } from './geometry.ts'
import type { Placement, Rectangle } from './placementParts.ts'

/** An anchor of words on the other side. */
const ANCHORS = { start: 'end', middle: 'middle', end: 'start' } as const

/** From the edge of a card to words that end there, px. */
const INSET = 8

interface Words {
  readonly x: number
  readonly anchor: keyof typeof ANCHORS
  readonly time: string | null
}

interface Turning {
  readonly x: (x: number) => number
  readonly box: <B extends Rectangle>(part: B) => B
  readonly point: (point: readonly [number, number]) => readonly [number, number]
  /** Words keep reading from left to right, and speak of step t + 1 for t − 1. */
  readonly words: <W extends Words>(part: W) => W
}

/** What turning does to the parts of a pane of some width. */
export const turningIn = (width: number): Turning => ({
  x: (x) => width - x,
  box: (part) => ({ ...part, x: width - part.x - part.width }),
  point: ([x, y]) => [width - x, y],
  words: (part) => ({
    ...part,
    x: width - part.x,
    anchor: ANCHORS[part.anchor],
    time: part.time === 't−1' ? 't+1' : part.time,
  }),
})

const known = new WeakMap<Placement, Placement>()

const turn = (placement: Placement): Placement => {
  const { width } = placement.geometry
  const { x, box, point, words } = turningIn(width)
  return {
    ...placement,
    before: 't+1',
    cards: placement.cards.map((card) => {
      const { complement } = card
      const own = box(card)
      // Without weights the words stand beside the columns, not above them.
      const isBeside = !placement.geometry.cards.detailed
      const inset = card.titleX - card.x
      const labelAnchor = isBeside ? 'end' : 'start'
      const columns = card.columns.map((column) =>
        column.kind === 'curve'
          ? { ...column, x: width - column.x }
          : { ...column, x: width - column.x - column.width },
      )
      // A complement has come to stand where the card's name was: the name goes with the value it is of.
      const valueX = complement ? Math.min(...columns.map(({ x }) => x)) : own.x + inset
      // Where that is at the right, it ends there, however long it is.
      const isRight = !isBeside && valueX > own.x + inset
      return {
        ...own,
        titleAnchor: isRight ? 'end' : labelAnchor,
        titleX: isBeside ? width - card.titleX : isRight ? own.x + own.width - INSET : valueX,
        columns,
        complement: complement && {
          ...complement,
          x: width - complement.x - complement.width,
          labelAnchor,
          labelX: isBeside ? width - complement.labelX : own.x + inset,
          link: [width - complement.link[1], width - complement.link[0]],
        },
      }
    }),
    strips: placement.strips.map(box),
    pills: placement.pills.map(box),
    badges: placement.badges.map((badge) => ({ ...badge, x: x(badge.x) })),
    ribbons: placement.ribbons.map(box),
    wires: placement.wires.map((wire) => ({
      ...wire,
      points: wire.points.map(point),
    })),
    labels: placement.labels.map(words),
    concat: placement.concat && { ...placement.concat, x: width - placement.concat.x },
    ports: placement.ports.map(box),
  }
}

const turnedGeometries = new WeakMap<AnatomyGeometry, AnatomyGeometry>()
const forwardGeometries = new WeakMap<AnatomyGeometry, AnatomyGeometry>()

/** The pane of a reversed direction: its ports at the other side. The same geometry gives the same object. */
export const turnedGeometry = (geometry: AnatomyGeometry): AnatomyGeometry => {
  const { width, inputPort, outputPort } = geometry
  const turned = turnedGeometries.get(geometry) ?? {
    ...geometry,
    inputPort: width - inputPort,
    outputPort: outputPort === null ? null : width - outputPort,
  }
  turnedGeometries.set(geometry, turned)
  forwardGeometries.set(turned, geometry)
  return turned
}

/** The pane that a turned one was made of; null for one that runs from left to right. */
export const forwardOf = (geometry: AnatomyGeometry): AnatomyGeometry | null =>
  forwardGeometries.get(geometry) ?? null

/** A placement for a reversed direction. The same placement gives the same object. */
export const mirrored = (placement: Placement): Placement => {
  const turned = known.get(placement) ?? turn(placement)
  known.set(placement, turned)
  return turned
}

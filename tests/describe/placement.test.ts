/** Placement by rule: the design's coordinates for RNN, LSTM and GRU, and for every cell no overlap and no loose end. */
import { describe, expect, it } from 'vitest'
import { cellOf, cells, type Cell } from '../../src/engine/index.ts'
import { geometries, type AnatomyGeometry } from '../../src/describe/geometry.ts'
import { place } from '../../src/describe/placement.ts'
import type { Placement, Rectangle } from '../../src/describe/placementParts.ts'

/** The design's unit of length in the single pane. */
const U = 20

type Box = Rectangle & { readonly id: string }

const boxesOf = ({ cards, strips, pills, badges }: Placement): readonly Box[] => [
  ...cards,
  ...strips.map((strip) => ({
    ...strip,
    x: strip.x - 1,
    y: strip.y - 1,
    width: strip.width + 2,
    height: strip.height + 2,
  })),
  ...pills,
  // A badge on a card's edge stands there on purpose: it says what happens to the value that comes in.
  ...badges
    .filter(({ edge }) => !edge)
    .map(({ id, x, y, r }) => ({ id, x: x - r, y: y - r, width: 2 * r, height: 2 * r })),
]

const anchorsOf = (placement: Placement): ReadonlyMap<string, Box> =>
  new Map([...boxesOf(placement), ...placement.ribbons, ...placement.ports].map((box) => [box.id, box]))

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const distance = (box: Rectangle, [x, y]: readonly [number, number]): number =>
  Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height))

/** The badge stands right on top of its strips: they touch, as in the design. */
const sameOperation = (placement: Placement, a: Box, b: Box): boolean => {
  const operations = [a, b].map(
    ({ id }) =>
      placement.strips.find((strip) => strip.id === id)?.operation ??
      placement.badges.find((badge) => badge.id === id)?.operation,
  )
  return operations[0] !== undefined && operations[0] === operations[1]
}

const everyPane = cells.flatMap((cell) =>
  Object.values(geometries).map((geometry): [string, string, Cell, AnatomyGeometry] => [
    cell.id,
    geometry.name,
    cell,
    geometry,
  ]),
)

describe.each(everyPane)('%s in the pane "%s"', (_id, _pane, cell, geometry) => {
  const placement = place(cell, geometry)

  it('draws the value of every slot, save those that a compact card or a peephole holds', () => {
    const drawn = new Set([
      ...placement.cards.flatMap((card) => [
        ...card.columns.flatMap((column) => (column.kind === 'curve' ? [] : [column.slot])),
        ...(card.complement ? [card.complement.slot] : []),
      ]),
      ...[...placement.strips, ...placement.ribbons].map(({ reading }) => reading.slot),
    ])
    const hidden = cell.flat.single.slots.filter(({ name }) => !drawn.has(name))
    for (const slot of hidden) {
      // Parts of a pre-activation that is itself drawn: a weighted sum, a peephole, r ⊙ (U h₋ + b).
      expect(['affine', 'diagonal', 'multiply', 'add']).toContain(slot.op)
      expect(slot.named).toBe(false)
      const sum = cell.flat.single.slots.find(({ name }) => name === `a_${slot.equation}`)
      expect(drawn).toContain(sum?.name)
    }
  })

  it('has no two boxes on top of each other, and all of them inside the pane', () => {
    const boxes = boxesOf(placement)
    expect(new Set(boxes.map(({ id }) => id)).size).toBe(boxes.length)
    boxes.forEach((a, k) => {
      expect(a.x).toBeGreaterThanOrEqual(0)
      expect(a.x + a.width).toBeLessThanOrEqual(geometry.width)
      for (const b of boxes.slice(k + 1))
        if (overlap(a, b) && !sameOperation(placement, a, b)) expect.fail(`${a.id} and ${b.id} overlap`)
    })
  })

  it('keeps ribbons of one lane apart', () => {
    const { ribbons } = placement
    ribbons.forEach((a, k) => {
      expect(a.width).toBeGreaterThan(0)
      for (const b of ribbons.slice(k + 1)) if (overlap(a, b)) expect.fail(`${a.id} and ${b.id} overlap`)
    })
  })

  it('ends every wire on the parts that it names', () => {
    const anchors = anchorsOf(placement)
    for (const wire of placement.wires) {
      const ends = [
        [wire.from, wire.points[0]],
        [wire.to, wire.points.at(-1)],
      ] as const
      for (const [id, point] of ends) {
        const box = anchors.get(id)
        expect(box, `${wire.id} ends at "${id}"`).toBeDefined()
        expect(distance(box!, point!), `${wire.id} at "${id}"`).toBeLessThanOrEqual(2.5)
      }
    }
  })

  it('keeps the wires between operations off the cards, save those that they serve', () => {
    const crossings = placement.wires.flatMap((wire) =>
      wire.points.slice(1).flatMap((end, k) => {
        const start = wire.points[k]!
        const line = {
          x: Math.min(start[0], end[0]),
          y: Math.min(start[1], end[1]),
          width: Math.abs(end[0] - start[0]) || 0.1,
          height: Math.abs(end[1] - start[1]) || 0.1,
        }
        return placement.cards
          .filter((card) => card.id !== wire.from && card.id !== wire.to && overlap(line, card))
          .map((card) => `${wire.id} crosses ${card.id}`)
      }),
    )
    expect(crossings).toEqual([])
  })
})

const round = (v: number): number => Math.round(v * 1e9) / 1e9

/** Middle of a strip's width and height, in units. */
const middle = (placement: Placement, operation: string, slot: string): readonly number[] => {
  const strip = placement.strips.find((s) => s.operation === operation && s.reading.slot === slot)!
  return [(strip.x + strip.width / 2) / U, (strip.y + strip.height / 2) / U].map(round)
}

const corners = (placement: Placement, id: string): readonly (readonly number[])[] =>
  placement.wires.find((wire) => wire.id === id)!.points.map(([x, y]) => [round(x / U), round(y / U)])

const cardLefts = (placement: Placement): Readonly<Record<string, number>> =>
  Object.fromEntries(placement.cards.map(({ name, x }) => [name, x / U]))

describe('the coordinates of the design', () => {
  it('are those of the LSTM', () => {
    const lstm = place(cellOf('lstm'), geometries.single)
    expect(cardLefts(lstm)).toEqual({ f: 3.7, i: 8.3, g: 12.9, o: 17.5 })
    for (const card of lstm.cards) {
      expect([card.y / U, (card.y + card.height) / U]).toEqual([9.2, 12.5])
      expect(card.width / U).toBe(4.2)
    }
    expect(middle(lstm, 'f*c_prev', 'f')).toEqual([7.4, 4.2])
    expect(middle(lstm, 'c', 'i*g')).toEqual([14.3, 4.2])
    // The pair's strips stand 6 px left and right of its middle.
    expect(middle(lstm, 'i*g', 'i')).toEqual([14, 7.5])
    expect(middle(lstm, 'i*g', 'g')).toEqual([14.6, 7.5])
    expect(corners(lstm, 'i rises').slice(0, 2)).toEqual([
      [12, 9.2],
      [12, 7.5],
    ])
    expect(corners(lstm, 'g rises')[0]).toEqual([16.6, 9.2])
    const [tanh] = lstm.pills
    expect([(tanh!.x + tanh!.width / 2) / U, (tanh!.y + tanh!.height / 2) / U]).toEqual([23.2, 6.2])
    expect(middle(lstm, 'h', 'o')[1]).toBe(8.5)
    expect(corners(lstm, 'c branches')[0]).toEqual([23.2, 5])
    expect(corners(lstm, 'h goes out').slice(1)).toEqual([
      [23.2, 14.6],
      [23.6, 14.6],
    ])
    expect(corners(lstm, 'output')[0]![0]).toBe(24.35)
    expect(corners(lstm, 'tap f')[0]![0]).toBe(3.7 + 1.5)
    expect(corners(lstm, 'input')[0]![0]).toBe(2.4)
  })

  it('are those of the GRU, reset after', () => {
    const gru = place(cellOf('gru'), geometries.single)
    expect(cardLefts(gru)).toEqual({ r: 3.7, z: 8.3, n: 17.5 })
    const z = gru.cards.find(({ name }) => name === 'z')!
    expect((z.x + z.width) / U).toBeCloseTo(12.9 + 4.2, 12)
    expect(z.complement).toMatchObject({ slot: '1-z', tone: 'write', x: 12.9 * U + 70.5 })
    expect(middle(gru, 'z*h_prev', 'z')).toEqual([12, 4.2])
    expect(middle(gru, '(1-z)*n', '1-z')[0]).toBeCloseTo(18.9 - 0.3, 12)
    expect(middle(gru, 'h', '(1-z)*n')).toEqual([18.9, 4.2])
    expect(corners(gru, '1-z rises')[0]).toEqual([16.6, 9.2])
    expect(corners(gru, 'n rises')[0]).toEqual([21.2, 9.2])
    expect(corners(gru, 'bus')[0]).toEqual([0.7, 5])
    // r leaves its card at +73.5, runs at 257 and enters n from below at +38.5.
    expect(gru.wires.find(({ id }) => id === 'gate r → n')!.points).toEqual([
      [74 + 73.5, 250],
      [74 + 73.5, 257],
      [350 + 38.5, 257],
      [350 + 38.5, 251],
    ])
    expect(gru.wires.find(({ id }) => id === 'tap n')!.points[0]![0]).toBe(350 + 19)
    const n = gru.cards.find(({ name }) => name === 'n')!
    expect(n.columns.map(({ kind, slot, x }) => [kind, slot, round(x - n.x)])).toEqual([
      ['weights', 'a_n.h', 6],
      ['values', 'r', 36.5],
      ['weights', 'a_n.x', 44],
      ['values', 'a_n', 56.5],
      ['curve', 'n', 65.3],
      ['values', 'n', 70.5],
    ])
    expect(gru.badges.find(({ edge }) => edge)).toMatchObject({ x: 350 + 38.5, y: 249, r: 6.5 })
    expect(corners(gru, 'output')[0]).toEqual([24.35, 3.4])
  })

  it('put the reset gate on the bus when it acts before the product', () => {
    const before = place(cellOf('gru-reset-before'), geometries.single)
    const n = before.cards.find(({ name }) => name === 'n')!
    expect(n.columns.filter(({ kind }) => kind === 'weights')).toHaveLength(1)
    const strip = before.strips.find(({ operation }) => operation === 'r*h_prev')!
    const tap = before.wires.find(({ id }) => id === 'tap n')!
    expect(strip.y + strip.height / 2).toBe(geometries.single.lanes.bus)
    expect(strip.x).toBeLessThan(tap.points[0]![0])
    expect(tap.from).toBe('ribbon r*h_prev')
  })

  it('are those of the RNN', () => {
    const rnn = place(cellOf('rnn'), geometries.single)
    expect(cardLefts(rnn)).toEqual({ h: 12.9 })
    expect(rnn.without).toBe('conveyor')
    expect(corners(rnn, 'h goes out')).toEqual([
      [16.6, 9.2],
      [16.6, 7.9],
      [23.2, 7.9],
      [23.2, 14.6],
      [23.6, 14.6],
    ])
  })

  it('align jobs by column in Compare', () => {
    const left = (id: string, name: string) =>
      place(cellOf(id), geometries.compare).cards.find((card) => card.name === name)!.x
    expect([
      left('gru', 'r'),
      left('lstm', 'f'),
      left('lstm', 'i'),
      left('lstm', 'g'),
      left('lstm', 'o'),
    ]).toEqual([18, 96, 186, 276, 366])
    expect(left('gru', 'z')).toBe(left('lstm', 'f'))
    expect(left('gru', 'n')).toBe(left('lstm', 'g'))
    expect(left('rnn', 'h')).toBe(left('lstm', 'g'))
  })
})

it('says concat only where an input wire comes in from below', () => {
  const lstm = cellOf('lstm')
  expect(place(lstm, geometries.single).concat).toMatchObject({ carry: 'h' })
  expect(place(lstm, geometries.folded).concat).toBeNull()
  expect(place(cellOf('feedforward'), geometries.single).concat).toMatchObject({ carry: null })
})

it('refuses a form that no rule places, and names what is left over', () => {
  const lstm = cellOf('lstm')
  const slots = lstm.flat.single.slots.map((slot) =>
    slot.name === 'c' ? { ...slot, op: 'multiply' as const } : slot,
  )
  const odd: Cell = { ...lstm, flat: { ...lstm.flat, single: { ...lstm.flat.single, slots } } }
  expect(() => place(odd, geometries.single)).toThrow(/Cell "lstm".*"f\*c_prev".*besides/)
})

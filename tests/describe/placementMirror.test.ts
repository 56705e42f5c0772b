/** The pane of a reversed direction: everything of the forward one, turned, and nothing comes apart. */
import { describe, expect, test } from 'vitest'
import { geometries } from '../../src/describe/geometry.ts'
import { place } from '../../src/describe/placement.ts'
import { mirrored } from '../../src/describe/placementMirror.ts'
import { cells } from '../../src/engine/index.ts'

const panes = cells.flatMap((cell) =>
  Object.values(geometries).map((geometry) => [cell.id, geometry.name, place(cell, geometry)] as const),
)

describe.each(panes)('%s in the pane "%s"', (_, _pane, placement) => {
  const { width } = placement.geometry
  const turned = mirrored(placement)

  test('wires end at the same parts as before, and those are where the wire is', () => {
    const boxesOf = (of: typeof placement) =>
      new Map(
        [...of.cards, ...of.strips, ...of.pills, ...of.ribbons, ...of.ports].map((box) => [box.id, box]),
      )
    const [before, after] = [boxesOf(placement), boxesOf(turned)]
    const gap = (box: { x: number; width: number } | undefined, x: number): number | null =>
      box ? Math.max(box.x - x, 0, x - box.x - box.width) : null
    placement.wires.forEach((wire, k) => {
      const own = turned.wires[k]!
      expect(own.from).toBe(wire.from)
      for (const [end, part] of [
        [0, wire.from],
        [-1, wire.to],
      ] as const)
        expect(gap(after.get(part), own.points.at(end)![0])).toBeCloseTo(
          gap(before.get(part), wire.points.at(end)![0]) ?? 0,
          9,
        )
    })
  })

  test('cards keep their columns within them, and all stays inside the pane', () => {
    for (const card of turned.cards) {
      for (const column of card.columns) {
        expect(column.x).toBeGreaterThanOrEqual(card.x - 1)
        expect(column.x + (column.kind === 'curve' ? 0 : column.width)).toBeLessThanOrEqual(
          card.x + card.width + 1,
        )
      }
      expect(card.x).toBeGreaterThanOrEqual(0)
      expect(card.x + card.width).toBeLessThanOrEqual(width)
      expect(card.titleX).toBeGreaterThanOrEqual(card.x)
    }
  })

  test('what comes in is of step t + 1', () => {
    expect(turned.before).toBe('t+1')
    expect(turned.labels.some(({ time }) => time === 't−1')).toBe(false)
    expect(turned.labels.map(({ symbol }) => symbol)).toEqual(placement.labels.map(({ symbol }) => symbol))
  })

  test('turning keeps the numbers that the parts show, and the same object for the same placement', () => {
    expect(turned.strips.map(({ reading }) => reading)).toEqual(
      placement.strips.map(({ reading }) => reading),
    )
    expect(mirrored(placement)).toBe(turned)
  })
})

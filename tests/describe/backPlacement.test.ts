/** The picture read backward: every wire turned round, sums and forks exchanged, nothing outside the pane. */
import { describe, expect, it } from 'vitest'
import { placeBack } from '../../src/describe/backPlacement.ts'
import { backPhaseOf, backPhases } from '../../src/describe/backPhases.ts'
import { geometries } from '../../src/describe/geometry.ts'
import { place } from '../../src/describe/placement.ts'
import { turnedGeometry } from '../../src/describe/placementMirror.ts'
import { cellOf, cells } from '../../src/engine/index.ts'

const panes = cells.flatMap((cell) =>
  [geometries.single, geometries.mobile].flatMap((geometry) => [
    { name: `${cell.id}, ${geometry.name}`, cell, geometry },
    { name: `${cell.id} reversed, ${geometry.name}`, cell, geometry: turnedGeometry(geometry) },
  ]),
)

describe.each(panes)('$name', ({ cell, geometry }) => {
  const back = placeBack(cell, geometry)
  const forward = place(cell, geometry)

  it('turns every wire of the cell round, and none of the input', () => {
    const own = forward.wires.filter(({ from }) => from !== 'port x' && from !== 'ribbon x')
    expect(back.wires.map(({ id }) => id)).toEqual(own.map(({ id }) => id))
    for (const [k, wire] of back.wires.entries()) {
      expect(wire.points[0]).toEqual(own[k]!.points.at(-1))
      expect(Math.hypot(...wire.towards)).toBeCloseTo(1)
      for (const [x, y] of wire.points) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(geometry.width)
        expect(y).toBeGreaterThanOrEqual(0)
      }
    }
  })

  it('shows only gradients of slots that the cell has, and covers the ribbons', () => {
    const names = new Set(cell.flat.single.slots.map(({ name }) => name))
    for (const { what } of [...back.ribbons, ...back.joins]) expect(names.has(what.slot)).toBe(true)
    for (const ribbon of back.ribbons) expect(ribbon.width).toBeGreaterThan(0)
    expect(back.ribbons.some(({ what }) => what.kind === 'gradient')).toBe(true)
    const sent = back.ribbons.filter(({ what }) => what.kind === 'sent').map(({ what }) => what.slot)
    expect(new Set(sent)).toEqual(new Set(cell.carry))
  })

  it('knows each gradient in the phase that made its value, and the whole in six', () => {
    expect(backPhases(cell)).toHaveLength(6)
    for (const { since } of [...back.wires, ...back.ribbons])
      expect(backPhaseOf(cell, since)).toBeGreaterThanOrEqual(1)
  })
})

it('puts the + of the LSTM where c forks to h, and its strip there', () => {
  const back = placeBack(cellOf('lstm'), geometries.single)
  const plus = back.badges.filter(({ glyph }) => glyph === '+')
  expect(plus.map(({ operation, x }) => [operation, x])).toEqual([
    ['c', 464],
    ['h', 487],
  ])
  expect(back.joins).toMatchObject([{ what: { kind: 'local', slot: 'c' }, x: 460 }])
  // The forward sum, i ⊙ g into c, hands its gradient on as it is.
  expect(back.factors.map(({ operation }) => operation)).not.toContain('c')
})

it('joins what z keeps and what the gates send where h of the GRU forks to the bus', () => {
  const back = placeBack(cellOf('gru'), geometries.single)
  expect(back.ribbons.map(({ what }) => what.kind)).toEqual(
    expect.arrayContaining(['sent', 'kept', 'through', 'gradient', 'arrives']),
  )
})

it.each(cells.map((cell) => [cell.id, cell] as const))(
  'of a reversed %s sends gradients to the right, to step t + 1',
  (_id, cell) => {
    const geometry = geometries.single
    const [back, turned] = [placeBack(cell, geometry), placeBack(cell, turnedGeometry(geometry))]
    expect(placeBack(cell, turnedGeometry(geometry))).toBe(turned)
    for (const [k, { x, width, what }] of turned.ribbons.entries()) {
      const own = back.ribbons[k]!
      expect(x + width).toBeCloseTo(geometry.width - own.x)
      expect(what).toBe(own.what)
    }
    for (const [k, { towards }] of turned.wires.entries()) {
      const [dx, dy] = back.wires[k]!.towards
      expect(towards[0]).toBeCloseTo(-dx)
      expect(towards[1]).toBe(dy)
    }
    const times = (labels: typeof back.labels): string[] => [...new Set(labels.map(({ time }) => time))]
    expect(times(turned.labels)).toEqual(times(back.labels).map((time) => (time === 't' ? 't' : 't+1')))
    if (cell.carry.length > 0) expect(times(turned.labels)).toContain('t+1')
  },
)

/** The map of a network: layers from the bottom up, nothing overlaps, every row can be pressed. */
import { expect, test } from 'vitest'
import { buildNetwork, type LayerSpec } from '../../../src/engine/index.ts'
import { BETWEEN, hasMap, mapGeometry, partAt, ROW } from '../../../src/panels/network/mapGeometry.ts'

const built = (directions: readonly LayerSpec['direction'][]) =>
  buildNetwork({
    input: { kind: 'vector', size: 2 },
    layers: directions.map((direction) => ({ cell: 'gru', size: 2, direction })),
    readout: null,
    outputs: 'every',
  })

test.each([
  [['forward', 'forward']],
  [['bidirectional']],
  [['forward', 'bidirectional', 'reverse']],
  [['bidirectional', 'bidirectional', 'bidirectional', 'bidirectional']],
] as const)('%j', (directions) => {
  const network = built(directions)
  const { rows, blocks, height } = mapGeometry(network)
  expect(rows.map(({ part }) => part)).toEqual(network.parts.map((_, part) => part))
  // A row further on in the order of computing stands higher, and rows are 24 px apart at least.
  rows.slice(1).forEach(({ top }, k) => expect(rows[k]!.top - top).toBeGreaterThanOrEqual(ROW))
  expect(ROW).toBeGreaterThanOrEqual(24)
  blocks.slice(1).forEach(({ bottom }, k) => expect(blocks[k]!.top - bottom).toBe(BETWEEN))
  for (const { top } of rows) expect(blocks.some((b) => top >= b.top && top + ROW <= b.bottom)).toBe(true)
  expect(rows.at(-1)!.top).toBeGreaterThanOrEqual(BETWEEN)
  expect(rows[0]!.top + ROW + BETWEEN).toBeLessThanOrEqual(height)
  for (const { part, top } of rows) expect(partAt(mapGeometry(network), top + ROW / 2)).toBe(part)
  expect(partAt(mapGeometry(network), 0)).toBeNull()
})

test('a single layer in one direction has no map', () => {
  expect(hasMap(built(['forward']))).toBe(false)
  expect(hasMap(built(['bidirectional']))).toBe(true)
})

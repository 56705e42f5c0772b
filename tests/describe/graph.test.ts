/** The graph of every cell is closed, and what the placed picture draws computes the trace's numbers. */
import { describe, expect, it } from 'vitest'
import {
  at,
  carryInto,
  cells,
  ops,
  parameterView,
  partParameters,
  type Cell,
  type NetworkTrace,
} from '../../src/engine/index.ts'
import { geometries } from '../../src/describe/geometry.ts'
import { graphOf, type GraphNode, type GraphWire } from '../../src/describe/graph.ts'
import { place } from '../../src/describe/placement.ts'
import { networkOf, randomCase, traceOf } from '../engine/support/networks.ts'

const I = 3
const H = 5
const T = 4

/** The wires of the graph that some part of the picture stands for. */
const drawnWires = (
  cell: Cell,
  geometry: (typeof geometries)[keyof typeof geometries],
): readonly string[] => {
  const { cards, strips, pills, badges, ribbons, wires } = place(cell, geometry)
  return [...cards, ...strips, ...pills, ...badges, ...ribbons, ...wires].flatMap((part) => part.carries)
}

/** The value of every node at step t, from the nodes that its wires come from. */
const evaluate = (
  cell: Cell,
  trace: NetworkTrace,
  wires: readonly GraphWire[],
  t: number,
): ReadonlyMap<string, readonly number[]> => {
  const { nodes } = graphOf(cell)
  const layer = trace.traces[0]!
  const part = trace.network.parts[0]!
  const parameters = partParameters(part, trace.parameters)
  const tensor = (name: string) => parameterView(part.program.parameters, parameters, name)
  const done = new Map<string, readonly number[]>()

  const affine = (slot: Extract<GraphNode, { kind: 'operation' }>['slot'], args: (readonly number[])[]) =>
    Array.from({ length: H }, (_, u) => {
      let sum = 0
      slot.weights.forEach((name, k) => {
        const row = tensor(name)
        const input = args[k]!
        input.forEach((v, j) => {
          sum += row[u * input.length + j]! * v
        })
      })
      for (const name of slot.biases) sum += tensor(name)[u]!
      return sum
    })

  const value = (id: string): readonly number[] => {
    const before = done.get(id)
    if (before) return before
    const node = nodes.find((candidate) => candidate.id === id)!
    const args = wires
      .filter((wire) => wire.to === id)
      .toSorted((a, b) => a.argument - b.argument)
      .map((wire) => value(wire.from))
    const found = ((): readonly number[] => {
      if (node.kind === 'input') return [...at(layer, t, 'x')]
      if (node.kind === 'previous') return [...carryInto(layer, t, node.slot)]
      if (node.kind !== 'operation') return args[0]!
      const { slot } = node
      if (slot.op === 'affine') return affine(slot, args)
      if (slot.op === 'diagonal') return args[0]!.map((v, u) => tensor(slot.weights[0]!)[u]! * v)
      const registers = [...args[0]!, ...(args[1] ?? []), ...Array<number>(H).fill(NaN)]
      ops[slot.op].forward(registers, args.length * H, 0, H, H)
      return registers.slice(args.length * H)
    })()
    done.set(id, found)
    return found
  }
  for (const node of nodes) value(node.id)
  return done
}

describe.each(cells)('the graph of $id', (cell) => {
  const graph = graphOf(cell)

  it('has both ends of every wire, a node a slot, and every port', () => {
    const ids = graph.nodes.map((node) => node.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const wire of graph.wires) {
      expect(ids).toContain(wire.from)
      expect(ids).toContain(wire.to)
    }
    for (const slot of cell.flat.single.slots) expect(ids).toContain(slot.name)
    const kinds = graph.nodes.map((node) => node.kind)
    expect(kinds.filter((kind) => kind === 'input')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'output')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'previous')).toHaveLength(cell.carry.length)
    expect(kinds.filter((kind) => kind === 'next')).toHaveLength(cell.carry.length)
  })

  it('reads every operation somewhere, and feeds it all its arguments', () => {
    for (const node of graph.nodes) {
      const into = graph.wires.filter((wire) => wire.to === node.id).map((wire) => wire.argument)
      const expected = node.kind === 'operation' ? node.slot.args.map((_, k) => k) : null
      if (expected) {
        expect(into.toSorted((a, b) => a - b)).toEqual(expected)
        expect(graph.wires.some((wire) => wire.from === node.id)).toBe(true)
      }
    }
  })

  it.each(Object.values(geometries))('is drawn whole in the pane "$name", each wire once', (geometry) => {
    const drawn = drawnWires(cell, geometry)
    expect(drawn.toSorted()).toEqual(graph.wires.map((wire) => wire.id).toSorted())
  })

  it.each([1, 2, 3])('gives the numbers of the trace node by node (weights %i)', (seed) => {
    const trace = traceOf(randomCase(networkOf(cell.id, { I, H }), T, seed))
    const drawn = new Set(drawnWires(cell, geometries.single))
    const wires = graph.wires.filter((wire) => drawn.has(wire.id))
    for (let t = 0; t < T; t++) {
      const values = evaluate(cell, trace, wires, t)
      for (const slot of cell.flat.single.slots) {
        const expected = at(trace.traces[0]!, t, slot.name)
        values.get(slot.name)!.forEach((v, u) => expect(v).toBeCloseTo(expected[u]!, 12))
      }
      expect(values.get('output')).toEqual(values.get(cell.output))
      for (const name of cell.carry) expect(values.get(`${name} next`)).toEqual(values.get(name))
    }
  })
})

/**
 * nn.RNN (tanh, relu), nn.LSTM and nn.GRU with one and two layers, one and two directions, non-zero initial states:
 * outputs, final states, every gate at every step, and all gradients agree with PyTorch's float64 to 1e-12.
 */
import { describe, expect, it } from 'vitest'
import {
  at,
  backward,
  buildNetwork,
  cellOf,
  gradPlane,
  plane,
  run,
  type Gradients,
  type Network,
  type NetworkTrace,
} from '../../src/engine/index.ts'
import {
  distance,
  flat,
  fromStateDict,
  readFixture,
  recurrentFixtures,
  slotOf,
  type Matrix,
  type RecurrentFixture,
} from './support/fixtures.ts'

const BOUND = 1e-12

const networkFor = (fixture: RecurrentFixture): Network =>
  buildNetwork({
    input: { kind: 'vector', size: fixture.inputSize },
    layers: Array.from({ length: fixture.layers }, () => ({
      cell: fixture.kind,
      size: fixture.hiddenSize,
      direction: fixture.bidirectional ? 'bidirectional' : 'forward',
    })),
    readout: null,
    outputs: 'every',
    bias: 'per-input',
  })

/** PyTorch's states [layers · directions][H] by part, as the engine takes them. */
const carryOf = (network: Network, h: Matrix, c: Matrix | null | undefined) =>
  network.parts.map((_, k) => ({ h: h[k] ?? [], ...(c ? { c: c[k] ?? [] } : {}) }))

const traced = (fixture: RecurrentFixture): NetworkTrace => {
  const network = networkFor(fixture)
  const parameters = fromStateDict(network, fixture.gates, fixture.parameters)
  return run(network, parameters, fixture.x, { initial: carryOf(network, fixture.h0, fixture.c0) })
}

const differentiated = (fixture: RecurrentFixture): Gradients => {
  const trace = traced(fixture)
  const { output, h_n, c_n } = fixture.lossWeights
  return backward(trace, Float64Array.from(flat(output)), { final: carryOf(trace.network, h_n, c_n) })
}

const planesOf = (fixture: RecurrentFixture, values: RecurrentFixture['values']) =>
  values.flatMap((layer, l) =>
    layer.flatMap((planes, d) =>
      Object.entries(planes).map(([name, rows]) => ({
        part: l * (fixture.bidirectional ? 2 : 1) + d,
        name: slotOf(name),
        rows,
      })),
    ),
  )

it('there are 16 cases: 4 kinds, 1 and 2 layers, 1 and 2 directions', () => {
  expect(recurrentFixtures()).toHaveLength(16)
})

describe.each(recurrentFixtures())('%s', (name) => {
  const fixture = readFixture<RecurrentFixture>(name)

  it("stacks the gates in the cell's declared order", () => {
    expect(cellOf(fixture.kind).stacked?.pytorch).toEqual(fixture.gates)
  })

  it('output and final states', () => {
    const trace = traced(fixture)
    expect(distance(trace.outputs, flat(fixture.output))).toBeLessThanOrEqual(BOUND)
    trace.traces.forEach((layer, k) => {
      const end = layer.reversed ? 0 : layer.T - 1
      expect(distance(at(layer, end, 'h'), fixture.h_n[k] ?? [])).toBeLessThanOrEqual(BOUND)
      if (fixture.c_n) expect(distance(at(layer, end, 'c'), fixture.c_n[k] ?? [])).toBeLessThanOrEqual(BOUND)
    })
  })

  it('every gate at every step', () => {
    const { traces } = traced(fixture)
    for (const { part, name: slot, rows } of planesOf(fixture, fixture.values)) {
      const layer = traces[part]
      if (!layer) throw new Error(`No part ${part}.`)
      expect(distance(plane(layer, slot), flat(rows)), `${slot} of part ${part}`).toBeLessThanOrEqual(BOUND)
    }
  })

  it('gradients of all weights and biases', () => {
    const { trace, parameters } = differentiated(fixture)
    const theirs = fromStateDict(trace.network, fixture.gates, fixture.gradients.parameters)
    for (const { name: tensor, offset, size } of trace.network.parameters)
      expect(
        distance(parameters.subarray(offset, offset + size), theirs.subarray(offset, offset + size)),
        tensor,
      ).toBeLessThanOrEqual(BOUND)
  })

  it('gradients of inputs and initial states', () => {
    const { inputs, initial } = differentiated(fixture)
    expect(distance(inputs, flat(fixture.gradients.x))).toBeLessThanOrEqual(BOUND)
    initial.forEach((carry, k) => {
      expect(distance(carry['h'] ?? [], fixture.gradients.h0[k] ?? [])).toBeLessThanOrEqual(BOUND)
      if (fixture.gradients.c0)
        expect(distance(carry['c'] ?? [], fixture.gradients.c0[k] ?? [])).toBeLessThanOrEqual(BOUND)
    })
  })

  it('gradients of every gate at every step', () => {
    const { trace } = differentiated(fixture)
    for (const { part, name: slot, rows } of planesOf(fixture, fixture.gradients.values)) {
      const layer = trace.traces[part]
      if (!layer) throw new Error(`No part ${part}.`)
      expect(distance(gradPlane(layer, slot), flat(rows)), `${slot} of part ${part}`).toBeLessThanOrEqual(
        BOUND,
      )
    }
  })
})

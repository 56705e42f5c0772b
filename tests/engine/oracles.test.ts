/** Every cell against its paper's equations coded by hand with scalar loops (support/oracles.ts): every named value at every step. */
import { describe, expect, it } from 'vitest'
import { at, cells, parameterView, type NetworkTrace } from '../../src/engine/index.ts'
import { distance } from './support/fixtures.ts'
import { networkOf, randomCase, traceOf } from './support/networks.ts'
import { oracles, runOracle, type Vectors, type Weights } from './support/oracles.ts'

const BOUND = 1e-14
const T = 12

/** One part's parameters under the oracle's names. */
const weightsOf = ({ network, parameters }: NetworkTrace, layer: number): Weights =>
  Object.fromEntries(
    network.parameters
      .filter((spec) => spec.layer === layer)
      .map(({ name }) => [name.split('.').at(-1) ?? '', parameterView(network.parameters, parameters, name)]),
  )

const rowsOf = (values: ArrayLike<number>, width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, t) =>
    Array.from({ length: width }, (_, k) => values[t * width + k] ?? NaN),
  )

it('there is an oracle for every cell in the registry', () => {
  expect(Object.keys(oracles).sort()).toEqual(cells.map((cell) => cell.id).sort())
})

describe.each(cells)('$id', ({ id, carry, equations }) => {
  it.each([
    [1, 1, 1],
    [3, 5, 1],
    [9, 2, 1],
    [2, 17, 1],
    [3, 4, 2],
  ])('I = %i, H = %i, %i layer(s)', (I, H, layers) => {
    const trace = traceOf(randomCase(networkOf(id, { I, H, layers }), T, 60 + H))
    let inputs = rowsOf(trace.inputs, I)
    trace.traces.forEach((layer, index) => {
      const start: Vectors = Object.fromEntries(
        (carry.length > 0 ? carry : ['h']).map((name) => [
          name,
          carry.length > 0 ? Array.from(at(layer, -1, name)) : [],
        ]),
      )
      const steps = runOracle(id, weightsOf(trace, index), inputs, start)
      steps.forEach((step, t) => {
        expect(Object.keys(step).sort()).toEqual(Object.keys(equations).sort())
        for (const [name, values] of Object.entries(step))
          expect(distance(at(layer, t, name), values), `${name} at step ${t}`).toBeLessThanOrEqual(BOUND)
      })
      inputs = steps.map((step) => step['h'] ?? [])
    })
  })
})

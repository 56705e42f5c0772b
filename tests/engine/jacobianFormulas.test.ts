/** State Jacobians against the closed formulas of RNN, LSTM, GRU and minGRU, and from any step to any later one. */
import { describe, expect, it } from 'vitest'
import {
  at,
  cells,
  jacobianBlock,
  jacobianNorms,
  parameterView,
  stateJacobian,
  type NetworkTrace,
  type Trace,
} from '../../src/engine/index.ts'
import { difference, worstError } from './support/differences.ts'
import { distance } from './support/fixtures.ts'
import { diagonal, plus, product, row, type Rows } from './support/matrices.ts'
import { finalCarry, networkOf, randomCase, smoothCase, traceOf } from './support/networks.ts'

const H = 4
const T = 5
const BOUND = 1e-13

const layerOf = (trace: NetworkTrace): Trace => {
  const [layer] = trace.traces
  if (!layer) throw new Error('Expected one layer.')
  return layer
}

/** A trace of one layer with everything that the formulas name. */
const traced = (cell: string) => {
  const trace = traceOf(randomCase(networkOf(cell, { I: 3, H }), T, 31))
  const layer = layerOf(trace)
  const U = (gate: string): Rows =>
    row(parameterView(layer.program.parameters, trace.parameters, `U_${gate}`), H)
  return { trace, layer, U, value: (t: number, name: string) => Array.from(at(layer, t, name)) }
}

const slope = (s: number[]): number[] => s.map((v) => v * (1 - v))
const times = (...vectors: number[][]): number[] =>
  (vectors[0] ?? []).map((_, u) => vectors.reduce((p, v) => p * (v[u] ?? NaN), 1))

describe('∂ state at t / ∂ state at t − 1 by its closed formula', () => {
  const steps = Array.from({ length: T }, (_, t) => t)

  it.each(steps)('RNN, step %i: diag(1 − h²) U', (t) => {
    const { trace, layer, U, value } = traced('rnn')
    const jacobian = stateJacobian(layer, trace.parameters, t, t - 1)
    const expected = product(diagonal(value(t, 'h').map((h) => 1 - h * h)), U('h'))
    expect(distance(jacobianBlock(jacobian, 'h', 'h'), expected.flat())).toBeLessThanOrEqual(BOUND)
  })

  it.each(steps)('LSTM, step %i: the 2H × 2H block matrix', (t) => {
    const { trace, layer, U, value } = traced('lstm')
    const [i, f, g, o, c] = ['i', 'f', 'g', 'o', 'c'].map((name) => value(t, name))
    const cPrev = value(t - 1, 'c')
    if (!i || !f || !g || !o || !c) throw new Error('Expected all gates.')
    const tanhC = c.map(Math.tanh)
    const P = diagonal(o.map((v, u) => v * (1 - (tanhC[u] ?? NaN) ** 2)))
    const B = plus(
      product(diagonal(times(cPrev, slope(f))), U('f')),
      product(diagonal(times(g, slope(i))), U('i')),
      product(
        diagonal(
          times(
            i,
            g.map((v) => 1 - v * v),
          ),
        ),
        U('g'),
      ),
    )
    const blocks: readonly (readonly [string, string, Rows])[] = [
      ['h', 'h', plus(product(diagonal(times(tanhC, slope(o))), U('o')), product(P, B))],
      ['h', 'c', product(P, diagonal(f))],
      ['c', 'h', B],
      ['c', 'c', diagonal(f)],
    ]
    const jacobian = stateJacobian(layer, trace.parameters, t, t - 1)
    for (const [of, by, expected] of blocks)
      expect(distance(jacobianBlock(jacobian, of, by), expected.flat()), `∂${of}/∂${by}`).toBeLessThanOrEqual(
        BOUND,
      )
    const [h, hc] = [jacobianBlock(jacobian, 'h', 'h'), jacobianBlock(jacobian, 'h', 'c')]
    expect(Array.from(jacobian.matrix.subarray(0, 2 * H))).toEqual([
      ...h.subarray(0, H),
      ...hc.subarray(0, H),
    ])
  })

  it.each(steps)('GRU, step %i: reset after the product', (t) => {
    const { trace, layer, U, value } = traced('gru')
    const [r, z, n] = ['r', 'z', 'n'].map((name) => value(t, name))
    const hPrev = value(t - 1, 'h')
    if (!r || !z || !n) throw new Error('Expected all gates.')
    const bias = parameterView(layer.program.parameters, trace.parameters, 'bh_n')
    const fromH = U('n').map((weights, u) =>
      weights.reduce((s, w, v) => s + w * (hPrev[v] ?? NaN), bias[u] ?? NaN),
    )
    const candidate = plus(product(diagonal(r), U('n')), product(diagonal(times(fromH, slope(r))), U('r')))
    const written = times(
      z.map((v) => 1 - v),
      n.map((v) => 1 - v * v),
    )
    const expected = plus(
      diagonal(z),
      product(
        diagonal(
          times(
            hPrev.map((h, u) => h - (n[u] ?? NaN)),
            slope(z),
          ),
        ),
        U('z'),
      ),
      product(diagonal(written), candidate),
    )
    const jacobian = stateJacobian(layer, trace.parameters, t, t - 1)
    expect(distance(jacobian.matrix, expected.flat())).toBeLessThanOrEqual(BOUND)
  })

  it('minGRU: diag(1 − z), whatever lies between is a product of them', () => {
    const { trace, layer, value } = traced('mingru')
    const kept = [1, 2, 3].map((t) => value(t, 'z').map((z) => 1 - z))
    const jacobian = stateJacobian(layer, trace.parameters, 3, 0)
    expect(distance(jacobian.matrix, diagonal(times(...kept)).flat())).toBeLessThanOrEqual(BOUND)
  })
})

describe.each(cells.filter((cell) => cell.carry.length > 0))('state Jacobians of $id', ({ id, carry }) => {
  const sample = smoothCase(networkOf(id, { I: 2, H: 3 }), T, 50)
  const trace = traceOf(sample)
  const layer = layerOf(trace)
  const jacobian = (t: number, k: number) => stateJacobian(layer, trace.parameters, t, k)

  it.each([
    [T - 1, T - 2],
    [T - 1, 0],
    [3, -1],
  ])('∂ carry at %i / ∂ carry at %i against finite differences, by running on from there', (t, k) => {
    const start = Object.fromEntries(carry.map((name) => [name, Float64Array.from(at(layer, k, name))]))
    const sequence = sample.sequence.slice((k + 1) * 2, (t + 1) * 2)
    for (const of of carry)
      for (let u = 0; u < 3; u += 1) {
        const end = (): number =>
          finalCarry(traceOf({ ...sample, sequence, initial: [start] }))[0]?.[of]?.[u] ?? NaN
        for (const by of carry) {
          const from = start[by] ?? []
          const numeric = Array.from(from, (_, v) => difference(end, from, v))
          const ours = jacobianBlock(jacobian(t, k), of, by).subarray(u * 3, u * 3 + 3)
          const { error, at: place } = worstError(`∂${of}[${u}]/∂${by}`, ours, numeric)
          expect(error, place).toBeLessThanOrEqual(1e-6)
        }
      }
  })

  it('of a reversed layer go forward in the sequence', () => {
    const turned = randomCase(networkOf(id, { I: 2, H: 3, direction: 'reverse' }), T, 50)
    const reverse = traceOf(turned)
    const own = layerOf(reverse)
    const mirrored = {
      ...turned,
      network: networkOf(id, { I: 2, H: 3 }),
      sequence: Float64Array.from({ length: 2 * T }, (_, k) => {
        const t = T - 1 - Math.floor(k / 2)
        return turned.sequence[2 * t + (k % 2)] ?? NaN
      }),
    }
    const forward = traceOf(mirrored)
    expect(stateJacobian(own, reverse.parameters, 1, 4).matrix).toEqual(
      stateJacobian(layerOf(forward), forward.parameters, 3, 0).matrix,
    )
    expect(jacobianNorms(own, reverse.parameters, 1).steps).toEqual([1, 2, 3, 4, 5])
  })
})

it('a cell without memory has an empty Jacobian and no norms', () => {
  const { trace, layer } = traced('feedforward')
  expect(stateJacobian(layer, trace.parameters, 2, 0).matrix).toHaveLength(0)
  expect(jacobianNorms(layer, trace.parameters, 2)).toEqual({ t: 2, steps: [], norms: [] })
})

/** Ways of the gradient against products of the closed formulas, finite differences and singular values. */
import { describe, expect, test } from 'vitest'
import { blocksOf, factorOf, gradientPaths, halfLife, halfLifeOfBias } from '../../src/describe/vanishing.ts'
import { at, cells, parameterView, run } from '../../src/engine/index.ts'
import { diagonal, plus, product, row, singularValues, type Rows } from '../engine/support/matrices.ts'
import { finalCarry, networkOf, randomCase, smoothCase, traceOf } from '../engine/support/networks.ts'

const H = 4
const STEPS = 9
const T = STEPS - 1

const traced = (cell: string) => {
  const sample = randomCase(networkOf(cell, { I: 3, H }), STEPS, 61)
  const layer = traceOf(sample).traces[0]!
  const U = (gate: string): Rows =>
    row(parameterView(layer.program.parameters, sample.parameters, `U_${gate}`), H)
  const value = (t: number, name: string): number[] => Array.from(at(layer, t, name))
  return { sample, layer, U, value, paths: gradientPaths(layer, sample.parameters)! }
}

type Traced = ReturnType<typeof traced>

const slope = (s: number[]): number[] => s.map((v) => v * (1 - v))
const times = (...vectors: number[][]): number[] =>
  vectors[0]!.map((_, u) => vectors.reduce((p, v) => p * v[u]!, 1))
const less1 = (v: number[]): number[] => v.map((x) => 1 - x)
const bent = (v: number[]): number[] => v.map((x) => 1 - x * x)

/** ∂ state at t / ∂ state at t − 1 as the papers have it; of the LSTM [h, c]. */
const formulas: Readonly<Record<string, (traced: Traced, t: number) => Rows>> = {
  rnn: ({ U, value }, t) => product(diagonal(bent(value(t, 'h'))), U('h')),
  lstm: ({ U, value }, t) => {
    const [i, f, g, o, c, cPrev] = [
      ...['i', 'f', 'g', 'o', 'c'].map((name) => value(t, name)),
      value(t - 1, 'c'),
    ]
    const tanhC = c!.map(Math.tanh)
    const P = diagonal(times(o!, bent(tanhC)))
    const B = plus(
      product(diagonal(times(cPrev!, slope(f!))), U('f')),
      product(diagonal(times(g!, slope(i))), U('i')),
      product(diagonal(times(i, bent(g!))), U('g')),
    )
    const hh = plus(product(diagonal(times(tanhC, slope(o!))), U('o')), product(P, B))
    const hc = product(P, diagonal(f!))
    const beside = (a: Rows, b: Rows): Rows => a.map((left, r) => [...left, ...b[r]!])
    return [...beside(hh, hc), ...beside(B, diagonal(f!))]
  },
  gru: ({ layer, sample, U, value }, t) => {
    const [r, z, n, hPrev] = [...['r', 'z', 'n'].map((name) => value(t, name)), value(t - 1, 'h')]
    const bias = parameterView(layer.program.parameters, sample.parameters, 'bh_n')
    const fromH = U('n').map((weights, u) => weights.reduce((s, w, v) => s + w * hPrev![v]!, bias[u]!))
    const candidate = plus(product(diagonal(r), U('n')), product(diagonal(times(fromH, slope(r))), U('r')))
    return plus(
      diagonal(z!),
      product(
        diagonal(
          times(
            hPrev!.map((h, u) => h - n![u]!),
            slope(z!),
          ),
        ),
        U('z'),
      ),
      product(diagonal(times(less1(z!), bent(n!))), candidate),
    )
  },
}

describe.each(['rnn', 'lstm', 'gru'])('%s', (cell) => {
  const all = traced(cell)
  const { paths } = all
  const identity = diagonal(Array.from({ length: paths.jacobians[0]!.carry.length * H }, () => 1))
  /** ∂ state at T / ∂ state at t: the formulas of all steps between, multiplied. */
  const productTo = (t: number): Rows => {
    let matrix = identity
    for (let k = T; k > t; k--) matrix = product(matrix, formulas[cell]!(all, k))
    return matrix
  }

  test('every norm is that of a product of the closed formulas', () => {
    for (let t = 0; t <= T; t++) {
      const matrix = productTo(t)
      const largest = (rows: Rows): number => Math.max(...singularValues(rows))
      const block = (r: number, c: number): Rows =>
        matrix.slice(r * H, (r + 1) * H).map((line) => line.slice(c * H, (c + 1) * H))
      expect(paths.hidden[t]! / largest(block(0, 0))).toBeCloseTo(1, 11)
      const rank = cell === 'lstm' ? 1 : 0
      expect(paths.memory.norms[t]! / largest(block(rank, rank))).toBeCloseTo(1, 11)
      const { blocks, spectral, frobenius } = blocksOf(paths.jacobians[t]!)
      expect(spectral / largest(matrix)).toBeCloseTo(1, 11)
      expect(frobenius / Math.hypot(...matrix.flat())).toBeCloseTo(1, 11)
      expect(blocks.map(({ of, by }) => of + by)).toEqual(cell === 'lstm' ? ['hh', 'hc', 'ch', 'cc'] : ['hh'])
      blocks.forEach((own, k) => {
        const rows = block(Math.floor(k / (rank + 1)), k % (rank + 1))
        expect(own.spectral).toBeCloseTo(largest(rows), 11)
        expect(own.frobenius).toBeCloseTo(Math.hypot(...rows.flat()), 11)
      })
    }
  })

  test('the direct path is the product of the gates that keep, and none without', () => {
    const gate = { rnn: null, lstm: 'f', gru: 'z' }[cell]
    expect(paths.direct?.gate ?? null).toBe(gate)
    if (!paths.direct || !gate) return
    for (let t = 0; t <= T; t++) {
      const steps = Array.from({ length: T - t }, (_, k) => all.value(t + 1 + k, gate))
      const expected = Array.from({ length: H }, (_, u) => steps.reduce((p, f) => p * f[u]!, 1))
      expect(Math.max(...expected)).toBeCloseTo(paths.direct.largest[t]!, 14)
      expected.forEach((value, u) => expect(paths.direct!.products[t * H + u]).toBeCloseTo(value, 14))
    }
  })
})

test.each(cells.filter(({ carry }) => carry.length > 0).map(({ id }) => id))(
  '%s: norms agree with finite differences through the run itself',
  (cell) => {
    const sample = smoothCase(networkOf(cell, { I: 2, H: 3 }), 6, 31)
    const trace = traceOf(sample).traces[0]!
    const { network, parameters, sequence } = sample
    const paths = gradientPaths(trace, parameters)!
    const { slot, norms } = paths.memory
    const t = 2
    const rest = sequence.slice((t + 1) * 2)
    const carried = (): Record<string, Float64Array> =>
      Object.fromEntries(
        trace.program.cell.carry.map((name) => [name, Float64Array.from(at(trace, t, name))]),
      )
    const columns = [0, 1, 2].map((unit) => {
      const ends = [1e-5, -1e-5].map((step) => {
        const initial = carried()
        initial[slot]![unit]! += step
        return finalCarry(run(network, parameters, rest, { initial: [initial] }))[0]![slot]!
      })
      return Array.from(ends[0]!, (value, u) => (value - ends[1]![u]!) / 2e-5)
    })
    const matrix = [0, 1, 2].map((u) => columns.map((column) => column[u]!))
    expect(Math.max(...singularValues(matrix))).toBeCloseTo(norms[t]!, 7)
  },
)

test('a cell without memory has no way back, and a single step has its identity', () => {
  const of = (cell: string, steps: number) => {
    const sample = randomCase(networkOf(cell, { I: 2, H: 3 }), steps, 3)
    return gradientPaths(traceOf(sample).traces[0]!, sample.parameters)
  }
  expect(of('feedforward', 4)).toBeNull()
  const one = of('lstm', 1)!
  expect([one.T, ...one.hidden, ...one.memory.norms, ...one.direct!.largest]).toEqual([0, 1, 1, 1])
})

test('half-lives: of a factor, and of a bias alone', () => {
  expect(halfLife(0.5)).toBe(1)
  expect(halfLife(Math.SQRT1_2)).toBeCloseTo(2, 12)
  expect([halfLife(1), halfLife(1.2), halfLife(0)]).toEqual([Infinity, Infinity, 0])
  for (const bias of [-2, 0, 1, 5])
    expect(halfLifeOfBias(bias)).toBeCloseTo(halfLife(1 / (1 + Math.exp(-bias))), 9)
  expect(halfLifeOfBias(0)).toBeCloseTo(1, 14)
  expect(halfLifeOfBias(40) / (Math.LN2 * Math.exp(40))).toBeCloseTo(1, 12)
  expect(factorOf(0.25, 2)).toBe(0.5)
  expect(factorOf(1, 0)).toBe(1)
})

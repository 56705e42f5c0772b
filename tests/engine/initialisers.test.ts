/** Initialisers on real networks: their distributions, orthogonality, what forget bias and chrono give to which gate. */
import { describe, expect, it } from 'vitest'
import {
  cells,
  initialiseNetwork,
  initialiserNames,
  parameterView,
  type InitialiserName,
  type Network,
} from '../../src/engine/index.ts'
import { networkOf } from './support/networks.ts'

const start = (network: Network, scheme: InitialiserName, seed = 1, horizon = 20): Float64Array =>
  initialiseNetwork(network, { scheme, seed, horizon })

/** The total bias of a gate in the first layer, forward: one bias, or the sum of two. */
const totalBias = (network: Network, values: Float64Array, gate: string): number[] => {
  const own = network.parameters.filter(
    (spec) => spec.layer === 0 && spec.direction === 'forward' && spec.kind === 'bias' && spec.gate === gate,
  )
  return Array.from({ length: own[0]?.size ?? 0 }, (_, u) =>
    own.reduce((sum, spec) => sum + (values[spec.offset + u] ?? NaN), 0),
  )
}

const within = (values: Iterable<number>, low: number, high: number): boolean =>
  Array.from(values).every((v) => v >= low && v <= high)

describe.each(cells.map((cell) => cell.id))('%s', (cell) => {
  const H = 6
  const network = networkOf(cell, {
    I: 3,
    H,
    layers: 2,
    direction: 'bidirectional',
    readout: { size: 2, activation: 'softmax' },
    bias: 'per-input',
  })

  it.each(initialiserNames)('%s: finite, the same from the same seed, another from another', (scheme) => {
    const values = start(network, scheme)
    expect(values).toHaveLength(network.parameterCount)
    expect(values.every(Number.isFinite)).toBe(true)
    expect(start(network, scheme)).toEqual(values)
    expect(start(network, scheme, 2)).not.toEqual(values)
  })

  it('orthogonal: U Uᵀ = 1 in every recurrent matrix, and no two of them alike', () => {
    const values = start(network, 'orthogonal')
    const recurrent = network.parameters.filter((spec) => spec.kind === 'recurrent')
    for (const { name } of recurrent) {
      const u = parameterView(network.parameters, values, name)
      for (let a = 0; a < H; a += 1)
        for (let b = 0; b < H; b += 1) {
          let dot = 0
          for (let k = 0; k < H; k += 1) dot += (u[a * H + k] ?? NaN) * (u[b * H + k] ?? NaN)
          expect(Math.abs(dot - (a === b ? 1 : 0)), `${name} ${a} ${b}`).toBeLessThan(1e-14)
        }
    }
    const firsts = recurrent.map((spec) => values[spec.offset])
    expect(new Set(firsts).size).toBe(recurrent.length)
  })

  it('default: within 1/√H in recurrent layers, 1/√fan-in in linear ones, and nearly up to it', () => {
    const values = start(network, 'default')
    const recurrent = network.parameters.some(({ kind }) => kind === 'recurrent')
    const shares = network.parameters.flatMap(({ name, layer }) => {
      const inputs = layer === 0 ? 3 : 2 * H
      const bound = 1 / Math.sqrt(recurrent && layer !== null ? H : inputs)
      const own = parameterView(network.parameters, values, name)
      expect(within(own, -bound, bound), name).toBe(true)
      return Array.from(own, (value) => Math.abs(value) / bound)
    })
    expect(Math.max(...shares)).toBeGreaterThan(0.97)
  })

  it('glorot: matrices within √(6/(fan-in + fan-out)), biases zero', () => {
    const values = start(network, 'glorot')
    for (const { name, shape } of network.parameters) {
      const [rows = NaN, columns] = shape
      const bound = columns === undefined ? 0 : Math.sqrt(6 / (rows + columns))
      expect(within(parameterView(network.parameters, values, name), -bound, bound), name).toBe(true)
    }
  })
})

describe('gate biases', () => {
  /** What keeps and what writes, by the papers; the rest is as in the default. */
  const gates: readonly (readonly [string, string | null, string | null])[] = [
    ['lstm', 'f', 'i'],
    ['peephole-lstm', 'f', 'i'],
    ['coupled-lstm', 'f', null],
    ['gru', 'z', null],
    ['gru-reset-before', 'z', null],
    ['ugrnn', 'g', null],
    ['mingru', null, 'z'],
  ]

  describe.each(gates)('of %s', (cell, kept, written) => {
    it.each(['single', 'per-input'] as const)('forget bias: the gate that keeps gets 1 (%s bias)', (bias) => {
      const network = networkOf(cell, { I: 3, H: 5, bias })
      const values = start(network, 'forget-bias')
      const biases = kept ? totalBias(network, values, kept) : []
      expect(biases.every((b) => b === 1)).toBe(true)
      expect(biases).toHaveLength(kept ? 5 : 0)
      expect(written ? totalBias(network, values, written) : []).not.toContain(1)
    })

    it('forget bias: another value goes to the same gate alone', () => {
      const network = networkOf(cell, { I: 3, H: 5 })
      const values = initialiseNetwork(network, { scheme: 'forget-bias', seed: 1, forgetBias: -2.5 })
      const usual = initialiseNetwork(network, { scheme: 'forget-bias', seed: 1 })
      const moved = network.parameters.filter(({ name }) => {
        const [a, b] = [values, usual].map((v) => Array.from(parameterView(network.parameters, v, name)))
        return a!.join() !== b!.join()
      })
      expect(moved.map(({ gate }) => gate)).toEqual(kept ? [kept] : [])
      if (kept) expect(totalBias(network, values, kept)).toEqual(Array.from({ length: 5 }, () => -2.5))
    })

    it.each(['single', 'per-input'] as const)(
      'chrono: log U(1, D − 1), and its negative (%s bias)',
      (bias) => {
        const [H, D] = [400, 30]
        const network = networkOf(cell, { I: 1, H, bias })
        const values = start(network, 'chrono', 3, D)
        const memory = kept
          ? totalBias(network, values, kept)
          : totalBias(network, values, written ?? '').map((b) => -b)
        expect(within(memory, 0, Math.log(D - 1))).toBe(true)
        // exp of it is uniform on (1, D − 1): the mean of 400 draws lies within four standard errors.
        const mean = memory.reduce((sum, b) => sum + Math.exp(b), 0) / H
        expect(Math.abs(mean - D / 2)).toBeLessThan((4 * (D - 2)) / Math.sqrt(12 * H))
        if (kept && written) expect(totalBias(network, values, written)).toEqual(memory.map((b) => -b))
      },
    )
  })

  it('other gates keep their default', () => {
    const network = networkOf('lstm', { I: 3, H: 5 })
    const [plain, chrono] = [start(network, 'default'), start(network, 'chrono')]
    for (const gate of ['g', 'o'])
      expect(totalBias(network, chrono, gate)).toEqual(totalBias(network, plain, gate))
  })

  it.each([2, 0, -5, NaN, Infinity])('a horizon of %d is refused', (horizon) => {
    expect(() => start(networkOf('lstm'), 'chrono', 1, horizon)).toThrow(/horizon D of at least 3 steps, got/)
  })
})

it('a forget bias that is no number is refused', () => {
  const options = { scheme: 'forget-bias', seed: 1, forgetBias: NaN } as const
  expect(() => initialiseNetwork(networkOf('lstm'), options)).toThrow(/finite forget bias, got NaN/)
})

it('an unknown scheme is refused', () => {
  const unknown: string = 'he'
  expect(() => start(networkOf('lstm'), unknown as InitialiserName)).toThrow(
    /initialisation.*glorot.*got "he"/,
  )
})

describe('distributions of large tensors', () => {
  const moments = (values: ArrayLike<number>): [number, number] => {
    const list = Array.from(values)
    const mean = list.reduce((a, b) => a + b, 0) / list.length
    return [mean, list.reduce((sum, v) => sum + (v - mean) ** 2, 0) / list.length]
  }

  it('default recurrent weights are uniform: variance (1/H)/3', () => {
    const network = networkOf('rnn', { H: 64 })
    const u = parameterView(network.parameters, start(network, 'default'), 'layers.0.forward.U_h')
    const [mean, variance] = moments(u)
    expect(Math.abs(mean)).toBeLessThan(0.005)
    expect(Math.abs(variance / (1 / 64 / 3) - 1)).toBeLessThan(0.06)
  })

  it('embeddings are normal with variance 1', () => {
    const network = networkOf('rnn', { input: { kind: 'embedding', symbols: 100, size: 40 } })
    const [mean, variance] = moments(
      parameterView(network.parameters, start(network, 'default'), 'embedding.E'),
    )
    expect(Math.abs(mean)).toBeLessThan(0.06)
    expect(Math.abs(variance - 1)).toBeLessThan(0.08)
  })
})

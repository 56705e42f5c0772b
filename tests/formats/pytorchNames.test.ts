/** PyTorch's names and layouts: stacked order, single and double biases, directions, and the way back. */
import { describe, expect, test } from 'vitest'
import { buildNetwork, parameterView, type NetworkSpec } from '../../src/engine/index.ts'
import { rng } from '../../src/engine/rng.ts'
import { fromPytorch, toPytorch } from '../../src/formats/pytorchNames.ts'
import type { Tensor } from '../../src/formats/tensor.ts'

const network = (cell: string, more: Partial<NetworkSpec> = {}) =>
  buildNetwork({
    input: { kind: 'embedding', symbols: 5, size: 2 },
    layers: [{ cell, size: 3, direction: 'forward' }],
    readout: { size: 2, activation: 'softmax' },
    outputs: 'last',
    ...more,
  })

const filled = (n: number): Float64Array => Float64Array.from({ length: n }, rng(1).normal)

const tensor = (tensors: readonly Tensor[], name: string): Tensor => {
  const found = tensors.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no ${name} in ${tensors.map((t) => t.name).join(', ')}`)
  return found
}

describe('every network comes back as it went out', () => {
  const bidirectional = [
    { cell: 'gru', size: 3, direction: 'bidirectional' },
    { cell: 'gru', size: 2, direction: 'forward' },
  ] as const
  const plain = [{ cell: 'feedforward', size: 3, direction: 'bidirectional' }] as const
  const cases: readonly (readonly [string, NetworkSpec])[] = [
    ['feedforward', network('feedforward').spec],
    ['rnn', network('rnn').spec],
    ['lstm', network('lstm').spec],
    ['gru', network('gru').spec],
    ['lstm, two biases', network('lstm', { bias: 'per-input' }).spec],
    ['two layers, two directions', network('gru', { layers: bidirectional }).spec],
    ['feedforward, two directions', network('feedforward', { layers: plain }).spec],
    ['vectors, no readout', network('rnn', { input: { kind: 'vector', size: 4 }, readout: null }).spec],
  ]
  test.each(cases)('%s', (_, spec) => {
    const built = buildNetwork(spec)
    const parameters = filled(built.parameterCount)
    expect(fromPytorch(built, toPytorch(built, parameters))).toEqual(parameters)
  })
})

test('a layer that is reversed alone has the names of a forward one', () => {
  const layers = (direction: 'forward' | 'reverse') => ({
    layers: [{ cell: 'lstm', size: 3, direction }] as const,
  })
  const [forward, reverse] = [network('lstm', layers('forward')), network('lstm', layers('reverse'))]
  const parameters = filled(reverse.parameterCount)
  expect(toPytorch(reverse, parameters)).toEqual(toPytorch(forward, parameters))
  expect(fromPytorch(reverse, toPytorch(reverse, parameters))).toEqual(parameters)
})

test('LSTM: rows are i f g o; the single bias is bias_ih, bias_hh is zero', () => {
  const lstm = network('lstm')
  const parameters = filled(lstm.parameterCount)
  const tensors = toPytorch(lstm, parameters)
  expect(tensors.map((t) => t.name)).toEqual([
    'embedding.weight',
    'rnn.weight_ih_l0',
    'rnn.weight_hh_l0',
    'rnn.bias_ih_l0',
    'rnn.bias_hh_l0',
    'readout.weight',
    'readout.bias',
  ])
  const stacked = (letter: string): number[] =>
    ['i', 'f', 'g', 'o'].flatMap((gate) => [
      ...parameterView(lstm.parameters, parameters, `layers.0.forward.${letter}_${gate}`),
    ])
  expect([...tensor(tensors, 'rnn.weight_ih_l0').values]).toEqual(stacked('W'))
  expect([...tensor(tensors, 'rnn.weight_hh_l0').values]).toEqual(stacked('U'))
  expect([...tensor(tensors, 'rnn.bias_ih_l0').values]).toEqual(stacked('b'))
  expect(tensor(tensors, 'rnn.bias_hh_l0').values.every((v) => v === 0)).toBe(true)
})

test('two biases of PyTorch are read as their sum, but n of the GRU keeps both', () => {
  const gru = network('gru')
  const tensors = toPytorch(gru, new Float64Array(gru.parameterCount)).map((t) =>
    t.name.includes('bias_')
      ? { ...t, values: Float64Array.from(t.values, (_, k) => (t.name.includes('ih') ? 1 : 10) + k) }
      : t,
  )
  const parameters = fromPytorch(gru, tensors)
  const bias = (name: string): number[] => [
    ...parameterView(gru.parameters, parameters, `layers.0.forward.${name}`),
  ]
  expect(bias('b_r')).toEqual([11, 13, 15])
  expect(bias('b_z')).toEqual([17, 19, 21])
  expect(bias('bi_n')).toEqual([7, 8, 9])
  expect(bias('bh_n')).toEqual([16, 17, 18])
})

describe('what does not fit is named', () => {
  const lstm = network('lstm')
  const tensors = toPytorch(lstm, filled(lstm.parameterCount))
  test('a tensor is missing', () => {
    const without = tensors.filter((t) => t.name !== 'rnn.weight_hh_l0')
    expect(() => fromPytorch(lstm, without, 'a.safetensors')).toThrow(
      /a\.safetensors: expected a tensor "rnn\.weight_hh_l0" of shape \[12, 3\], got none/,
    )
  })
  test('a tensor is left over', () => {
    const extra = { name: 'rnn.weight_ih_l1', shape: [1], values: new Float64Array(1) }
    expect(() => fromPytorch(lstm, [...tensors, extra])).toThrow(/"rnn\.weight_ih_l1" as well/)
  })
  test('a tensor is there twice', () => {
    expect(() => fromPytorch(lstm, [...tensors, tensors[0]!])).toThrow(
      /expected one tensor "embedding\.weight", got several/,
    )
  })
  test('values are fewer than the shape says', () => {
    const short = tensors.map((t, k) => (k === 0 ? { ...t, values: t.values.slice(1) } : t))
    expect(() => fromPytorch(lstm, short)).toThrow(/expected 10 values, got 9/)
  })
  test('parameters are fewer than the network has, or no numbers', () => {
    expect(() => toPytorch(lstm, new Float64Array(3))).toThrow(/Expected \d+ parameters/)
    expect(() => toPytorch(lstm, filled(lstm.parameterCount).fill(NaN, 0, 1))).toThrow(/finite weights/)
  })
  test('weights of another cell', () => {
    const gru = network('gru')
    expect(() => fromPytorch(lstm, toPytorch(gru, filled(gru.parameterCount)))).toThrow(
      /shape \[12, 2\], got \[9, 2\]/,
    )
  })
  test('a cell that PyTorch does not have', () => {
    const ugrnn = network('ugrnn')
    expect(() => toPytorch(ugrnn, filled(ugrnn.parameterCount))).toThrow(/PyTorch has/)
  })
})

import { expect, test } from 'vitest'
import { parameterCounts } from '../../src/describe/parameterCounts.ts'
import { networkOf } from '../engine/support/networks.ts'

/** G · H · (I + H + β), and the readout's (H + 1) · K. */
const formula = (G: number, I: number, H: number, biases: number, K: number): number =>
  G * H * (I + H + biases) + (H + 1) * K

test.each([
  ['rnn', 1, 1],
  ['lstm', 4, 1],
  ['gru', 3, 2],
  ['gru-reset-before', 3, 1],
] as const)('%s is counted as papers, Keras and PyTorch count', (id, gates, keras) => {
  const network = networkOf(id, { I: 3, H: 8, readout: { size: 1, activation: 'identity' } })
  expect(parameterCounts(network)).toEqual({
    papers: formula(gates, 3, 8, 1, 1),
    keras: formula(gates, 3, 8, keras, 1),
    pytorch: formula(gates, 3, 8, 2, 1),
    trained: network.parameterCount,
    outside: 9,
  })
})

test('the numbers that the frameworks print', () => {
  // sum(p.numel() for p in torch.nn.LSTM(3, 8).parameters()) is 416, of GRU 312, of RNN 104.
  const cell = (id: string): number => parameterCounts(networkOf(id, { I: 3, H: 8 })).pytorch
  expect([cell('lstm'), cell('gru'), cell('rnn')]).toEqual([416, 312, 104])
})

test('a network trained with two biases a gate is what PyTorch counts', () => {
  const linear = parameterCounts(networkOf('feedforward', { I: 3, H: 8 }))
  // torch.nn.Linear has one bias vector.
  expect(linear).toMatchObject({ pytorch: 8 * 3 + 8, keras: 8 * 3 + 8, papers: 8 * 3 + 8 })
  const { trained, pytorch } = parameterCounts(networkOf('lstm', { bias: 'per-input' }))
  expect(trained).toBe(pytorch)
})

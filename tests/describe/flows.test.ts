/** Where h and c go: right to the next step, up to the layer above or the output. */
import { describe, expect, test } from 'vitest'
import { flowOf, goesUp } from '../../src/describe/flows.ts'
import { buildNetwork, type LayerSpec } from '../../src/engine/index.ts'

const built = (layers: readonly LayerSpec[], outputs: 'every' | 'last' = 'every') =>
  buildNetwork({
    input: { kind: 'vector', size: 2 },
    layers,
    readout: { size: 1, activation: 'identity' },
    outputs,
  })

const layer = (cell: string, direction: LayerSpec['direction'] = 'forward'): LayerSpec => ({
  cell,
  size: 3,
  direction,
})

test('an LSTM has three outputs: h right and up, c only right', () => {
  const network = built([layer('lstm'), layer('lstm')])
  expect(flowOf(network, 0)).toEqual({ onward: ['c', 'h'], by: 1, upward: 'h', above: 1, below: null })
  expect(flowOf(network, 1)).toEqual({ onward: ['c', 'h'], by: 1, upward: 'h', above: null, below: 0 })
})

test.each([
  ['gru', ['h']],
  ['rnn', ['h']],
  ['feedforward', []],
  ['peephole-lstm', ['c', 'h']],
])('%s hands on %j', (cell, onward) => {
  expect(flowOf(built([layer(cell)]), 0)).toMatchObject({ onward, upward: 'h', above: null, below: null })
})

test('a reverse direction hands on to the step before', () => {
  const network = built([layer('gru', 'bidirectional'), layer('gru', 'reverse')])
  expect(network.parts.map((_, part) => flowOf(network, part).by)).toEqual([1, -1, -1])
  expect(network.parts.map((_, part) => flowOf(network, part).above)).toEqual([1, 1, null])
})

test('a part that is not there is refused', () => {
  expect(() => flowOf(built([layer('gru')]), 3)).toThrow(/part from 0 to 0 of this network, got 3/)
})

describe('with one output the readout reads the step that each direction ends with', () => {
  const network = built([layer('gru', 'bidirectional')], 'last')
  test.each([
    [0, 0, false],
    [0, 4, true],
    [1, 0, true],
    [1, 4, false],
  ])('part %i, step %i of 5: %s', (part, t, up) => {
    expect(goesUp(network, part, t, 5)).toBe(up)
  })

  test('every step of a lower layer goes up', () => {
    const stacked = built([layer('gru'), layer('gru')], 'last')
    expect([0, 1, 2, 3].every((t) => goesUp(stacked, 0, t, 4))).toBe(true)
    expect([0, 1, 2, 3].map((t) => goesUp(stacked, 1, t, 4))).toEqual([false, false, false, true])
  })
})

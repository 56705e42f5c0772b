/** Closed loop and forecasts: the same as running the whole fed-back sequence, and in the series' unit. */
import { expect, test } from 'vitest'
import { buildNetwork, run, type NetworkSpec } from '../../src/engine/index.ts'
import { closedLoop } from '../../src/scenes/closedLoop.ts'
import { oneStepForecast, projection, rootMeanSquare } from '../../src/scenes/forecast.ts'

const spec = (cell: string, part: Partial<NetworkSpec> = {}): NetworkSpec => ({
  input: { kind: 'vector', size: 1 },
  layers: [
    { cell, size: 3, direction: 'forward' },
    { cell: 'gru', size: 2, direction: 'forward' },
  ],
  readout: { size: 1, activation: 'identity' },
  outputs: 'every',
  ...part,
})

const made = (description: NetworkSpec) => {
  const network = buildNetwork(description)
  const parameters = Float64Array.from({ length: network.parameterCount }, (_, k) => Math.sin(3 * k + 1))
  return { network, parameters }
}

const known = [[0.4], [-0.7], [0.1], [0.9]]

test.each(['feedforward', 'rnn', 'lstm', 'gru', 'peephole-lstm'])(
  '%s: going on alone equals one run over the known and the fed-back rows',
  (cell) => {
    const { network, parameters } = made(spec(cell))
    const said = closedLoop(network, parameters, known, 6)
    const fed = [...known, ...Array.from(said.subarray(0, 5), (value) => [value])]
    const whole = run(network, parameters, fed).outputs.slice(3)
    expect(whole).toHaveLength(6)
    said.forEach((value, k) => expect(value).toBeCloseTo(whole[k]!, 13))
  },
)

test('with one output at the last step as with one at every step', () => {
  const every = made(spec('lstm'))
  const last = buildNetwork(spec('lstm', { outputs: 'last' }))
  expect(closedLoop(last, every.parameters, known, 4)).toEqual(
    closedLoop(every.network, every.parameters, known, 4),
  )
})

test('several components are fed back together', () => {
  const { network, parameters } = made(
    spec('rnn', { input: { kind: 'vector', size: 2 }, readout: { size: 2, activation: 'sigmoid' } }),
  )
  const rows = [
    [0.3, 0.1],
    [-0.2, 0.8],
  ]
  const said = closedLoop(network, parameters, rows, 3)
  const fed = [...rows, Array.from(said.subarray(0, 2)), Array.from(said.subarray(2, 4))]
  const whole = run(network, parameters, fed).outputs
  said.forEach((value, k) => expect(value).toBeCloseTo(whole[k + 2]!, 13))
})

test.each([
  ['symbols', spec('rnn', { input: { kind: 'one-hot', symbols: 1 } }), 3, /expected vector inputs/],
  [
    'a narrow readout',
    spec('rnn', { input: { kind: 'vector', size: 2 } }),
    3,
    /expected 2 outputs, as many as inputs, got 1/,
  ],
  [
    'a reversed layer',
    spec('rnn', { layers: [{ cell: 'rnn', size: 2, direction: 'bidirectional' }] }),
    3,
    /expected forward layers/,
  ],
  ['no steps', spec('rnn'), 0, /at least 1 step, got 0/],
  ['half a step', spec('rnn'), 1.5, /at least 1 step, got 1\.5/],
] as const)('refuses %s', (_, description, steps, message) => {
  const { network, parameters } = made(description)
  const rows = Array.from({ length: 2 }, () => Array.from({ length: network.I }, () => 0))
  expect(() => closedLoop(network, parameters, rows, steps)).toThrow(message)
})

const scaling = { unit: 'ppm', quantity: 'change', step: 'month', season: null, mean: 0.1, scale: 2 } as const

test('one step ahead: the level before plus the change that is said, in the unit', () => {
  expect(oneStepForecast([400, 401], [0.5, -1], scaling)).toEqual([401.1, 399.1])
})

test('a projection starts at the known level and adds up the changes said in closed loop', () => {
  const { network, parameters } = made(spec('lstm'))
  const inputs = known.map(([value]) => value!)
  const levels = projection(network, parameters, inputs, 400, 5, scaling)
  const changes = Array.from(closedLoop(network, parameters, known, 5), (y) => y * 2 + 0.1)
  changes.reduce((level, change, k) => {
    expect(levels[k]).toBeCloseTo(level + change, 10)
    return level + change
  }, 400)
  // Its first step is the one-step forecast.
  const { outputs } = run(network, parameters, known)
  expect(levels[0]).toBeCloseTo(oneStepForecast([0, 0, 0, 400], outputs, scaling)[3]!, 12)
})

test('root mean square of the differences', () => {
  expect(rootMeanSquare([1, 5], [4, 1])).toBeCloseTo(Math.sqrt(12.5), 14)
  expect(() => rootMeanSquare([1], [1, 2])).toThrow(/Expected 2 forecasts.*got 1/)
})

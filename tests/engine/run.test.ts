/** Running a network: kinds of input and output, readouts, recordings, and bad input refused with what was expected. */
import { describe, expect, it } from 'vitest'
import {
  at,
  backward,
  buildNetwork,
  carryInto,
  gradPlane,
  plane,
  run,
  type NetworkSpec,
  type Sequence,
} from '../../src/engine/index.ts'
import { distance } from './support/fixtures.ts'
import { finalCarry, gradientsOf, networkOf, randomCase, traceOf, uniform } from './support/networks.ts'

const lstm = networkOf('lstm', { I: 2, H: 3 })
const weights = uniform(lstm.parameterCount, 1)

describe('input', () => {
  it('rows and one flat array are the same sequence', () => {
    const rows = run(lstm, weights, [
      [1, 2],
      [3, 4],
    ])
    expect(run(lstm, weights, Float64Array.of(1, 2, 3, 4)).outputs).toEqual(rows.outputs)
    expect(rows.T).toBe(2)
  })

  it('a one-hot symbol is a vector of zeros with a one', () => {
    const network = networkOf('gru', { input: { kind: 'one-hot', symbols: 3 }, H: 2 })
    const parameters = uniform(network.parameterCount, 2)
    const vectors = networkOf('gru', { I: 3, H: 2 })
    const symbols = run(network, parameters, [2, 0])
    expect(symbols.outputs).toEqual(
      run(vectors, parameters, [
        [0, 0, 1],
        [1, 0, 0],
      ]).outputs,
    )
    expect(symbols.symbols).toEqual([2, 0])
  })

  it('an embedded symbol is its row of the table', () => {
    const network = networkOf('rnn', { input: { kind: 'embedding', symbols: 3, size: 2 }, H: 2 })
    const parameters = uniform(network.parameterCount, 3)
    const { inputs } = run(network, parameters, [1, 1, 0])
    expect(Array.from(inputs)).toEqual([2, 3, 2, 3, 0, 1].map((k) => parameters[k]))
  })

  /** Rows and numbers in one list, as no type allows. */
  const mixed = (...steps: readonly (number | readonly number[])[]): Sequence => steps as Sequence

  const bad: readonly (readonly [string, Sequence, RegExp])[] = [
    ['an empty sequence', [], /at least one step/],
    ['a number among rows', mixed([1, 2], 3), /2 numbers at step 1, got one number/],
    ['a row among numbers', mixed(1, 2, [3, 4]), /2 numbers at step 0, got one number/],
    [
      'a row with a hole',
      [Object.assign([1], { length: 2 })],
      /finite inputs, got NaN at step 0, component 1/,
    ],
    ['an empty flat sequence', new Float64Array(0), /at least one step/],
    [
      'a row too wide',
      [
        [1, 2],
        [1, 2, 3],
      ],
      /2 numbers at step 1, got 3/,
    ],
    ['a row too narrow', [[1], [1, 2]], /2 numbers at step 0, got 1/],
    ['a flat length that is no whole number of steps', Float64Array.of(1, 2, 3), /multiple of 2.*got 3/],
    [
      'NaN',
      [
        [1, 2],
        [3, NaN],
      ],
      /finite.*NaN.*step 1, component 1/,
    ],
    ['infinity', Float64Array.of(-Infinity, 0), /finite.*-Infinity.*step 0, component 0/],
  ]
  it.each(bad)('%s is refused', (_, sequence, message) => {
    expect(() => run(lstm, weights, sequence)).toThrow(message)
  })

  it.each([[3], [-1], [0.5], [NaN]])('symbol %d of three is refused', (symbol) => {
    const network = networkOf('gru', { input: { kind: 'one-hot', symbols: 3 } })
    expect(() => run(network, uniform(network.parameterCount, 1), [0, symbol])).toThrow(
      /symbol from 0 to 2 at step 1/,
    )
  })
})

describe('parameters', () => {
  it.each([lstm.parameterCount - 1, lstm.parameterCount + 1, 0])('%i parameters are refused', (n) => {
    expect(() => run(lstm, uniform(n, 1), [[1, 2]])).toThrow(
      new RegExp(`${lstm.parameterCount} parameters.*got ${n}`),
    )
  })

  it.each([NaN, Infinity])('a weight of %d is refused by name', (value) => {
    const broken = weights.slice()
    const spec = lstm.parameters.find(({ name }) => name === 'layers.0.forward.U_g')
    broken[(spec?.offset ?? NaN) + 4] = value
    expect(() => run(lstm, broken, [[1, 2]])).toThrow(/finite.*U_g/)
  })
})

describe('output', () => {
  const build = (outputs: NetworkSpec['outputs'], activation: 'identity' | 'sigmoid' | 'softmax') =>
    networkOf('gru', {
      I: 2,
      H: 3,
      layers: 2,
      direction: 'bidirectional',
      readout: { size: 4, activation },
      outputs,
    })

  it('of the last: the final state of each direction', () => {
    const sample = randomCase(build('last', 'identity'), 5, 1)
    const trace = traceOf(sample)
    const [, , forward, reverse] = finalCarry(trace)
    expect(Array.from(trace.states)).toEqual([...(forward?.['h'] ?? []), ...(reverse?.['h'] ?? [])])
    expect([trace.rows, trace.outputs.length]).toEqual([1, 4])
  })

  it('softmax rows sum to one and do not overflow, sigmoid is its formula', () => {
    const sample = randomCase(build('every', 'softmax'), 5, 1)
    const soft = traceOf({ ...sample, parameters: sample.parameters.map((v) => v * 1000) })
    for (let t = 0; t < 5; t += 1) {
      const row = soft.outputs.subarray(t * 4, t * 4 + 4)
      expect(Math.abs(row.reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-15 * 4)
    }
    const trace = traceOf({ ...sample, network: build('every', 'sigmoid') })
    expect(
      distance(
        trace.outputs,
        trace.logits.map((v) => 1 / (1 + Math.exp(-v))),
      ),
    ).toBeLessThan(1e-15)
  })

  it('logits are W h + b', () => {
    const sample = randomCase(build('every', 'softmax'), 3, 1)
    const { logits, states, network } = traceOf(sample)
    const own = (name: string): Float64Array => {
      const spec = network.parameters.find((p) => p.name === name)
      return sample.parameters.subarray(spec?.offset, (spec?.offset ?? 0) + (spec?.size ?? 0))
    }
    const W = own('readout.W')
    const b = own('readout.b')
    const expected = Array.from({ length: 12 }, (_, k) => {
      let sum = b[k % 4] ?? NaN
      for (let u = 0; u < 6; u += 1)
        sum += (W[(k % 4) * 6 + u] ?? NaN) * (states[Math.floor(k / 4) * 6 + u] ?? NaN)
      return sum
    })
    expect(distance(logits, expected)).toBeLessThan(1e-14)
  })

  it('gradient of a wrong length is refused', () => {
    const trace = run(lstm, weights, [[1, 2]])
    expect(() => backward(trace, new Float64Array(2))).toThrow(/3 numbers \(1 rows of 3\), got 2/)
  })
})

describe('recording', () => {
  const sample = randomCase(networkOf('gru', { I: 2, H: 3, layers: 2 }), 6, 4)
  const full = gradientsOf(sample)

  it('what backward needs gives the same gradients, also of slots whose values were not kept', () => {
    const lean = gradientsOf(sample, { recording: 'backward' })
    expect(lean.parameters).toEqual(full.parameters)
    expect(lean.inputs).toEqual(full.inputs)
    lean.trace.traces.forEach((layer, k) => {
      const other = full.trace.traces[k]
      for (const slot of layer.program.slots)
        expect(gradPlane(layer, slot.name), slot.name).toEqual(other && gradPlane(other, slot.name))
    })
    expect(lean.trace.traces[0]?.values.length).toBeLessThan(full.trace.traces[0]?.values.length ?? 0)
  })

  it('display keeps the named equations and cannot be differentiated', () => {
    const trace = traceOf(sample, { recording: 'display' })
    const [layer] = trace.traces
    const [whole] = full.trace.traces
    if (!layer || !whole) throw new Error('Expected layers.')
    for (const name of ['r', 'z', 'n', 'h']) expect(plane(layer, name)).toEqual(plane(whole, name))
    expect(() => plane(layer, 'a_r')).toThrow(/"a_r" was not recorded/)
    expect(() => backward(trace, sample.dLogits)).toThrow(/recording "backward"/)
  })

  it('the trace given to backward stays without gradients', () => {
    const trace = traceOf(sample)
    backward(trace, sample.dLogits)
    expect(trace.traces.every((layer) => layer.grads === null)).toBe(true)
    const [layer] = trace.traces
    expect(() => layer && gradPlane(layer, 'h')).toThrow(/Call backward first/)
  })

  it('names what it has when asked for something else', () => {
    const [layer] = traceOf(sample).traces
    if (!layer) throw new Error('Expected a layer.')
    expect(() => at(layer, 0, 'c')).toThrow(/No slot "c" in cell "gru".*a_n\.x/)
    expect(() => at(layer, 6, 'h')).toThrow(/Step 6.*0 to 5/)
    expect(() => at(layer, -1, 'z')).toThrow(/Step -1/)
    expect(carryInto(layer, 0, 'h')).toEqual(at(layer, -1, 'h'))
    expect(carryInto(layer, 3, 'h')).toEqual(at(layer, 2, 'h'))
  })
})

describe('building', () => {
  /** A name that no type knows, as it may come from a file. */
  const name = <Known extends string>(given: string): Known => given as Known
  const spec: NetworkSpec = {
    input: { kind: 'vector', size: 2 },
    layers: [{ cell: 'lstm', size: 3, direction: 'forward' }],
    readout: null,
    outputs: 'every',
  }
  it.each([
    ['an unknown cell', { layers: [{ cell: 'lstn', size: 3, direction: 'forward' }] }, /"lstn".*lstm/],
    ['no layers', { layers: [] }, /at least one layer/],
    [
      'a hidden size of zero',
      { layers: [{ cell: 'lstm', size: 0, direction: 'forward' }] },
      /hidden size H.*got 0/,
    ],
    ['half a unit', { layers: [{ cell: 'lstm', size: 1.5, direction: 'forward' }] }, /got 1.5/],
    ['no inputs', { input: { kind: 'vector', size: 0 } }, /input size.*got 0/],
    ['no symbols', { input: { kind: 'one-hot', symbols: 0 } }, /symbols.*got 0/],
    [
      'an embedding of no size',
      { input: { kind: 'embedding', symbols: 2, size: 0 } },
      /embedding size.*got 0/,
    ],
    [
      'an unknown direction',
      { layers: [{ cell: 'lstm', size: 3, direction: name('backward') }] },
      /direction.*forward, reverse, bidirectional, got "backward"/,
    ],
    ['an unknown kind of input', { input: { kind: name('text'), size: 2 } }, /input.*one-hot.*got "text"/],
    ['unknown outputs', { outputs: name('all') }, /outputs.*every, last, got "all"/],
    [
      'an unknown activation',
      { readout: { size: 1, activation: name('relu') } },
      /activation of the readout.*softmax, got "relu"/,
    ],
    ['an unknown way to count biases', { bias: name('double') }, /bias.*per-input, got "double"/],
    ['a readout of no size', { readout: { size: 0, activation: 'identity' } }, /readout size.*got 0/],
  ] as readonly (readonly [string, Partial<NetworkSpec>, RegExp])[])('%s is refused', (_, part, message) => {
    expect(() => buildNetwork({ ...spec, ...part })).toThrow(message)
  })

  it.each([
    ['rnn', 1, 1],
    ['lstm', 4, 1],
    ['gru', 3, 2],
  ])('%s has G·H·(I + H + β) parameters', (cell, G) => {
    const [I, H] = [5, 7]
    expect(networkOf(cell, { I, H, bias: 'per-input' }).parameterCount).toBe(G * H * (I + H + 2))
    // One bias a term: the GRU's candidate has two terms.
    expect(networkOf(cell, { I, H }).parameterCount).toBe(G * H * (I + H + 1) + (cell === 'gru' ? H : 0))
  })

  it('large states run', () => {
    const network = networkOf('lstm', { I: 3, H: 512 })
    const trace = run(network, uniform(network.parameterCount, 1, 0.05), [[1, 2, 3]])
    expect(trace.outputs.every((v) => Number.isFinite(v) && Math.abs(v) < 1)).toBe(true)
  })
})

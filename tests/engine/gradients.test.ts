/** Every gradient of every cell in the registry against central finite differences: worst relative error ≤ 1e-6. */
import { describe, expect, it } from 'vitest'
import { backward, buildNetwork, cells, gradAt, run, type Network } from '../../src/engine/index.ts'
import { difference, differences, STEP, worstError, type Worst } from './support/differences.ts'
import {
  gradientsOf,
  lossOf,
  networkOf,
  smoothCase,
  traceOf,
  uniform,
  type Case,
} from './support/networks.ts'

const BOUND = 1e-6

const expectBelow = (worst: readonly Worst[]): void => {
  for (const { error, at } of worst) expect(error, at).toBeLessThanOrEqual(BOUND)
}

/** All gradients of a case: parameters by tensor, inputs, initial carry. */
const checkAll = (sample: Case): Worst[] => {
  const { network, parameters, sequence, initial } = sample
  const loss = (): number => lossOf(sample, traceOf(sample))
  const gradients = gradientsOf(sample)
  const worst = network.parameters.map(({ name, offset, size }) =>
    worstError(
      name,
      gradients.parameters.subarray(offset, offset + size),
      differences(loss, parameters.subarray(offset, offset + size)),
    ),
  )
  worst.push(worstError('inputs', gradients.inputs, differences(loss, sequence)))
  initial.forEach((carry, part) => {
    for (const [name, value] of Object.entries(carry))
      worst.push(
        worstError(
          `initial ${name} of part ${part}`,
          gradients.initial[part]?.[name] ?? [],
          differences(loss, value),
        ),
      )
  })
  return worst
}

const shapes: readonly (readonly [string, (cell: string) => Network, number])[] = [
  ['one layer', (cell) => networkOf(cell, { I: 3, H: 4 }), 6],
  ['one layer in reverse', (cell) => networkOf(cell, { I: 2, H: 3, direction: 'reverse' }), 5],
  [
    'two bidirectional layers, two biases, softmax readout of the last states',
    (cell) =>
      networkOf(cell, {
        I: 2,
        H: 2,
        layers: 2,
        direction: 'bidirectional',
        readout: { size: 3, activation: 'softmax' },
        outputs: 'last',
        bias: 'per-input',
      }),
    4,
  ],
  [
    'all sizes one',
    (cell) => networkOf(cell, { I: 1, H: 1, readout: { size: 1, activation: 'identity' } }),
    1,
  ],
]

describe.each(cells.map((cell) => cell.id))('gradients of %s', (cell) => {
  it.each(shapes)('%s', (_, build, T) => {
    expectBelow(checkAll(smoothCase(build(cell), T, 1)))
  })

  it('every slot at every step, by holding it beside its own value', () => {
    const T = 3
    const sample = smoothCase(networkOf(cell, { I: 2, H: 2 }), T, 40)
    const traced = traceOf(sample)
    const [layer] = gradientsOf(sample).trace.traces
    if (!layer) throw new Error('Expected one layer.')
    for (const slot of layer.program.slots)
      for (let t = 0; t < T; t += 1) {
        const start = (traced.traces[0]?.planes[slot.index] ?? -1) * (T + 1) + t + 1
        const values = Float64Array.from(traced.traces[0]?.values.subarray(start * 2, start * 2 + 2) ?? [])
        const numeric = [0, 1].map((unit) =>
          difference(
            () => {
              const hold = { slot: slot.name, unit, from: t, to: t, value: values[unit] ?? NaN }
              return lossOf(sample, traceOf(sample, { holds: [hold] }))
            },
            values,
            unit,
            STEP,
          ),
        )
        expectBelow([worstError(`${slot.name} at step ${t}`, gradAt(layer, t, slot.name), numeric)])
      }
  })
})

describe('gradients of mixed networks', () => {
  it('a different cell in each layer', () => {
    const network = buildNetwork({
      input: { kind: 'vector', size: 2 },
      layers: [
        { cell: 'gru', size: 3, direction: 'bidirectional' },
        { cell: 'peephole-lstm', size: 2, direction: 'reverse' },
        { cell: 'feedforward', size: 4, direction: 'forward' },
      ],
      readout: { size: 2, activation: 'identity' },
      outputs: 'every',
    })
    expectBelow(checkAll(smoothCase(network, 5, 7)))
  })

  it('an embedding, with a symbol that comes twice and one that never comes', () => {
    const network = networkOf('gru', { input: { kind: 'embedding', symbols: 4, size: 3 }, H: 2 })
    const symbols = [2, 0, 2, 3]
    const parameters = uniform(network.parameterCount, 11, 0.9)
    const dLogits = uniform(symbols.length * network.outputs, 12)
    const loss = (): number =>
      run(network, parameters, symbols).logits.reduce((sum, v, k) => sum + v * (dLogits[k] ?? NaN), 0)
    const gradients = backward(run(network, parameters, symbols), dLogits)
    expectBelow([worstError('parameters', gradients.parameters, differences(loss, parameters))])
    expect(Array.from(gradients.parameters.subarray(3, 6))).toEqual([0, 0, 0])
  })

  it('one-hot symbols', () => {
    const network = networkOf('lstm', { input: { kind: 'one-hot', symbols: 3 }, H: 2, outputs: 'last' })
    const parameters = uniform(network.parameterCount, 21, 0.9)
    const dLogits = uniform(network.outputs, 22)
    const loss = (): number =>
      run(network, parameters, [0, 2, 2, 1]).logits.reduce((sum, v, k) => sum + v * (dLogits[k] ?? NaN), 0)
    const gradients = backward(run(network, parameters, [0, 2, 2, 1]), dLogits)
    expectBelow([worstError('parameters', gradients.parameters, differences(loss, parameters))])
  })

  it('the judge itself sees a wrong gradient', () => {
    const sample = smoothCase(networkOf('lstm', { H: 2 }), 4, 3)
    const loss = (): number => lossOf(sample, traceOf(sample))
    const wrong = gradientsOf(sample).parameters.slice()
    wrong[5] = (wrong[5] ?? 0) * (1 + 1e-5) + 1e-9
    expect(worstError('parameters', wrong, differences(loss, sample.parameters)).error).toBeGreaterThan(BOUND)
  })
})

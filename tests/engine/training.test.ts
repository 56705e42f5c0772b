/** Whole training runs against PyTorch: forward, loss, backward, clipping and Adam, ten times; all parameters at the end. */
import { describe, expect, it } from 'vitest'
import {
  backward,
  buildNetwork,
  cellOf,
  clipByNorm,
  createTrainer,
  evaluate,
  lossAndGradient,
  losses,
  optimizer,
  run,
  startOptimizer,
  stepOptimizer,
  type Batch,
  type LossName,
  type Network,
} from '../../src/engine/index.ts'
import { difference } from './support/differences.ts'
import { distance, flat, fromStateDict, readFixture, type Matrix, type Tensor } from './support/fixtures.ts'
import { networkOf, uniform } from './support/networks.ts'

interface Run {
  readonly name: string
  readonly kind: 'lstm' | 'gru'
  readonly layers: number
  readonly lastOnly: boolean
  readonly loss: 'mse' | 'cross-entropy'
  readonly inputSize: number
  readonly hiddenSize: number
  readonly outputSize: number
  readonly learningRate: number
  readonly clip: number | null
  readonly x: Matrix
  readonly target: Tensor
  readonly start: Record<string, Tensor>
  readonly firstGradients: Record<string, Tensor>
  readonly losses: number[]
  readonly end: Record<string, Tensor>
}

const BOUND = 1e-12

const networkFor = (fixture: Run): Network =>
  buildNetwork({
    input: { kind: 'vector', size: fixture.inputSize },
    layers: Array.from({ length: fixture.layers }, () => ({
      cell: fixture.kind,
      size: fixture.hiddenSize,
      direction: 'forward',
    })),
    readout: { size: fixture.outputSize, activation: fixture.loss === 'mse' ? 'identity' : 'softmax' },
    outputs: fixture.lastOnly ? 'last' : 'every',
    bias: 'per-input',
  })

describe.each(readFixture<{ runs: Run[] }>('training').runs)('$name', (fixture) => {
  const network = networkFor(fixture)
  const gates = cellOf(fixture.kind).stacked?.pytorch ?? []
  const stateDict = (dict: Record<string, Tensor>): Float64Array =>
    fromStateDict(network, gates, dict, 'rnn.')
  const name: LossName = fixture.loss === 'mse' ? 'squared-error' : 'cross-entropy'
  const loss = losses[name]

  const atParameters = (parameters: Float64Array) => {
    const trace = run(network, parameters, fixture.x)
    const { value, gradient } = loss(trace.logits, flat(fixture.target), { columns: network.outputs })
    return { value, gradient: backward(trace, gradient).parameters }
  }

  it('gradients of the first step', () => {
    const { gradient } = atParameters(stateDict(fixture.start))
    expect(distance(gradient, stateDict(fixture.firstGradients))).toBeLessThanOrEqual(BOUND)
  })

  it('loss at every step and all parameters at the end', () => {
    const parameters = stateDict(fixture.start)
    const settings = optimizer('adam', { learningRate: fixture.learningRate })
    const state = startOptimizer(settings, parameters.length)
    const values = fixture.losses.map(() => {
      const { value, gradient } = atParameters(parameters)
      if (fixture.clip !== null) clipByNorm(gradient, fixture.clip)
      stepOptimizer(settings, state, parameters, gradient)
      return value
    })
    expect(distance(values, fixture.losses)).toBeLessThanOrEqual(BOUND)
    expect(distance(parameters, stateDict(fixture.end))).toBeLessThanOrEqual(BOUND)
    expect(distance(parameters, stateDict(fixture.start))).toBeGreaterThan(1e-3)
  })

  it('by the trainer: the same', () => {
    const trainer = createTrainer(network, stateDict(fixture.start), {
      optimizer: optimizer('adam', { learningRate: fixture.learningRate }),
      loss: name,
      clip: fixture.clip,
    })
    const batch = [{ sequence: fixture.x, target: flat(fixture.target), mask: null }]
    const values = fixture.losses.map(() => trainer.step(batch).loss)
    expect(distance(values, fixture.losses)).toBeLessThanOrEqual(BOUND)
    expect(distance(trainer.parameters, stateDict(fixture.end))).toBeLessThanOrEqual(BOUND)
  })
})

describe('a batch', () => {
  const network = networkOf('gru', { I: 2, H: 3, readout: { size: 2, activation: 'identity' } })
  const parameters = uniform(network.parameterCount, 1)
  const batch: Batch = [
    { sequence: uniform(8, 2), target: uniform(8, 3), mask: null },
    { sequence: uniform(4, 4), target: uniform(4, 5), mask: [0, 1] },
  ]

  it('has the mean over all counted elements, not the mean of the means of its sequences', () => {
    let sum = 0
    for (const { sequence, target, mask } of batch) {
      const { logits } = run(network, parameters, sequence)
      logits.forEach((p, k) => {
        if (!mask || mask[Math.floor(k / 2)]) sum += (p - (target[k] ?? NaN)) ** 2
      })
    }
    const expected = sum / (8 + 2)
    expect(distance([evaluate(network, parameters, 'squared-error', batch)], [expected])).toBeLessThan(1e-14)
    expect(
      distance([lossAndGradient(network, parameters, 'squared-error', batch).loss], [expected]),
    ).toBeLessThan(1e-14)
  })

  it('has the gradient of that mean', () => {
    const { gradient } = lossAndGradient(network, parameters, 'squared-error', batch)
    const loss = (): number => evaluate(network, parameters, 'squared-error', batch)
    for (let k = 0; k < parameters.length; k += 7)
      expect(Math.abs((gradient[k] ?? NaN) - difference(loss, parameters, k))).toBeLessThan(1e-10)
  })

  it('has the same bits in used memory as in fresh: the sum of its sequences, whatever came before', () => {
    const own = parameters.slice()
    const trainer = createTrainer(network, own, {
      optimizer: optimizer('sgd', { learningRate: 1 }),
      loss: 'squared-error',
      clip: null,
    })
    const lengths = [4, 2, 4, 1, 2, 3, 5, 6, 7, 8, 9, 10]
    for (let update = 0; update < 3; update++) {
      const mixed: Batch = lengths.map((T, k) => ({
        sequence: uniform(2 * T, 100 * update + k),
        target: uniform(2 * T, 1000 + 100 * update + k),
        mask: null,
      }))
      const before = own.slice()
      const fresh = lossAndGradient(network, before, 'squared-error', mixed)
      const sum = new Float64Array(own.length)
      const divisor = 2 * lengths.reduce((all, T) => all + T)
      for (const { sequence, target } of mixed) {
        const trace = run(network, before, sequence)
        const { gradient } = losses['squared-error'](trace.logits, target, { columns: 2, divisor })
        backward(trace, gradient).parameters.forEach((d, k) => (sum[k]! += d))
      }
      expect(fresh.gradient).toEqual(sum)
      expect(trainer.step(mixed).loss).toBe(fresh.loss)
      expect(own).toEqual(before.map((v, k) => v - fresh.gradient[k]!))
    }
  })

  it('is as before after one that overflowed', () => {
    const deep = networkOf('rnn-relu', { I: 2, H: 3, readout: { size: 2, activation: 'identity' } })
    const small = uniform(deep.parameterCount, 1)
    const gradientOf = (p: Float64Array) => lossAndGradient(deep, p, 'squared-error', batch).gradient
    const before = gradientOf(small)
    expect(gradientOf(small.map((value) => 1e200 * value)).some((d) => Number.isNaN(d))).toBe(true)
    expect(gradientOf(small)).toEqual(before)
  })

  it('leaves the parameters as they are when the loss is not finite', () => {
    const own = parameters.slice()
    const trainer = createTrainer(network, own, {
      optimizer: optimizer('sgd'),
      loss: 'squared-error',
      clip: null,
    })
    const far: Batch = [{ sequence: [[1, 2]], target: [1e200, 0], mask: null }]
    expect(() => trainer.step(far)).toThrow(/Update 1: expected a finite loss and gradient/)
    expect(own).toEqual(parameters)
  })

  it('must count something, and fit the readout', () => {
    const none: Batch = [{ sequence: [[1, 2]], target: [0, 0], mask: [0] }]
    expect(() => evaluate(network, parameters, 'squared-error', none)).toThrow(
      /at least one step that counts/,
    )
    expect(() => evaluate(network, parameters, 'squared-error', [])).toThrow(/at least one step that counts/)
    expect(() => evaluate(network, parameters, 'cross-entropy', batch)).toThrow(
      /readout with softmax, got identity/,
    )
  })

  it('must have parameters that fit, and a loss that there is', () => {
    const settings = { optimizer: optimizer('sgd'), loss: 'squared-error', clip: null } as const
    expect(() => createTrainer(network, parameters.subarray(1), settings)).toThrow(
      new RegExp(`Expected ${network.parameterCount} parameters .*got ${network.parameterCount - 1}`),
    )
    expect(() =>
      createTrainer(
        network,
        parameters.map((v, k) => (k === 3 ? NaN : v)),
        settings,
      ),
    ).toThrow(/finite weights, got NaN in "layers\.0\.forward\.\w+", element/)
    const unknown: string = 'mse'
    expect(() => evaluate(network, parameters, unknown as LossName, batch)).toThrow(
      /loss.*squared-error.*got "mse"/,
    )
  })
})

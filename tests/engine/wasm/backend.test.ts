/** The WebAssembly back end against JavaScript: the same bits, for every cell, size, direction and recording. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  backward,
  cells,
  createTrainer,
  javascript,
  optimizer,
  run,
  type Batch,
  type RunOptions,
} from '../../../src/engine/index.ts'
import { createWasmBackend } from '../../../src/engine/wasm/backend.ts'
import { networkOf, randomCase, uniform, type Case } from '../support/networks.ts'

const backend = createWasmBackend()!

/** Bits, not numbers: +0 and −0 differ; but any NaN is as good as another. */
const bits = (values: Float64Array | Float32Array): Uint32Array =>
  new Uint32Array(values.map((value) => (Number.isNaN(value) ? NaN : value)).buffer)

const expectSameRun = (sample: Case, options: RunOptions = {}): void => {
  const { network, parameters, sequence, initial } = sample
  const runs = [undefined, backend].map((own) =>
    run(network, parameters, sequence, { initial, ...options, ...(own && { backend: own }) }),
  )
  const [truth, trace] = runs as [(typeof runs)[0], (typeof runs)[0]]
  trace.traces.forEach((layer, k) => {
    expect(layer.planes).toEqual(truth.traces[k]!.planes)
    expect(bits(layer.values)).toEqual(bits(truth.traces[k]!.values))
  })
  expect(bits(trace.logits)).toEqual(bits(truth.logits))
}

const expectSameGradients = (sample: Case, options: RunOptions = {}): void => {
  const { network, parameters, sequence, initial, dLogits, final } = sample
  const trace = run(network, parameters, sequence, { initial, recording: 'backward', ...options })
  const truth = backward(trace, dLogits, { final, slots: false })
  const gradients = backward(trace, dLogits, { final, slots: false, backend })
  expect(bits(gradients.parameters)).toEqual(bits(truth.parameters))
  expect(bits(gradients.inputs)).toEqual(bits(truth.inputs))
  expect(gradients.initial).toEqual(truth.initial)
}

const scaled = (sample: Case, factor: number): Case => ({
  ...sample,
  parameters: sample.parameters.map((value) => factor * value),
})

describe('the back end', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  /** What a worker runs its layers with where WebAssembly is `there`. */
  const chosenWhere = async (there: unknown): Promise<string> => {
    vi.stubGlobal('WebAssembly', there)
    vi.resetModules()
    const { layerBackend } = await import('../../../src/workers/backend.ts')
    return layerBackend().name
  }

  it('is WebAssembly where it may run, else JavaScript', async () => {
    expect(await chosenWhere(WebAssembly)).toBe('webassembly')
    expect(await chosenWhere(undefined)).toBe('javascript')
    const asked: unknown[] = []
    const forbidden = new Proxy(Array, {
      construct: (_, given) => {
        asked.push(...given)
        throw new Error('Refused to compile: unsafe-eval is not allowed')
      },
    })
    expect(await chosenWhere({ Module: forbidden })).toBe('javascript')
    expect(asked).toHaveLength(1)
  })
})

describe.each(cells.map(({ id }) => id))('%s', (cell) => {
  it.each([
    [1, 1, 1],
    [3, 7, 9],
    [8, 16, 17],
  ] as const)('I = %i, H = %i, T = %i: runs with the bits of JavaScript', (I, H, T) => {
    const sample = randomCase(networkOf(cell, { I, H, direction: 'bidirectional' }), T, 7)
    for (const recording of ['all', 'backward', 'display'] as const) expectSameRun(sample, { recording })
    for (const recording of ['all', 'display'] as const)
      expectSameRun(sample, { recording, precision: 'f32' })
  })

  it.each([
    [1, 1, 1],
    [5, 2, 8],
    [9, 13, 20],
  ] as const)('I = %i, H = %i, T = %i: goes back with the bits of JavaScript', (I, H, T) => {
    const sample = randomCase(networkOf(cell, { I, H, direction: 'bidirectional', bias: 'per-input' }), T, 8)
    expectSameGradients(sample)
    expectSameGradients(sample, { recording: 'all', precision: 'f32' })
  })

  it('two layers of it, one in reverse, start from a carry that is not zero', () => {
    const sample = randomCase(networkOf(cell, { I: 2, H: 3, direction: 'reverse', layers: 2 }), 5, 6)
    expectSameRun(sample)
    expectSameGradients(sample)
  })
})

describe.each(cells.map(({ id }) => id))('%s at the edges of numbers', (cell) => {
  it.each([0, 1e-310, 30, 1e3, 1e200])('weights times %d', (factor) => {
    const sample = scaled(randomCase(networkOf(cell, { I: 3, H: 5 }), 11, 9), factor)
    expectSameRun(sample)
    expectSameGradients(sample)
  })
})

it('runs with interventions and keeps gradients of all slots as JavaScript does', () => {
  const sample = randomCase(networkOf('lstm', { I: 2, H: 3 }), 6, 3)
  expectSameRun(sample, { holds: [{ slot: 'f', unit: 1, from: 2, to: 3, value: 0.5 }] })
  const trace = run(sample.network, sample.parameters, sample.sequence)
  const { trace: back } = backward(trace, sample.dLogits, { backend })
  expect(back.traces[0]!.grads).toEqual(backward(trace, sample.dLogits).trace.traces[0]!.grads)
})

it('says what JavaScript says of a trace for display, and of parameters and carries that do not fit', () => {
  const { network, parameters, sequence, dLogits } = randomCase(networkOf('gru', { I: 2, H: 3 }), 6, 3)
  const trace = run(network, parameters, sequence, { recording: 'display', backend })
  expect(() => backward(trace, dLogits, { slots: false, backend })).toThrow(/recorded with "display"/)
  expect(() => run(network, parameters.subarray(1), sequence, { backend })).toThrow(/parameters/)
  expect(() => run(network, parameters, sequence, { backend, initial: [{ h: [1, 2] }] })).toThrow(
    /initial h of 3 numbers/,
  )
})

describe('a trainer', () => {
  const lengths = [3, 8, 1, 17, 3, 40]
  const batchOf = (update: number): Batch =>
    lengths.map((T, k) => ({
      sequence: uniform(2 * T, 100 * update + k),
      target: uniform(2 * T, 1000 + 100 * update + k),
      mask: T > 3 ? Array.from({ length: T }, (_, t) => t % 3) : null,
    }))

  it.each(['rnn', 'lstm', 'gru', 'peephole-lstm'])('trains %s to the same weights', (cell) => {
    const network = networkOf(cell, {
      I: 2,
      H: 5,
      layers: 2,
      direction: 'bidirectional',
      readout: { size: 2, activation: 'identity' },
    })
    const trained = [javascript, backend].map((own) => {
      const parameters = uniform(network.parameterCount, 3, 0.5)
      const trainer = createTrainer(network, parameters, {
        optimizer: optimizer('adam', { learningRate: 0.01 }),
        loss: 'squared-error',
        clip: 0.5,
        backend: own,
      })
      const losses = Array.from({ length: 5 }, (_, update) => trainer.step(batchOf(update)).loss)
      return { losses, parameters }
    })
    expect(trained[1]!.losses).toEqual(trained[0]!.losses)
    expect(bits(trained[1]!.parameters)).toEqual(bits(trained[0]!.parameters))
  })
})

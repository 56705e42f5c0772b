/**
 * Laws that hold for every network: random cells, layers, directions, sizes and lengths, from one to beyond the
 * eight that the kernels take at once.
 */
import fc from '../support/fc.ts'
import { describe, expect, it, vi } from 'vitest'
import { at, backward, buildNetwork, cells, plane, type Network } from '../../src/engine/index.ts'
import { difference, relativeError } from './support/differences.ts'
import { distance } from './support/fixtures.ts'
import {
  finalCarry,
  gradientsOf,
  kinkDistance,
  lossOf,
  networkOf,
  randomCase,
  traceOf,
  uniform,
  type Case,
} from './support/networks.ts'

// Many runs a test: a busy machine may need longer than the default.
vi.setConfig({ testTimeout: 30_000 })

const ids = cells.map((cell) => cell.id)
const direction = fc.constantFrom('forward' as const, 'reverse' as const, 'bidirectional' as const)

const networks: fc.Arbitrary<Network> = fc
  .record({
    I: fc.integer({ min: 1, max: 9 }),
    layers: fc.array(
      fc.record({ cell: fc.constantFrom(...ids), size: fc.integer({ min: 1, max: 9 }), direction }),
      { minLength: 1, maxLength: 3 },
    ),
    readout: fc.option(
      fc.record({ size: fc.integer({ min: 1, max: 3 }), activation: fc.constant('identity' as const) }),
    ),
    outputs: fc.constantFrom('every' as const, 'last' as const),
    bias: fc.constantFrom('single' as const, 'per-input' as const),
  })
  .map(({ I, ...spec }) => buildNetwork({ input: { kind: 'vector', size: I }, ...spec }))

const samples: fc.Arbitrary<Case> = fc
  .tuple(networks, fc.integer({ min: 1, max: 18 }), fc.integer({ min: 0, max: 1_000_000 }))
  .map(([network, T, seed]) => randomCase(network, T, seed))

const forward: fc.Arbitrary<Case> = samples.filter(({ network }) =>
  network.spec.layers.every((layer) => layer.direction === 'forward'),
)

const runs = { numRuns: 60, seed: 20_240_601 }

describe('gradients', () => {
  it('of parameters, inputs and initial carry picked at random agree with finite differences', () => {
    const picks = fc.array(fc.nat(), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(samples, picks, (sample, places) => {
        fc.pre(kinkDistance(traceOf(sample)) > 0.02)
        const { parameters, sequence, initial } = sample
        const gradients = gradientsOf(sample)
        const loss = (): number => lossOf(sample, traceOf(sample))
        const carry = initial.findIndex((part) => 'h' in part)
        const groups = [
          [parameters, gradients.parameters],
          [sequence, gradients.inputs],
          [initial[carry]?.['h'] ?? [], gradients.initial[carry]?.['h'] ?? []],
        ] as const
        for (const [values, analytic] of groups) {
          const scale = Math.max(1, ...Array.from(analytic, Math.abs))
          for (const place of values.length > 0 ? places : []) {
            const k = place % values.length
            const numeric = difference(loss, values, k)
            expect(relativeError(analytic[k] ?? NaN, numeric, 1e-5 * scale)).toBeLessThanOrEqual(1e-6)
          }
        }
      }),
      runs,
    )
  })

  it('are linear in ∂L/∂ logits', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: -3, max: 3, noNaN: true }), (sample, factor) => {
        const trace = traceOf(sample)
        const other = uniform(sample.dLogits.length, 77)
        const a = backward(trace, sample.dLogits)
        const b = backward(trace, other)
        const sum = backward(
          trace,
          sample.dLogits.map((d, k) => d + factor * (other[k] ?? NaN)),
        )
        const expected = a.parameters.map((d, k) => d + factor * (b.parameters[k] ?? NaN))
        const scale = 1 + Math.max(...a.parameters.map(Math.abs), ...b.parameters.map(Math.abs))
        expect(distance(sum.parameters, expected)).toBeLessThanOrEqual(1e-13 * scale)
        const inputs = a.inputs.map((d, k) => d + factor * (b.inputs[k] ?? NaN))
        expect(distance(sum.inputs, inputs)).toBeLessThanOrEqual(1e-13 * scale)
      }),
      runs,
    )
  })

  it('of nothing are nothing', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { parameters, inputs } = backward(traceOf(sample), new Float64Array(sample.dLogits.length))
        expect([...parameters, ...inputs].every((d) => d === 0)).toBe(true)
      }),
      runs,
    )
  })
})

describe('runs', () => {
  it('twice give the same bits, and change neither parameters nor inputs', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const [parameters, sequence] = [sample.parameters.slice(), sample.sequence.slice()]
        const first = gradientsOf(sample)
        const second = gradientsOf(sample)
        expect(second.trace.outputs).toEqual(first.trace.outputs)
        expect(second.parameters).toEqual(first.parameters)
        expect(second.trace.traces.map((t) => [t.values, t.grads])).toEqual(
          first.trace.traces.map((t) => [t.values, t.grads]),
        )
        expect([sample.parameters, sample.sequence]).toEqual([parameters, sequence])
      }),
      runs,
    )
  })

  it('in between, of the same or another network, with other weights or holds, disturb no trace', () => {
    fc.assert(
      fc.property(samples, samples, (sample, other) => {
        const alone = gradientsOf(sample)
        const trace = traceOf(sample)
        const kept = trace.traces.map((layer) => layer.values.slice())
        gradientsOf(other)
        gradientsOf(
          { ...sample, parameters: sample.parameters.map((v) => v / 2) },
          { holds: [{ slot: 'h', unit: 0, from: 0, to: 0, value: 0.5 }] },
        )
        expect(trace.traces.map((layer) => layer.values)).toEqual(kept)
        const late = backward(trace, sample.dLogits, { final: sample.final })
        expect(late.parameters).toEqual(alone.parameters)
        expect(late.inputs).toEqual(alone.inputs)
        expect(late.initial).toEqual(alone.initial)
        expect(late.trace.traces.map((layer) => layer.grads)).toEqual(
          alone.trace.traces.map((layer) => layer.grads),
        )
      }),
      runs,
    )
  })

  it('recorded in f32 lie within 6e-8 of the f64 trace, as one rounding does', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const wide = traceOf(sample)
        const narrow = traceOf(sample, { precision: 'f32' })
        // Later layers read what the first recorded, so only the first is a single rounding away.
        const first = wide.traces.filter((_, k) => wide.network.parts[k]?.layer === 0)
        first.forEach((layer, k) => {
          const values = narrow.traces[k]?.values ?? []
          expect(values).toBeInstanceOf(Float32Array)
          layer.values.forEach((v, at) =>
            expect(Math.abs((values[at] ?? NaN) - v)).toBeLessThanOrEqual(
              6e-8 * Math.max(Math.abs(v), 1e-37),
            ),
          )
        })
        const scale = 1 + Math.max(...wide.outputs.map(Math.abs))
        expect(distance(narrow.outputs, wide.outputs)).toBeLessThanOrEqual(1e-5 * scale)
      }),
      runs,
    )
  })

  it('of a reversed layer are the forward layer on the reversed sequence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.integer({ min: 1, max: 6 }), fc.nat(9999), (cell, T, seed) => {
        const sample = randomCase(networkOf(cell, { I: 2, H: 3, direction: 'reverse' }), T, seed)
        const turn = (v: Float64Array, width: number): number[] =>
          Array.from({ length: T }, (_, t) => [...v.subarray((T - 1 - t) * width, (T - t) * width)]).flat()
        const turned = {
          ...sample,
          network: networkOf(cell, { I: 2, H: 3 }),
          sequence: Float64Array.from(turn(sample.sequence, 2)),
          dLogits: Float64Array.from(turn(sample.dLogits, 3)),
        }
        const [ours, theirs] = [gradientsOf(sample), gradientsOf(turned)]
        expect(turn(theirs.trace.outputs, 3)).toEqual([...ours.trace.outputs])
        expect(turn(theirs.inputs, 2)).toEqual([...ours.inputs])
        expect(theirs.parameters).toEqual(ours.parameters)
        expect(theirs.initial).toEqual(ours.initial)
      }),
      runs,
    )
  })

  it('of a sequence in two parts, the second from the carry of the first, are the run of the whole', () => {
    fc.assert(
      fc.property(forward, fc.nat(), (sample, cut) => {
        const { network, sequence } = sample
        const { I } = network
        const T = sequence.length / I
        fc.pre(T > 1)
        const split = (1 + (cut % (T - 1))) * I
        const whole = traceOf(sample)
        const head = traceOf({ ...sample, sequence: sequence.slice(0, split) })
        const tail = traceOf({ ...sample, sequence: sequence.slice(split), initial: finalCarry(head) })
        whole.traces.forEach((layer, k) => {
          const parts = [head, tail].flatMap((trace) => {
            const own = trace.traces[k]
            return own ? [...plane(own, 'h')] : []
          })
          expect(parts).toEqual([...plane(layer, 'h')])
        })
      }),
      runs,
    )
  })

  it('read no step before its time, and a cell without memory reads no other step', () => {
    fc.assert(
      fc.property(forward, fc.nat(), fc.nat(), (sample, which, unit) => {
        const { network, sequence } = sample
        const T = sequence.length / network.I
        fc.pre(network.spec.outputs === 'every')
        const t = which % T
        const dLogits = new Float64Array(sample.dLogits.length)
        dLogits[t * network.outputs + (unit % network.outputs)] = 1
        const { inputs } = backward(traceOf(sample), dLogits)
        expect(inputs.subarray((t + 1) * network.I).every((d) => d === 0)).toBe(true)
        if (network.spec.layers.every((layer) => layer.cell === 'feedforward'))
          expect(inputs.subarray(0, t * network.I).every((d) => d === 0)).toBe(true)
      }),
      runs,
    )
  })

  it('have bounded activations: gates within [0, 1], tanh within [−1, 1]', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 1, max: 1e3, noNaN: true }), (sample, scale) => {
        const trace = traceOf({ ...sample, parameters: sample.parameters.map((v) => v * scale) })
        for (const layer of trace.traces)
          for (const { name, op } of layer.program.slots)
            for (let t = 0; t < layer.T; t += 1)
              for (const value of at(layer, t, name)) {
                expect(Number.isNaN(value)).toBe(false)
                if (op === 'sigmoid') expect(Math.abs(value - 0.5)).toBeLessThanOrEqual(0.5)
                if (op === 'tanh') expect(Math.abs(value)).toBeLessThanOrEqual(1)
              }
      }),
      { ...runs, numRuns: 40 },
    )
  })
})

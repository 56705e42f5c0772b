/** What recordings cost in memory, what can be had back from them, and memory that is used again. */
import { describe, expect, it } from 'vitest'
import { at, backward, cells, openStep, type RunOptions } from '../../src/engine/index.ts'
import { gradientsOf, networkOf, randomCase, traceOf } from './support/networks.ts'

describe('memory of an LSTM trace', () => {
  const [H, T] = [16, 40]
  const sample = randomCase(networkOf('lstm', { I: 3, H }), T, 1)
  const bytes = (options: RunOptions) => traceOf(sample, options).traces[0]!.values.byteLength

  it('is four gates, c and h a step when recorded for display: 24 H bytes in f32', () => {
    expect(bytes({ recording: 'display', precision: 'f32' })).toBe(24 * H * (T + 1))
    expect(bytes({ recording: 'display' })).toBe(48 * H * (T + 1))
  })

  it('is at most 1.17 times that when recorded for the way back', () => {
    const ratio = bytes({ recording: 'backward', precision: 'f32' }) / (24 * H * (T + 1))
    expect(ratio).toBeLessThanOrEqual(1.17)
  })
})

describe.each(cells.map((cell) => cell.id))('a step of %s opened from a display recording', (cell) => {
  const holds = [{ slot: 'h', unit: 1, from: 1, to: 2, value: 0.25 }]

  it.each(['forward', 'reverse'] as const)('has the bits of the full trace, %s', (direction) => {
    const sample = randomCase(networkOf(cell, { I: 2, H: 3, direction }), 4, 17)
    const [whole] = traceOf(sample, { holds }).traces
    const [display] = traceOf(sample, { holds, recording: 'display' }).traces
    for (let t = 0; t < 4; t++) {
      const step = openStep(display!, sample.parameters, t, holds)
      for (const { name } of whole!.program.slots) expect(at(step, 0, name)).toEqual(at(whole!, t, name))
    }
  })

  it('differs by the rounding of the carry when that was recorded as f32', () => {
    const sample = randomCase(networkOf(cell, { I: 2, H: 3 }), 4, 18)
    const [whole] = traceOf(sample).traces
    const [display] = traceOf(sample, { recording: 'display', precision: 'f32' }).traces
    const step = openStep(display!, sample.parameters, 3)
    for (const { name } of whole!.program.slots)
      at(whole!, 3, name).forEach((value, u) =>
        expect(Math.abs(at(step, 0, name)[u]! - value)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(value))),
      )
  })
})

describe('memory used again', () => {
  const sample = randomCase(networkOf('gru', { I: 2, H: 3, layers: 2, direction: 'bidirectional' }), 5, 3)
  const other = randomCase(sample.network, 5, 4)

  it('gives the numbers of a fresh run in the buffers of the old one', () => {
    const old = traceOf(other)
    const reused = traceOf(sample, { reuse: old })
    const fresh = traceOf(sample)
    expect(reused.outputs).toEqual(fresh.outputs)
    reused.traces.forEach((trace, part) => {
      expect(trace.values).toEqual(fresh.traces[part]!.values)
      expect(trace.values).toBe(old.traces[part]!.values)
    })
    expect(reused.options).not.toHaveProperty('reuse')
  })

  it('gives the gradients of a fresh way back in the arrays of the old one', () => {
    const old = gradientsOf(other)
    const lean = { slots: false, reuse: old } as const
    const reused = backward(traceOf(sample), sample.dLogits, { final: sample.final, ...lean })
    const { parameters, inputs, initial } = gradientsOf(sample)
    expect(reused.parameters).toEqual(parameters)
    expect(reused.parameters).toBe(old.parameters)
    expect(reused.inputs).toEqual(inputs)
    expect(reused.initial).toEqual(initial)
  })

  it('leaves a trace of another length, recording or precision alone', () => {
    const old = traceOf(randomCase(sample.network, 6, 4))
    const before = old.traces[0]!.values.slice()
    traceOf(sample, { reuse: old })
    expect(old.traces[0]!.values).toEqual(before)
    const display = traceOf(sample, { recording: 'display' })
    expect(traceOf(sample, { reuse: display }).traces[0]!.values).not.toBe(display.traces[0]!.values)
    const f32 = traceOf(sample, { precision: 'f32' })
    expect(traceOf(sample, { reuse: f32 }).traces[0]!.values).not.toBe(f32.traces[0]!.values)
  })
})

it('backward without gradients of slots gives the same parameters, inputs and carry', () => {
  const sample = randomCase(networkOf('peephole-lstm', { I: 2, H: 3, layers: 2 }), 9, 5)
  const whole = gradientsOf(sample)
  const lean = backward(traceOf(sample), sample.dLogits, { final: sample.final, slots: false })
  expect(lean.parameters).toEqual(whole.parameters)
  expect(lean.inputs).toEqual(whole.inputs)
  expect(lean.initial).toEqual(whole.initial)
  expect(lean.trace.traces[0]!.grads).toBe(null)
})

it('both directions keep their own gradient of what they read; the layer below gets the sum', () => {
  const sample = randomCase(networkOf('gru', { I: 2, H: 3, direction: 'bidirectional' }), 4, 8)
  const { inputs, trace } = gradientsOf(sample)
  const [forward, reverse] = trace.traces.map(({ inputGrads }) => inputGrads!)
  inputs.forEach((value, k) => expect(value).toBe(forward![k]! + reverse![k]!))
})

it('refuses a recording that there is not, and unchanged parameters before there were any', () => {
  const sample = randomCase(networkOf('lstm', { I: 2, H: 2 }), 3, 6)
  const recording = 'some' as NonNullable<RunOptions['recording']>
  expect(() => traceOf(sample, { recording })).toThrow(/expected all, backward, display, got "some"/)
  const another = randomCase(networkOf('gru', { I: 2, H: 5 }), 3, 6)
  expect(() => traceOf(another, { unchanged: true })).toThrow(/Expected a run with these parameters/)
  expect(traceOf(another, { unchanged: true, reuse: traceOf(another) }).outputs).toEqual(
    traceOf(another).outputs,
  )
})

it('refuses to open a step outside the sequence', () => {
  const sample = randomCase(networkOf('lstm', { I: 2, H: 2 }), 3, 6)
  const trace = traceOf(sample, { recording: 'display' }).traces[0]!
  for (const t of [-1, 3, 0.5]) expect(() => openStep(trace, sample.parameters, t)).toThrow(/0 to 2/)
})

it('refuses to open a step with the parameters of the whole network', () => {
  const sample = randomCase(networkOf('lstm', { I: 2, H: 2, layers: 2 }), 3, 6)
  const trace = traceOf(sample).traces[1]!
  expect(() => openStep(trace, sample.parameters, 0)).toThrow(
    /Expected 40 parameters .*got 80.*partParameters/,
  )
})

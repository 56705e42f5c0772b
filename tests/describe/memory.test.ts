import { describe, expect, test } from 'vitest'
import { lastAskedStep, memoryNorms, memorySlotOf } from '../../src/describe/memory.ts'
import { at, cellOf, run } from '../../src/engine/index.ts'
import { networkOf, uniform } from '../engine/support/networks.ts'

const T = 7

const traceOf = (cell: string, outputs: 'every' | 'last' = 'every', size = 1) => {
  const network = networkOf(cell, { I: 3, H: 4, outputs, readout: { size, activation: 'identity' } })
  return run(network, uniform(network.parameterCount, 5), uniform(T * 3, 6))
}

/** ∂ logits at t / ∂ slot at k by central differences: rerun the rest from a moved carry. */
const measured = (cell: string, t: number, k: number, slot: string): number => {
  const trace = traceOf(cell)
  const { network, parameters, inputs } = trace
  const layer = trace.traces[0]!
  const rest = inputs.subarray((k + 1) * 3)
  const outputAfter = (unit: number, by: number): number => {
    const initial = Object.fromEntries(
      cellOf(cell).carry.map((name) => {
        const carried = Float64Array.from(at(layer, k, name))
        if (name === slot) carried[unit]! += by
        return [name, carried]
      }),
    )
    // In the total derivative a moved c moves its own h as well.
    if (slot === 'c') {
      const o = at(layer, k, 'o')
      initial['h'] = initial['c']!.map((c, u) => o[u]! * Math.tanh(c))
    }
    return run(network, parameters, rest, { initial: [initial] }).logits[t - k - 1]!
  }
  const step = 1e-5
  const squares = Array.from({ length: 4 }, (_, unit) => {
    const slope = (outputAfter(unit, step) - outputAfter(unit, -step)) / (2 * step)
    return slope * slope
  })
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0))
}

describe('memory of an output', () => {
  test.each([
    ['rnn', 'h'],
    ['lstm', 'c'],
    ['gru', 'h'],
  ])('of %s is the norm of finite differences with respect to %s', (cell, slot) => {
    expect(memorySlotOf(cellOf(cell))).toBe(slot)
    const norms = memoryNorms(traceOf(cell), 5)
    expect(norms).toHaveLength(6)
    for (const k of [0, 2, 4]) expect(norms[k]).toBeCloseTo(measured(cell, 5, k, slot), 7)
  })

  test('is nothing before t in a cell without memory', () => {
    const norms = memoryNorms(traceOf('feedforward'), 3)
    expect(Array.from(norms.subarray(0, 3))).toEqual([0, 0, 0])
    expect(norms[3]).toBeGreaterThan(0)
  })

  test('counts all outputs, and only the last step where only the last has one', () => {
    const one = memoryNorms(traceOf('gru', 'last', 3), T - 1)
    expect(one).toHaveLength(T)
    expect(() => memoryNorms(traceOf('gru', 'last', 3), 2)).toThrow(/Step 2 has no output. Expected 6/)
    expect(() => memoryNorms(traceOf('gru'), T)).toThrow(/0 to 6/)
  })

  test('is asked for at the last step with a target', () => {
    expect(lastAskedStep([null, [1], null, [0], null])).toBe(3)
    expect(lastAskedStep([null, null])).toBe(1)
    expect(lastAskedStep([])).toBe(0)
  })
})

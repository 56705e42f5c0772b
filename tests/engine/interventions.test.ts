/** Holds: the unit is really held, nothing earlier moves, the gradient stops there, and what is wrong is said. */
import { describe, expect, it } from 'vitest'
import { at, cells, gradAt, parameterView, plane, type NetworkHold } from '../../src/engine/index.ts'
import { differences, worstError } from './support/differences.ts'
import {
  gradientsOf,
  lossOf,
  networkOf,
  randomCase,
  smoothCase,
  slotNames,
  traceOf,
} from './support/networks.ts'

const T = 5

describe.each(cells.map((cell) => cell.id))('holds in %s', (cell) => {
  const sample = randomCase(networkOf(cell, { I: 2, H: 3 }), T, 5)
  const base = traceOf(sample)

  it.each(slotNames(cell))('%s of one unit over two steps', (slot) => {
    const hold = { slot, unit: 1, from: 1, to: 2, value: 0.375 }
    const [held] = traceOf(sample, { holds: [hold] }).traces
    const [free] = base.traces
    if (!held || !free) throw new Error('Expected one layer.')
    expect([at(held, 1, slot)[1], at(held, 2, slot)[1]]).toEqual([0.375, 0.375])
    for (const name of slotNames(cell)) expect(at(held, 0, name)).toEqual(at(free, 0, name))
    const last = plane(held, 'h')
    expect(Array.from(last).every(Number.isFinite)).toBe(true)
  })

  it.each(slotNames(cell))('%s held at its own values changes nothing', (slot) => {
    const [free] = base.traces
    if (!free) throw new Error('Expected one layer.')
    const holds = Array.from({ length: T }, (_, t) =>
      Array.from(at(free, t, slot), (value, unit) => ({ slot, unit, from: t, to: t, value })),
    ).flat()
    const held = traceOf(sample, { holds })
    expect(held.traces[0]?.values).toEqual(free.values)
    expect(held.outputs).toEqual(base.outputs)
  })

  it('gradients around a held output are right, and stop at it', () => {
    const smooth = smoothCase(networkOf(cell, { I: 2, H: 3 }), T, 70)
    const holds: NetworkHold[] = [{ slot: 'h', unit: 0, from: 2, to: 3, value: 0.25 }]
    const gradients = gradientsOf(smooth, { holds })
    const loss = (): number => lossOf(smooth, traceOf(smooth, { holds }))
    const worst = [
      worstError('parameters', gradients.parameters, differences(loss, smooth.parameters)),
      worstError('inputs', gradients.inputs, differences(loss, smooth.sequence)),
    ]
    for (const { error, at: place } of worst) expect(error, place).toBeLessThanOrEqual(1e-6)
    const [layer] = gradients.trace.traces
    if (!layer) throw new Error('Expected one layer.')
    expect(gradAt(layer, 2, 'h')[0]).toBe(0)
  })
})

describe('holds', () => {
  const network = networkOf('lstm', { I: 2, H: 3, layers: 2, direction: 'bidirectional' })
  const sample = randomCase(network, T, 9)

  it('a gate held everywhere gives its weights no gradient; the others keep theirs', () => {
    const single = randomCase(networkOf('lstm', { I: 2, H: 3 }), T, 9)
    const { parameters } = gradientsOf(single, {
      holds: [{ slot: 'f', unit: null, from: 0, to: T - 1, value: 1 }],
    })
    const of = (name: string): Float64Array =>
      parameterView(single.network.parameters, parameters, `layers.0.forward.${name}`)
    for (const name of ['W_f', 'U_f', 'b_f']) expect(of(name).every((d) => d === 0)).toBe(true)
    for (const name of ['W_i', 'U_g', 'b_o']) expect(of(name).some((d) => d !== 0)).toBe(true)
  })

  it('forget gate 1 and input gate 0 keep the cell state as it was', () => {
    const keeping = traceOf(sample, {
      holds: [
        { slot: 'f', unit: null, from: 0, to: T - 1, value: 1, layer: 1, direction: 'forward' },
        { slot: 'i', unit: null, from: 0, to: T - 1, value: 0, layer: 1, direction: 'forward' },
      ],
    })
    const layer = keeping.traces[2]
    if (!layer) throw new Error('Expected four parts.')
    for (let t = 0; t < T; t += 1) expect(at(layer, t, 'c')).toEqual(at(layer, -1, 'c'))
  })

  it('acts on the first layer, forward, unless told', () => {
    const [first, ...others] = traceOf(sample, {
      holds: [{ slot: 'o', unit: null, from: 0, to: T - 1, value: 0 }],
    }).traces
    expect(first && plane(first, 'h').every((v) => v === 0)).toBe(true)
    expect(others.every((layer) => plane(layer, 'o').every((v) => v > 0))).toBe(true)
  })

  it('acts on the layer and direction that it names, in the order of the sequence', () => {
    const { traces } = traceOf(sample, {
      holds: [{ slot: 'h', unit: 2, from: 1, to: 1, value: 7, layer: 0, direction: 'reverse' }],
    })
    const free = traceOf(sample).traces
    const [forward, reverse] = traces
    if (!forward || !reverse) throw new Error('Expected two directions.')
    expect(at(reverse, 1, 'h')[2]).toBe(7)
    expect(forward.values).toEqual(free[0]?.values)
    // Read from the end: steps after 1 came before the hold, step 0 comes after it.
    for (let t = 2; t < T; t += 1) expect(at(reverse, t, 'h')).toEqual(free[1] && at(free[1], t, 'h'))
    expect(at(reverse, 0, 'h')).not.toEqual(free[1] && at(free[1], 0, 'h'))
  })

  const invalid: readonly (readonly [string, NetworkHold, RegExp])[] = [
    [
      'an unknown slot',
      { slot: 'q', unit: 0, from: 0, to: 1, value: 0 },
      /"q".*expected a slot of cell "lstm".*f/,
    ],
    ['a unit that is not there', { slot: 'f', unit: 3, from: 0, to: 1, value: 0 }, /unit 3.*expected 0 to 2/],
    ['half a unit', { slot: 'f', unit: 0.5, from: 0, to: 1, value: 0 }, /unit 0.5/],
    ['a value that is not a number', { slot: 'f', unit: 0, from: 0, to: 1, value: NaN }, /finite/],
    ['an infinite value', { slot: 'f', unit: 0, from: 0, to: 1, value: Infinity }, /finite/],
    ['an empty range of steps', { slot: 'f', unit: 0, from: 2, to: 1, value: 0 }, /from step 2 to 1/],
    ['a layer that is not there', { slot: 'f', unit: 0, from: 0, to: 1, value: 0, layer: 2 }, /layer/],
  ]
  it.each(invalid)('%s is refused', (_, hold, message) => {
    expect(() => traceOf(sample, { holds: [hold] })).toThrow(message)
  })
})

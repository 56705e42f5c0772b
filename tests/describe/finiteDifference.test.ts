/** Objectives and their gradients against differences of whole runs, on every cell of the registry. */
import { describe, expect, it } from 'vitest'
import { canProbe, checkGradient } from '../../src/describe/finiteDifference.ts'
import { objectiveSeed, objectiveValue, rowLosses, type Objective } from '../../src/describe/objective.ts'
import { backward, cells, gradAt, run, type ReadoutSpec } from '../../src/engine/index.ts'
import { networkOf, smoothCase, traceOf } from '../engine/support/networks.ts'

const T = 5

const every = Array.from({ length: T }, () => 1)

const objectives: readonly (readonly [string, ReadoutSpec, Objective])[] = [
  [
    'squared error at every step',
    { size: 2, activation: 'identity' },
    {
      kind: 'loss',
      loss: 'squared-error',
      target: Array.from({ length: 2 * T }, (_, k) => Math.sin(k)),
      mask: every,
      divisor: 2 * T,
    },
  ],
  [
    'cross-entropy at the last step alone',
    { size: 3, activation: 'softmax' },
    {
      kind: 'loss',
      loss: 'cross-entropy',
      target: [0, 1, 2, 1, 0],
      mask: [0, 0, 0, 0, 1],
      divisor: T,
    },
  ],
  [
    'binary cross-entropy at two steps',
    { size: 1, activation: 'sigmoid' },
    {
      kind: 'loss',
      loss: 'binary-cross-entropy',
      target: [1, 0, 1, 0, 1],
      mask: [0, 1, 0, 1, 0],
      divisor: 2,
    },
  ],
  ['one number', { size: 2, activation: 'identity' }, { kind: 'output', row: 3, output: 1 }],
  ['one probability of several', { size: 3, activation: 'softmax' }, { kind: 'output', row: 4, output: 2 }],
  ['one probability', { size: 1, activation: 'sigmoid' }, { kind: 'output', row: 2, output: 0 }],
]

describe.each(cells.map((cell) => cell.id))('%s', (id) => {
  it.each(objectives)('agrees with finite differences: %s', (_, readout, objective) => {
    const network = networkOf(id, { I: 2, H: 3, readout })
    const trace = traceOf(smoothCase(network, T, 5))
    const layer = backward(trace, objectiveSeed(objective, trace)).trace.traces[0]!
    let agreed = 0
    for (const slot of ['x', ...layer.program.slots.map(({ name }) => name)])
      for (let t = 0; t < T; t++) {
        const unit = t % 2
        const shown = gradAt(layer, t, slot)[unit]!
        const check = checkGradient({ network: trace, part: 0, objective, slot, unit, t }, shown)
        expect(check.verdict, `${slot} at ${t}: ${check.shown} against ${check.measured}`).not.toBe('differs')
        if (check.verdict === 'agrees' && check.shown !== 0) agreed++
      }
    expect(agreed).toBeGreaterThan(0)
  })
})

describe('a check', () => {
  const [, readout, objective] = objectives[0]!
  const network = networkOf('lstm', { I: 2, H: 3, readout })
  const trace = traceOf(smoothCase(network, T, 5))
  const probe = { network: trace, part: 0, objective, slot: 'c', unit: 1, t: 2 }
  const layer = backward(trace, objectiveSeed(objective, trace)).trace.traces[0]!
  const right = gradAt(layer, 2, 'c')[1]!

  it('tells a wrong gradient: of another unit, of the wrong sign, a millionth off', () => {
    expect(checkGradient(probe, right).verdict).toBe('agrees')
    expect(checkGradient(probe, right).error).toBeLessThan(1e-8)
    for (const wrong of [gradAt(layer, 2, 'c')[0]!, -right, right * (1 + 4e-6), 0, NaN])
      expect(checkGradient(probe, wrong).verdict, String(wrong)).toBe('differs')
  })

  it('does not take rounding for agreement', () => {
    const tiny = { ...probe, objective: { kind: 'output', row: 0, output: 0 } as const, t: 3 }
    // Step 3 cannot change the output of step 0: both are exactly 0.
    expect(checkGradient(tiny, 0)).toMatchObject({ verdict: 'agrees', measured: 0 })
    expect(checkGradient(tiny, 1e-15).verdict).toBe('unresolved')
    expect(checkGradient(tiny, 1e-3).verdict).toBe('differs')
  })

  it('runs with the holds that the network was run with', () => {
    const holds = [{ slot: 'f', unit: null, from: 0, to: T - 1, value: 0 }]
    const held = traceOf(smoothCase(network, T, 5), { holds })
    const back = backward(held, objectiveSeed(objective, held)).trace.traces[0]!
    const shown = gradAt(back, 2, 'c')[1]!
    expect(shown).not.toBe(right)
    expect(checkGradient({ ...probe, network: held }, shown).verdict).toBe('agrees')
    expect(checkGradient({ ...probe, network: held }, right).verdict).toBe('differs')
  })

  it('moves no symbol', () => {
    const symbols = networkOf('gru', { input: { kind: 'one-hot', symbols: 3 }, H: 2, readout })
    const parameters = new Float64Array(symbols.parameterCount).fill(0.3)
    const ran = run(symbols, parameters, [0, 2, 1, 1, 0])
    expect(canProbe({ network: ran, part: 0, slot: 'x' })).toBe(false)
    expect(canProbe({ network: ran, part: 0, slot: 'h' })).toBe(true)
    expect(() => checkGradient({ ...probe, network: ran, slot: 'x' }, 0)).toThrow(/symbols/)
  })
})

describe('an objective', () => {
  it('is the sum of its rows, and its parts are the parts of the whole', () => {
    const [, readout, whole] = objectives[0]!
    const trace = traceOf(smoothCase(networkOf('gru', { I: 2, H: 3, readout }), T, 5))
    if (whole.kind !== 'loss') throw new Error('Expected a loss.')
    const rows = rowLosses(whole, trace)!
    const total = rows.reduce((sum, value) => sum + value, 0)
    expect(Math.abs(total - objectiveValue(whole, trace))).toBeLessThanOrEqual(1e-15)
    const last = { ...whole, mask: whole.mask.map((_, k) => (k === T - 1 ? 1 : 0)) }
    expect(objectiveValue(last, trace)).toBe(rows[T - 1])
    expect(rowLosses({ kind: 'output', row: 0, output: 0 }, trace)).toBeNull()
  })
})

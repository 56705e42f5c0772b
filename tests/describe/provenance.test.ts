import fc from '../support/fc.ts'
import { describe, expect, test } from 'vitest'
import {
  memoryUpdateOf,
  provenance,
  strongest,
  unitMemory,
  whyNoProvenance,
  type Share,
} from '../../src/describe/provenance.ts'
import { historyOf, masses, stepsUpTo } from '../../src/describe/provenanceHistory.ts'
import { at, cellOf, cells, type RunOptions, type Trace } from '../../src/engine/index.ts'
import { networkOf, randomCase, traceOf } from '../engine/support/networks.ts'

const GATED = ['lstm', 'peephole-lstm', 'coupled-lstm', 'gru', 'gru-reset-before', 'ugrnn', 'mingru']

const T = 9

const layerOf = (
  cell: string,
  seed: number,
  direction: 'forward' | 'reverse' = 'forward',
  options: RunOptions = {},
): Trace => traceOf(randomCase(networkOf(cell, { direction }), T, seed), options).traces[0]!

const sum = (shares: readonly Share[]): number => shares.reduce((total, { share }) => total + share, 0)

const direction = fc.constantFrom('forward' as const, 'reverse' as const)
const seed = fc.integer({ min: 1, max: 1e6 })
const step = fc.integer({ min: 0, max: T - 1 })
const unit = fc.integer({ min: 0, max: 3 })

describe('which cells', () => {
  test('the gated ones of the registry remember, with c where there is one, else with h', () => {
    const found = cells.filter((cell) => memoryUpdateOf(cell) !== null).map(({ id }) => id)
    expect(found).toEqual(GATED)
    for (const id of GATED) expect(memoryUpdateOf(cellOf(id))?.slot).toBe(id.endsWith('lstm') ? 'c' : 'h')
  })

  test('gates and candidate are read off the equations', () => {
    const named = (id: string) => {
      const { keep, write, candidate } = memoryUpdateOf(cellOf(id))!
      return [keep.name, write.name, candidate.name]
    }
    expect(named('lstm')).toEqual(['f', 'i', 'g'])
    expect(named('gru')).toEqual(['z', '1-z', 'n'])
    expect(named('ugrnn')).toEqual(['g', '1-g', 'n'])
    expect(named('mingru')).toEqual(['1-z', 'z', 'n'])
  })

  test('the others say why not, in both languages', () => {
    for (const cell of cells) {
      const words = whyNoProvenance(cell)
      if (GATED.includes(cell.id)) expect(words).toBeNull()
      else expect(provenance(layerOf(cell.id, 3), 0, 2)).toBeNull()
    }
    expect(whyNoProvenance(cellOf('rnn'))?.en).toContain('h is overwritten at every step')
    expect(whyNoProvenance(cellOf('rnn-relu'))?.es).toContain('se sobrescribe en cada paso')
    expect(whyNoProvenance(cellOf('feedforward'))?.en).toContain('Nothing is carried')
  })
})

describe('the shares', () => {
  test.each(GATED)('of %s add up to the recorded value at any step, unit and direction', (id) => {
    const { slot } = memoryUpdateOf(cellOf(id))!
    fc.assert(
      fc.property(seed, direction, step, unit, (from, way, t, u) => {
        const layer = layerOf(id, from, way)
        const found = provenance(layer, u, t)!
        expect(found.value).toBe(at(layer, t, slot)[u])
        expect(Math.abs(sum(found.shares) - found.value)).toBeLessThanOrEqual(1e-12)
        // One write a step read so far, and the initial value, the oldest first.
        const order = stepsUpTo(layer, t)
        expect(found.shares.map((part) => part.step)).toEqual([way === 'reverse' ? T : -1, ...order])
        expect(found.shares.map(({ kind }) => kind)).toEqual(['initial', ...order.map(() => 'write')])
      }),
      { numRuns: 60 },
    )
  })

  test('of an LSTM are writes i·g times the later forget gates', () => {
    const layer = layerOf('lstm', 8)
    const { shares } = provenance(layer, 2, 5)!
    const f = (t: number): number => at(layer, t, 'f')[2]!
    expect(shares[0]).toMatchObject({ step: -1, kind: 'initial', written: at(layer, -1, 'c')[2] })
    expect(shares[0]!.kept).toBeCloseTo(f(0) * f(1) * f(2) * f(3) * f(4) * f(5), 15)
    const third = shares[4]!
    expect(third.step).toBe(3)
    expect(third.written).toBe(at(layer, 3, 'i')[2]! * at(layer, 3, 'g')[2]!)
    expect(third.kept).toBeCloseTo(f(4) * f(5), 15)
    expect(shares.at(-1)).toMatchObject({ step: 5, kept: 1 })
  })

  test('follow a gate that is held: closed at step 4, nothing older is left', () => {
    const holds = [{ slot: 'f', unit: 1, from: 4, to: 4, value: 0 }]
    const layer = layerOf('lstm', 5, 'forward', { holds })
    const { shares, value } = provenance(layer, 1, 6)!
    expect(shares.filter((part) => part.share !== 0).map((part) => part.step)).toEqual([4, 5, 6])
    expect(Math.abs(sum(shares) - value)).toBeLessThanOrEqual(1e-12)
  })

  test('start anew where the memory itself was set', () => {
    const holds = [{ slot: 'c', unit: null, from: 3, to: 3, value: 0.7 }]
    const layer = layerOf('lstm', 5, 'forward', { holds })
    const { shares, value } = provenance(layer, 0, 5)!
    expect(shares.map((part) => [part.step, part.kind])).toEqual([
      [3, 'set'],
      [4, 'write'],
      [5, 'write'],
    ])
    expect(shares[0]!.written).toBe(0.7)
    expect(Math.abs(sum(shares) - value)).toBeLessThanOrEqual(1e-12)
  })

  test('start anew also where it was set close to what the update gives', () => {
    const near = at(layerOf('lstm', 5, 'forward'), 3, 'c')[0]! * (1 + 5e-6)
    const layer = layerOf('lstm', 5, 'forward', {
      holds: [{ slot: 'c', unit: 0, from: 3, to: 3, value: near }],
    })
    const { shares, value } = provenance(layer, 0, 5)!
    expect(shares[0]).toMatchObject({ step: 3, kind: 'set', written: near })
    expect(Math.abs(sum(shares) - value)).toBeLessThanOrEqual(1e-12)
  })

  test('of a 32-bit run are not taken for values set by hand', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const layer = layerOf('gru', from, 'forward', { precision: 'f32' })
        const { shares, value } = provenance(layer, 0, T - 1)!
        expect(shares.every(({ kind }) => kind !== 'set')).toBe(true)
        expect(sum(shares)).toBeCloseTo(value, 5)
      }),
      { numRuns: 40 },
    )
  })

  test('need a step and a unit of the trace', () => {
    const layer = layerOf('lstm', 1)
    expect(() => provenance(layer, 4, 0)).toThrow(/unit from 0 to 3, got 4/)
    expect(() => provenance(layer, 0, T)).toThrow(/step from 0 to 8, got 9/)
    expect(() => provenance(layer, 0, -1)).toThrow(/got -1/)
  })
})

describe('over time', () => {
  test.each(GATED)('the parts of %s, and its two sides, give the value at every step', (id) => {
    fc.assert(
      fc.property(seed, direction, step, unit, (from, way, t, u) => {
        const layer = layerOf(id, from, way)
        const found = provenance(layer, u, t)!
        const memory = unitMemory(layer, found.update, u)
        const { positive, negative } = masses(memory)
        const histories = found.shares.map((part) => historyOf(memory, part, t))
        for (const k of stepsUpTo(layer, t)) {
          const there = histories.flatMap((history) => history.filter((left) => left.t === k))
          const total = there.reduce((all, { value }) => all + value, 0)
          expect(Math.abs(total - memory.value(k))).toBeLessThanOrEqual(1e-12)
          expect(Math.abs(positive[k]! - negative[k]! - memory.value(k))).toBeLessThanOrEqual(1e-12)
          const plus = there.reduce((all, { value }) => all + Math.max(0, value), 0)
          expect(Math.abs(plus - positive[k]!)).toBeLessThanOrEqual(1e-12)
        }
        found.shares.forEach((part, k) => expect(histories[k]!.at(-1)!.value).toBeCloseTo(part.share, 12))
      }),
      { numRuns: 30 },
    )
  })

  test('a keep gate held below 0 turns the parts round', () => {
    const layer = layerOf('lstm', 6, 'forward', {
      holds: [{ slot: 'f', unit: null, from: 4, to: 4, value: -1 }],
    })
    const memory = unitMemory(layer, memoryUpdateOf(layer.program.cell)!, 1)
    const { positive, negative } = masses(memory)
    expect(Math.min(...positive, ...negative)).toBeGreaterThanOrEqual(0)
    expect(positive[4]! - negative[4]!).toBeCloseTo(memory.value(4), 12)
  })
})

describe('the strongest', () => {
  const part = (step: number, share: number): Share => ({
    step,
    kind: 'write',
    written: share,
    kept: 1,
    share,
  })

  test('come first whatever their sign; the rest is one sum', () => {
    const shares = [part(0, 0.1), part(1, -0.5), part(2, 0.2), part(3, 0.05), part(4, 0.01)]
    const { shown, others, count } = strongest(shares, 2)
    expect(shown.map(({ step: from }) => from)).toEqual([1, 2])
    expect(others).toBeCloseTo(0.16, 12)
    expect(count).toBe(3)
  })

  test('a single one is never hidden behind "1 other"', () => {
    expect(strongest([part(0, 1), part(1, 2), part(2, 3)], 2)).toMatchObject({ count: 0, others: 0 })
  })

  test('what is not a number does not hide', () => {
    expect(strongest([part(0, 1), part(1, NaN), part(2, 3), part(3, 4)], 1).shown[0]?.step).toBe(1)
  })
})

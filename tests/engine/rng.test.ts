/** Random numbers: the same on every machine for ever, independent when forked, and distributed as they say. */
import { describe, expect, it } from 'vitest'
import { rng } from '../../src/engine/index.ts'

describe('rng', () => {
  it('gives these numbers for seed 42: shipped weights are reproduced from seeds, so they may never change', () => {
    const random = rng(42)
    expect([random.uniform(), random.uniform(), random.normal(), random.normal()]).toEqual([
      0.6426012734717712, 0.7266379027753097, 0.04016936268260231, -1.6348731741072546,
    ])
    expect(random.integer(1000)).toBe(921)
    expect(random.shuffle([0, 1, 2, 3, 4, 5, 6, 7])).toEqual([3, 4, 6, 5, 1, 0, 7, 2])
    expect(random.fork('weights').uniform()).toBe(0.19750439173789047)
  })

  it('forks by label, whatever was drawn before', () => {
    const [fresh, used] = [rng(7), rng(7)]
    for (let k = 0; k < 9; k += 1) used.normal()
    expect(used.fork('a').uniform()).toBe(fresh.fork('a').uniform())
    expect(used.fork('a').uniform()).not.toBe(used.fork('b').uniform())
    expect(rng(8).fork('a').uniform()).not.toBe(fresh.fork('a').uniform())
  })

  it('neighbouring seeds give streams that are not correlated', () => {
    const n = 4000
    const [a, b] = [rng(1), rng(2)]
    let sum = 0
    for (let k = 0; k < n; k += 1) sum += (a.uniform() - 0.5) * (b.uniform() - 0.5)
    expect(Math.abs((12 * sum) / n)).toBeLessThan(4 / Math.sqrt(n))
  })

  it('uniform: in [0, 1), ten bins alike', () => {
    const random = rng(3)
    const bins = Array.from({ length: 10 }, () => 0)
    for (let k = 0; k < 20_000; k += 1) {
      const value = random.uniform()
      expect(value >= 0 && value < 1).toBe(true)
      bins[Math.floor(value * 10)] = (bins[Math.floor(value * 10)] ?? NaN) + 1
    }
    // χ² with nine degrees of freedom: below 27.9 with probability 0.999.
    expect(bins.reduce((chi, count) => chi + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(27.9)
  })

  it('normal: mean 0, variance 1, a third beyond one deviation', () => {
    const random = rng(4)
    const draws = Array.from({ length: 20_000 }, () => random.normal())
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length
    expect(Math.abs(mean)).toBeLessThan(0.03)
    expect(Math.abs(draws.reduce((sum, v) => sum + v * v, 0) / draws.length - 1)).toBeLessThan(0.04)
    expect(Math.abs(draws.filter((v) => Math.abs(v) > 1).length / draws.length - 0.3173)).toBeLessThan(0.014)
  })

  it('uniformRange, integer and pick stay within their bounds and reach all of them', () => {
    const random = rng(5)
    expect(new Set(Array.from({ length: 200 }, () => random.integer(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]))
    expect(new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b'])))).toEqual(new Set(['a', 'b']))
    for (let k = 0; k < 200; k += 1) {
      const value = random.uniformRange(-2, 3)
      expect(value >= -2 && value < 3).toBe(true)
    }
    expect(random.integer(1)).toBe(0)
  })

  it('shuffle keeps all elements and leaves the list', () => {
    const list = Array.from({ length: 30 }, (_, k) => k)
    const shuffled = rng(6).shuffle(list)
    expect(shuffled).not.toEqual(list)
    expect([...shuffled].sort((a, b) => a - b)).toEqual(list)
    expect(list[0]).toBe(0)
  })

  it('refuses what it cannot do', () => {
    expect(() => rng(0.5)).toThrow(/seed must be an integer, got 0.5/)
    expect(() => rng(NaN)).toThrow(/got NaN/)
    for (const n of [0, -1, 1.5])
      expect(() => rng(1).integer(n)).toThrow(new RegExp(`expected a whole n ≥ 1, got ${n}`))
    expect(() => rng(1).pick([])).toThrow(/at least one element/)
  })
})

import { describe, expect, test } from 'vitest'
import {
  contributions,
  readoutContributions,
  sumOf,
  type Contributions,
} from '../../src/describe/contributions.ts'
import { cells, type BiasStyle } from '../../src/engine/index.ts'
import { networkOf, randomCase, traceOf } from '../engine/support/networks.ts'

const sigmoid = (v: number): number => 1 / (1 + Math.exp(-v))

/** The parts put together again, in arithmetic of its own. */
const together = (parts: Contributions): number => {
  const [a, b] = parts.arguments.map(({ value }) => value)
  const { products, biases } = sumOf(parts)
  const one = a ?? NaN
  const two = b ?? NaN
  const made: Readonly<Record<Contributions['op'], number>> = {
    affine: products + biases,
    diagonal: products + biases,
    add: one + two,
    multiply: one * two,
    complement: 1 - one,
    sigmoid: sigmoid(one),
    tanh: Math.tanh(one),
    relu: one > 0 ? one : 0,
  }
  return made[parts.op]
}

describe.each(cells.map(({ id }) => id))('contributions of %s', (id) => {
  test.each(['single', 'per-input'] as const)(
    'make up every slot of every unit at every step, biases counted %s',
    (bias: BiasStyle) => {
      const network = networkOf(id, { I: 3, H: 4, bias, readout: { size: 2, activation: 'identity' } })
      const trace = traceOf(randomCase(network, 5, 11))
      const program = network.parts[0]?.program
      let worst = 0
      let seen = 0
      for (const { name } of program?.slots ?? [])
        for (let t = 0; t < 5; t++)
          for (let unit = 0; unit < 4; unit++) {
            const parts = contributions({ network: trace, part: 0 }, name, unit, t)
            worst = Math.max(worst, Math.abs(together(parts) - parts.value))
            seen++
          }
      for (let row = 0; row < 5; row++)
        for (let output = 0; output < 2; output++) {
          const parts = readoutContributions(trace, output, row)
          worst = Math.max(worst, Math.abs(together(parts) - parts.value))
        }
      expect(seen).toBe((program?.slots.length ?? NaN) * 20)
      expect(worst).toBeLessThan(1e-12)
    },
  )
})

test('a weighted sum names each weight, and PyTorch keeps two biases', () => {
  const network = networkOf('gru', { I: 2, H: 3, bias: 'per-input' })
  const trace = traceOf(randomCase(network, 4, 3))
  const parts = contributions({ network: trace, part: 0 }, 'a_r', 1, 2)
  expect(parts.products.map(({ parameter, index }) => `${parameter} ${index}`)).toEqual([
    'W_r 0',
    'W_r 1',
    'U_r 0',
    'U_r 1',
    'U_r 2',
  ])
  expect(parts.biases.map(({ name }) => name)).toEqual(['bi_r', 'bh_r'])
})

test('what does not exist is refused', () => {
  const trace = traceOf(randomCase(networkOf('lstm'), 4, 3))
  const site = { network: trace, part: 0 }
  expect(() => contributions(site, 'q', 0, 0)).toThrow(/No slot "q"/)
  expect(() => contributions(site, 'f', 9, 0)).toThrow(/unit from 0 to 3, got 9/)
  expect(() => contributions({ ...site, part: 1 }, 'f', 0, 0)).toThrow(/part from 0 to 0/)
  expect(() => readoutContributions(trace, 0, 4)).toThrow(/row 0 to 3, got 0 of 4/)
})

/** Carries that are given: before the first step, and what a loss says of them after the last. */
import { describe, expect, it } from 'vitest'
import { backward, run, type Carries } from '../../src/engine/index.ts'
import { gradientsOf, networkOf, randomCase } from './support/networks.ts'

const network = networkOf('lstm', { I: 2, H: 3, layers: 2, direction: 'bidirectional' })
const sample = randomCase(network, 4, 1)
const { parameters, sequence, dLogits } = sample

const mistakes: readonly (readonly [string, Carries, RegExp])[] = [
  ['a list that is too short', [{}], /each of the 4 parts \(layer 0, forward; .*\), got 1/],
  ['an empty list', [], /each of the 4 parts.*got 0/],
  ['a list that is too long', [{}, {}, {}, {}, {}], /each of the 4 parts.*got 5/],
  ['an unknown name', [{}, { q: [1, 2, 3] }, {}, {}], /"lstm" carries \(h, c\), got "q"/],
  ['a value that is not carried', [{ f: [1, 2, 3] }, {}, {}, {}], /carries \(h, c\), got "f"/],
  ['a wrong length', [{}, {}, { c: [1, 2] }, {}], /c of 3 numbers \(the hidden size\), got 2/],
  ['a number that is not finite', [{}, {}, {}, { h: [1, 2, NaN] }], /h of finite numbers, got NaN at unit 2/],
]

describe('before the first step', () => {
  it.each(mistakes)('%s is refused', (_, initial, message) => {
    expect(() => run(network, parameters, sequence, { initial })).toThrow(message)
  })

  it('what is missing is zero', () => {
    const zeros = new Float64Array(3)
    const whole = network.parts.map(() => ({ h: zeros, c: zeros }))
    const given = run(network, parameters, sequence, { initial: [{}, { h: zeros }, {}, { c: zeros }] })
    expect(given.outputs).toEqual(run(network, parameters, sequence, { initial: whole }).outputs)
  })

  it('a cell without memory carries nothing', () => {
    const plain = networkOf('feedforward', { I: 2, H: 3 })
    const { parameters: own } = randomCase(plain, 4, 1)
    expect(() => run(plain, own, sequence, { initial: [{ h: [0, 0, 0] }] })).toThrow(
      /carries \(none\), got "h"/,
    )
  })
})

describe('∂L/∂ the final carry', () => {
  const trace = run(network, parameters, sequence)

  it.each(mistakes)('%s is refused', (_, final, message) => {
    expect(() => backward(trace, dLogits, { final })).toThrow(message)
  })

  it('is read and left as it is', () => {
    const before = structuredClone(sample.final)
    gradientsOf(sample)
    expect(sample.final).toEqual(before)
  })
})

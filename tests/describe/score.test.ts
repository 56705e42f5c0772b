import { expect, test } from 'vitest'
import { scoreOf } from '../../src/describe/score.ts'
import { networkOf, randomCase, traceOf } from '../engine/support/networks.ts'

const traced = (activation: 'identity' | 'softmax', outputs: 'every' | 'last' = 'every') =>
  traceOf(randomCase(networkOf('gru', { readout: { size: 2, activation }, outputs }), 3, 2))

test('the mean error counts the asked steps alone', () => {
  const trace = traced('identity')
  const [a = 0, b = 0] = trace.outputs.subarray(2, 4)
  const score = scoreOf(trace, [null, [1, -1], null])
  expect(score).toEqual({
    asked: 1,
    meanError: (Math.abs(a - 1) + Math.abs(b + 1)) / 2,
    right: null,
  })
  expect(scoreOf(trace, [null, null, null]).meanError).toBeNaN()
})

test('a class is right when it has the largest share', () => {
  const trace = traced('softmax')
  const best = Array.from({ length: 3 }, (_, t) => ((trace.outputs[2 * t] ?? 0) > 0.5 ? [1, 0] : [0, 1]))
  expect(scoreOf(trace, best)).toMatchObject({ asked: 3, right: 3 })
  expect(scoreOf(trace, [...best.slice(0, 2), [1, 0]]).right).toBe(best[2]?.[0] === 1 ? 3 : 2)
})

test('with one output only its step counts', () => {
  expect(scoreOf(traced('softmax', 'last'), [[1, 0], null, [1, 0]]).asked).toBe(1)
})

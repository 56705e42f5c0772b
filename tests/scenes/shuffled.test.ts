/** Shuffling destroys the order and nothing else: a network without memory does not notice. */
import { expect, test } from 'vitest'
import { initialiseNetwork, rng, run, type Batch, type Network } from '../../src/engine/index.ts'
import { buildNetwork } from '../../src/engine/index.ts'
import { parity } from '../../src/scenes/exercises/parity.ts'
import { shuffled } from '../../src/scenes/shuffled.ts'
import type { Exercise, Predict } from '../../src/scenes/task.ts'
import { tasks } from '../../src/scenes/tasks.ts'

const pairs = ({ sequence, target }: Batch[number]): readonly string[] =>
  Array.from(sequence as readonly (number | readonly number[])[], (x, t) => `${String(x)} → ${target[t]}`)

const predictor = ({ input, readout, outputs }: Exercise, cell: string): Predict => {
  const network: Network = buildNetwork({
    input,
    readout,
    outputs,
    layers: [{ cell, size: 5, direction: 'forward' }],
  })
  const parameters = initialiseNetwork(network, { scheme: 'default', seed: 3 })
  return (sequence) => run(network, parameters, sequence).outputs
}

test('steps keep their targets; their order changes', () => {
  const exercise = tasks.recall.create('')
  const own = shuffled(exercise, 7)
  own.validation.forEach((one, k) => {
    const before = pairs(exercise.validation[k]!)
    expect(pairs(one)).not.toEqual(before)
    expect([...pairs(one)].sort()).toEqual([...before].sort())
  })
  const [a, b] = [exercise.sample(rng(2), 4), own.sample(rng(2), 4)]
  b.forEach((one, k) => expect([...pairs(one)].sort()).toEqual([...pairs(a[k]!)].sort()))
  // Two sequences of one length are not shuffled alike.
  const orders = own.validation.slice(0, 2).map(({ sequence }, k) => {
    const old = (exercise.validation[k]!.sequence as number[][]).map(String)
    return (sequence as number[][]).map((row) => old.indexOf(String(row))).join(' ')
  })
  expect(orders[0]).not.toBe(orders[1])
})

test('masks go with their steps, one answer for all stays', () => {
  const own = shuffled(parity(6), 7)
  const masked: Exercise = {
    ...parity(4),
    validation: [{ sequence: [[1], [2], [3], [4]], target: [1, 2, 3, 4], mask: [0, 0, 1, 1] }],
  }
  const [one] = shuffled(masked, 7).validation
  expect(Array.from(one!.target, (y, t) => [y > 2 ? 1 : 0, one!.mask![t]])).toEqual(
    Array.from(one!.target, (y) => [y > 2 ? 1 : 0, y > 2 ? 1 : 0]),
  )
  expect(own.validation.every(({ mask }) => mask === null)).toBe(true)
  const sentiment = tasks.sentiment.create('')
  shuffled(sentiment, 7).validation.forEach(({ target }, k) =>
    expect(target).toEqual(sentiment.validation[k]!.target),
  )
})

test.each(['recall', 'counting'] as const)(
  '%s: the metric of a layer without memory is the same to the last bit, that of an RNN is not',
  (id) => {
    const exercise = tasks[id].create('')
    const own = shuffled(exercise, 7)
    const memoryless = predictor(exercise, 'feedforward')
    expect(own.measure(memoryless)).toBe(exercise.measure(memoryless))
    if (id === 'counting') return
    const rnn = predictor(exercise, 'rnn')
    expect(own.measure(rnn)).not.toBe(exercise.measure(rnn))
  },
)

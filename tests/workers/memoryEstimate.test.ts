/** The estimate counts what training keeps: a trace for every length of sequence that a task has. */
import { expect, test } from 'vitest'
import { backward, initialiseNetwork, rng, run } from '../../src/engine/index.ts'
import type { Task } from '../../src/scenes/task.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { estimateMemory, largestSize, MEMORY_LIMIT } from '../../src/workers/memoryEstimate.ts'
import { membersOf, networkOf } from '../../src/workers/trainingSettings.ts'
import { settings } from './support.ts'

const recall = tasks.recall.create('')
const brackets = tasks.brackets.create('')
const sizes = { ...settings, cells: ['lstm'], hiddenSize: 8 }

/** A task whose sequences have so many lengths, each at most 40 steps. */
const withLengths = (count: number, task: Task = recall): Task => ({
  ...task,
  sample: (_random, size) =>
    Array.from({ length: size }, (_, k) => ({
      sequence: Float64Array.from({ length: 40 - (k % count) }, () => 0),
      target: new Float64Array(1),
      mask: null,
    })),
})

test('sequences of one length keep one trace, of three lengths three, of twenty nine at most', () => {
  const traces = (count: number): number => estimateMemory(withLengths(count), sizes, 40).trace
  expect(estimateMemory(recall, sizes, 40).lengths).toBe(1)
  expect(estimateMemory(brackets, sizes, 18).lengths).toBe(9)
  expect([1, 3, 20].map((count) => estimateMemory(withLengths(count), sizes, 40).lengths)).toEqual([1, 3, 9])
  const own = traces(2) - traces(1)
  expect(traces(3) - traces(2)).toBe(own)
  expect(traces(20) - traces(1)).toBe(8 * own)
  // Slots, states, inputs of 41 rows in double precision, out and back: more than the hidden states alone.
  expect(own).toBeGreaterThan(8 * 41 * 2 * sizes.hiddenSize)
})

/** Bytes of all the numbers that can be reached from a value, each array once. */
const bytesOf = (value: unknown, seen = new Set<unknown>()): number => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0
  seen.add(value)
  if (ArrayBuffer.isView(value)) {
    if (seen.has(value.buffer)) return 0
    seen.add(value.buffer)
    return value.buffer.byteLength
  }
  return Object.values(value).reduce((sum: number, own) => sum + bytesOf(own, seen), 0)
}

test.each(['rnn', 'lstm', 'gru'])(
  '%s: what a length leaves behind takes no more than is counted for it',
  (cell) => {
    const [member] = membersOf(brackets, { ...sizes, cells: [cell] })
    const network = networkOf(brackets, sizes, member!)
    const parameters = initialiseNetwork(network, { scheme: 'forget-bias', seed: 1 })
    const { sequence } = brackets.sample(rng(1), 1)[0]!
    const trace = run(network, parameters, sequence, { recording: 'backward' })
    const known = new Set<unknown>([parameters, parameters.buffer, network])
    const gradients = backward(trace, new Float64Array(trace.logits.length), { slots: false })
    known.add(gradients.parameters).add(gradients.parameters.buffer)
    const kept = bytesOf([trace, gradients], known)
    const counted = (lengths: number): number =>
      estimateMemory(withLengths(lengths, brackets), { ...sizes, cells: [cell] }, trace.T).trace
    const own = counted(2) - counted(1)
    expect(kept).toBeGreaterThan(8 * trace.T * sizes.hiddenSize)
    expect(kept).toBeLessThanOrEqual(own)
  },
)

test('a size that fits with one length need not fit with nine', () => {
  const long = 20_000
  const one = largestSize(withLengths(1), { ...sizes, hiddenSize: 4000 }, long)
  const nine = largestSize(withLengths(9), { ...sizes, hiddenSize: 4000 }, long)
  expect(nine).toBeLessThan(one)
  expect(nine).toBeGreaterThan(0)
  expect(estimateMemory(withLengths(9), { ...sizes, hiddenSize: nine }, long).bytes).toBeLessThanOrEqual(
    MEMORY_LIMIT,
  )
})

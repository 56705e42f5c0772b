/**
 * An exercise with the steps of every sequence in a random order, each with the target that belongs to it.
 * What can be known from a step alone can still be known; what lies in the order is gone.
 */
import { rng } from '../engine/rng.ts'
import type { Batch, TrainingSequence } from '../engine/trainer.ts'
import type { Exercise } from './task.ts'

type Sequence = Batch[number]['sequence']

/** Step order[t] of the old sequence is step t of the new one. Drawn from a seed and the sequence's number. */
const orderOf = (T: number, seed: number, number: number): readonly number[] =>
  rng(seed)
    .fork(`order ${number}`)
    .shuffle(Array.from({ length: T }, (_, t) => t))

const reorder = <V>(values: ArrayLike<V>, order: readonly number[]): V[] => order.map((t) => values[t]!)

const reorderRows = (values: ArrayLike<number>, order: readonly number[]): number[] => {
  const columns = values.length / order.length
  return order.flatMap((t) => Array.from({ length: columns }, (_, k) => values[t * columns + k]!))
}

const reorderSequence = (sequence: Sequence, order: readonly number[]): Sequence =>
  sequence instanceof Float64Array
    ? Float64Array.from(reorderRows(sequence, order))
    : (reorder<number | readonly number[]>(sequence, order) as Sequence)

/**
 * Its training orders are numbered as they are drawn, so that the sequences themselves stay those of the
 * exercise in order: make a new one for each run.
 * @param seed of the orders
 * @throws Error for flat sequences whose width is not that of the input
 */
export const shuffled = (exercise: Exercise, seed: number): Exercise => {
  const { input, outputs } = exercise
  const lengthOf = (sequence: Sequence): number =>
    sequence instanceof Float64Array && input.kind === 'vector'
      ? sequence.length / input.size
      : sequence.length
  const reordered = (one: TrainingSequence, order: readonly number[]): TrainingSequence => ({
    sequence: reorderSequence(one.sequence, order),
    // One answer for the whole sequence has no step to go with.
    target: outputs === 'last' ? one.target : reorderRows(one.target, order),
    mask: one.mask && outputs === 'every' ? reorder(one.mask, order) : one.mask,
  })
  let drawn = 0
  const validation = exercise.validation.map((one, k) =>
    reordered(one, orderOf(lengthOf(one.sequence), seed, -1 - k)),
  )
  const known = new Map(exercise.validation.map(({ sequence }, k) => [sequence, k] as const))
  return {
    ...exercise,
    sample: (random, size) =>
      exercise
        .sample(random, size)
        .map((one) => reordered(one, orderOf(lengthOf(one.sequence), seed, drawn++))),
    validation,
    // The metric knows only the right order: the network is asked in the wrong one and its answers put back.
    measure: (predict) =>
      exercise.measure((sequence) => {
        const T = lengthOf(sequence)
        const k = known.get(sequence)
        const order = orderOf(T, seed, -1 - (k ?? known.size + T))
        const own = k === undefined ? reorderSequence(sequence, order) : validation[k]!.sequence
        const said = predict(own)
        if (outputs === 'last') return said
        const columns = said.length / T
        const back = new Float64Array(said.length)
        order.forEach((from, to) => back.set(said.subarray(to * columns, (to + 1) * columns), from * columns))
        return back
      }),
  }
}

/**
 * A window on an exercise: each step also holds the inputs of the k − 1 steps before it, zeros before the
 * first. So a network without memory sees k steps at once, and nothing of what was earlier. Symbols become one
 * place each, for what was an index cannot stand beside others.
 */
import type { InputSpec } from '../engine/network.ts'
import type { Batch } from '../engine/trainer.ts'
import type { Exercise } from './task.ts'

type Sequence = Batch[number]['sequence']

/** Numbers that one step of a sequence holds once it is a vector. */
const widthOf = (input: InputSpec): number => (input.kind === 'vector' ? input.size : input.symbols)

/** What a network reads that sees k steps of an input at once. */
export const windowedInput = (input: InputSpec, k: number): InputSpec => ({
  kind: 'vector',
  size: k * widthOf(input),
})

/** All steps of a sequence as one flat array of vectors, [T · width]. */
const vectorsOf = (input: InputSpec, sequence: Sequence): Float64Array => {
  if (sequence instanceof Float64Array) return sequence
  const width = widthOf(input)
  const flat = new Float64Array(sequence.length * width)
  sequence.forEach((step, t) => {
    if (typeof step === 'object') flat.set(step, t * width)
    else flat[t * width + (input.kind === 'vector' ? 0 : step)] = input.kind === 'vector' ? step : 1
  })
  return flat
}

/**
 * A sequence seen through a window: flat [T · k · width], each step its own input first, then the one before
 * it, and so on.
 */
export const windowedSequence = (input: InputSpec, sequence: Sequence, k: number): Float64Array => {
  const width = widthOf(input)
  const flat = vectorsOf(input, sequence)
  const T = flat.length / width
  const out = new Float64Array(T * k * width)
  for (let t = 0; t < T; t++)
    for (let back = 0; back < Math.min(k, t + 1); back++)
      out.set(flat.subarray((t - back) * width, (t - back + 1) * width), (t * k + back) * width)
  return out
}

/**
 * The same exercise for a network that sees the last k steps. Targets, masks, metric and baseline stay.
 * @throws RangeError unless k is a whole number of at least 1
 */
export const windowed = (exercise: Exercise, k: number): Exercise => {
  if (!Number.isInteger(k) || k < 1)
    throw new RangeError(`Window: expected a whole number of steps of at least 1, got ${k}.`)
  const { input } = exercise
  // The metric asks for the sequences it knows: each is seen through the window once.
  const seen = new WeakMap<object, Float64Array>()
  const look = (sequence: Sequence): Float64Array => {
    const known = seen.get(sequence)
    if (known) return known
    const made = windowedSequence(input, sequence, k)
    seen.set(sequence, made)
    return made
  }
  const through = (batch: Batch): Batch => batch.map((one) => ({ ...one, sequence: look(one.sequence) }))
  return {
    ...exercise,
    input: windowedInput(input, k),
    sample: (random, size) => through(exercise.sample(random, size)),
    validation: through(exercise.validation),
    measure: (predict) => exercise.measure((sequence) => predict(look(sequence))),
  }
}

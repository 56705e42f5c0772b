/**
 * aⁿbⁿ: read a word symbol by symbol, predict the next one. To know when the b's end, one has to count
 * the a's. After Gers & Schmidhuber (2001), "LSTM recurrent networks learn simple context-free and
 * context-sensitive languages".
 */
import { rng, type Rng } from '../../engine/rng.ts'
import type { TrainingSequence } from '../../engine/trainer.ts'
import type { Example } from '../schema.ts'
import type { Predict, Task } from '../task.ts'

const END = 0
const A = 1
const B = 2
const LETTERS = ['#', 'a', 'b']

/** Longest word trained on has this many a's, unless told. */
const MOST = 12

interface Word extends TrainingSequence {
  readonly sequence: readonly number[]
  readonly target: readonly number[]
}

/** '#' a…a b…b for each n, one word after another; the target of a symbol is the one after it. */
const words = (counts: readonly number[]): Word => {
  const symbols = counts.flatMap((n) => [
    END,
    ...Array.from({ length: n }, () => A),
    ...Array.from({ length: n }, () => B),
  ])
  const target = [...symbols.slice(1), END]
  return { sequence: symbols, target, mask: null }
}

const sample = (random: Rng, most: number): Word =>
  words(Array.from({ length: 1 + random.integer(2) }, () => 1 + random.integer(most)))

const mostLikely = (outputs: Float64Array, t: number): number => {
  const row = [...outputs.subarray(t * 3, t * 3 + 3)]
  return row.indexOf(Math.max(...row))
}

/** True when all that can be known is predicted: every symbol from the first b to the end of the word. */
const knowsWord = (predict: Predict, n: number): boolean => {
  const { sequence, target } = words([n])
  const outputs = predict(sequence)
  return target.every((symbol, t) => t <= n || mostLikely(outputs, t) === symbol)
}

/** Largest N such that all words with n = 1 … N are known; counted up to 200. */
const countsUpTo = (predict: Predict): number => {
  let n = 0
  while (n < 200 && knowsWord(predict, n + 1)) n++
  return n
}

const example = (id: string, counts: readonly number[]): Example => {
  const { sequence, target } = words(counts)
  return {
    id,
    steps: sequence.map((symbol) => ({ mark: LETTERS[symbol] ?? null, value: symbol })),
    targets: [...target],
  }
}

/** Loss of always giving the symbols their frequencies. */
const frequencyLoss = (validation: readonly Word[]): number => {
  const counts = LETTERS.map((_, s) => validation.flatMap((w) => w.target).filter((k) => k === s).length)
  const total = counts.reduce((sum, count) => sum + count, 0)
  return -counts.reduce((sum, count) => sum + (count / total) * Math.log(count / total), 0)
}

/** @param most a's of the longest word that is trained on */
export const countingTask = (most = MOST): Task => {
  const random = rng(1).fork('counting, validation')
  const validation = Array.from({ length: 128 }, () => sample(random, most))
  return {
    input: { kind: 'one-hot', symbols: 3 },
    readout: { size: 3, activation: 'softmax' },
    outputs: 'every',
    loss: 'cross-entropy',
    hiddenSize: 4,
    layers: 1,
    direction: 'forward',
    horizon: 2 * most,
    features: ['end', 'a', 'b'],
    featureKinds: ['binary', 'binary', 'binary'],
    rest: null,
    scaling: null,
    budget: { updates: 1500, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3, 4] },
    metric: { id: 'counts', better: 'more', bound: most },
    baseline: { loss: frequencyLoss(validation), metric: 0 },
    examples: [example('two', [4, 7]), example('eleven', [11]), example('longer', [16])],
    sample: (source, size) => Array.from({ length: size }, () => sample(source, most)),
    sequences: null,
    // Two words of the longest, each with its end.
    longest: 2 * (2 * most + 1),
    validation,
    measure: countsUpTo,
  }
}

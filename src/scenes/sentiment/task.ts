/**
 * Sentiment of a short sentence with negation, many to one: one answer after the last word.
 * Sentences are made by a small grammar, so what they mean is known exactly:
 *
 *   clause    = [negation] [article] [intensifier …] adjective [noun]    a negation turns it round
 *   sentence  = clause | clause "and" clause of the same meaning | clause "but" clause of the other one
 *
 * After "but" the last clause decides.
 */
import { rng, type Rng } from '../../engine/rng.ts'
import type { TrainingSequence } from '../../engine/trainer.ts'
import type { Example } from '../schema.ts'
import type { Predict, Task } from '../task.ts'
import { symbolOf, symbolsOf, vocabulary } from './vocabulary.ts'

interface Sentence extends TrainingSequence {
  readonly sequence: readonly number[]
  readonly target: readonly [number]
}

const chance = (random: Rng, share: number): boolean => random.uniform() < share

const clause = (random: Rng, positive: boolean): readonly number[] => {
  const negated = chance(random, 0.5)
  const noun = chance(random, 0.6)
  const intensifiers = random.integer(3)
  return [
    ...(negated ? [random.pick(symbolsOf('negations'))] : []),
    ...(noun ? [random.pick(symbolsOf('articles'))] : []),
    ...Array.from({ length: intensifiers }, () => random.pick(symbolsOf('intensifiers'))),
    random.pick(symbolsOf(positive === negated ? 'bad' : 'good')),
    ...(noun ? [random.pick(symbolsOf('nouns'))] : []),
  ]
}

const sentence = (random: Rng): Sentence => {
  const positive = chance(random, 0.5)
  const form = random.integer(3)
  const first = form === 0 ? [] : clause(random, form === 1 ? positive : !positive)
  const joint = form === 0 ? [] : [symbolOf(form === 1 ? 'and' : 'but')]
  return {
    sequence: [...first, ...joint, ...clause(random, positive)],
    target: [positive ? 1 : 0],
    mask: null,
  }
}

/** A sentence that is not among those held back for validation: what is tested was never trained on. */
const unheld = (random: Rng, held: ReadonlySet<string>): Sentence => {
  for (;;) {
    const drawn = sentence(random)
    if (!held.has(drawn.sequence.join(' '))) return drawn
  }
}

const accuracy = (validation: readonly Sentence[], predict: Predict): number => {
  const right = validation.filter(({ sequence, target }) => predict(sequence)[0]! > 0.5 === (target[0] === 1))
  return right.length / validation.length
}

const example = (id: string, text: string, target: 0 | 1): Example => ({
  id,
  steps: text.split(' ').map((word) => ({ mark: word, value: symbolOf(word) })),
  targets: [[target]],
})

const examples: readonly Example[] = [
  example('negated', 'not a very good film', 0),
  example('plain', 'a very good film', 1),
  example('but', 'a beautiful story but never really clever', 0),
  example('double', 'not bad and never boring', 1),
  example('far', 'not a very very really boring play', 1),
  example('turn', 'a slow film but not a bad story', 1),
]

export const sentimentTask = (): Task => {
  const random = rng(1).fork('sentiment, validation')
  const validation = Array.from({ length: 512 }, () => sentence(random))
  const held = new Set(validation.map(({ sequence }) => sequence.join(' ')))
  const positive = validation.filter(({ target }) => target[0] === 1).length / validation.length
  return {
    input: { kind: 'embedding', symbols: vocabulary.length, size: 4 },
    readout: { size: 1, activation: 'sigmoid' },
    outputs: 'last',
    loss: 'binary-cross-entropy',
    hiddenSize: 8,
    layers: 1,
    direction: 'forward',
    horizon: 10,
    features: ['e1', 'e2', 'e3', 'e4'],
    featureKinds: ['signed', 'signed', 'signed', 'signed'],
    rest: null,
    scaling: null,
    budget: { updates: 1000, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3] },
    metric: { id: 'accuracy', better: 'more', bound: 0.98 },
    baseline: {
      loss: -(positive * Math.log(positive) + (1 - positive) * Math.log(1 - positive)),
      metric: Math.max(positive, 1 - positive),
    },
    examples,
    sample: (source, size) => Array.from({ length: size }, () => unheld(source, held)),
    sequences: null,
    // Two clauses of six words, joined by one.
    longest: 13,
    validation,
    measure: (predict) => accuracy(validation, predict),
  }
}

/**
 * Odd or even: after every symbol, say whether "ab" has occurred an odd number of times so far. Two things
 * are to be done, one upon the other: notice a b that follows an a, and turn a switch whenever that happens.
 */
import { rng, type Rng } from '../../engine/rng.ts'
import type { TrainingSequence } from '../../engine/trainer.ts'
import type { Example } from '../schema.ts'
import type { Predict, Task } from '../task.ts'

const LETTERS = ['a', 'b', 'c']
const A = 0
const B = 1

const LENGTH = 18
/** How often an a is followed by a b. */
const FOLLOWED = 0.5

interface Counted extends TrainingSequence {
  readonly sequence: readonly number[]
  readonly target: readonly number[]
}

/** The parity of "ab" after every symbol. */
const count = (sequence: readonly number[]): Counted => {
  let odd = 0
  const target = sequence.map((symbol, t) => {
    if (symbol === B && sequence[t - 1] === A) odd = 1 - odd
    return odd
  })
  return { sequence, target, mask: null }
}

const draw = (random: Rng): Counted => {
  let last = -1
  return count(
    Array.from({ length: LENGTH }, () => {
      last = last === A && random.uniform() < FOLLOWED ? B : random.integer(LETTERS.length)
      return last
    }),
  )
}

/** Share of the steps at which the answer is right. */
const accuracy = (validation: readonly Counted[], predict: Predict): number => {
  const right = validation.reduce((sum, { sequence, target }) => {
    const said = predict(sequence)
    return sum + target.filter((odd, t) => said[t]! > 0.5 === (odd === 1)).length
  }, 0)
  return right / (validation.length * LENGTH)
}

const example = (id: string, text: string): Example => {
  const { sequence, target } = count(Array.from(text, (letter) => LETTERS.indexOf(letter)))
  return {
    id,
    steps: sequence.map((symbol) => ({ mark: LETTERS[symbol] ?? null, value: symbol })),
    targets: target.map((odd) => [odd]),
  }
}

export const pairsTask = (): Task => {
  const random = rng(1).fork('pairs, validation')
  const validation = Array.from({ length: 256 }, () => draw(random))
  const odd = validation.flatMap(({ target }) => target).filter((bit) => bit === 1).length
  const share = odd / (validation.length * LENGTH)
  return {
    input: { kind: 'one-hot', symbols: LETTERS.length },
    readout: { size: 1, activation: 'sigmoid' },
    outputs: 'every',
    loss: 'binary-cross-entropy',
    hiddenSize: 6,
    layers: 2,
    direction: 'forward',
    horizon: LENGTH,
    features: LETTERS,
    featureKinds: ['binary', 'binary', 'binary'],
    rest: null,
    scaling: null,
    budget: { updates: 1000, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3, 4] },
    metric: { id: 'accuracy', better: 'more', bound: 0.99 },
    baseline: {
      loss: -(share * Math.log(share) + (1 - share) * Math.log(1 - share)),
      metric: Math.max(share, 1 - share),
    },
    examples: [
      example('three', 'cabcaabbcbacabccba'),
      example('near', 'acbacbbacabcbcabaa'),
      example('longer', 'abcabbacabcaabcbbabacabbcabcabcc'),
    ],
    sample: (source, size) => Array.from({ length: size }, () => draw(source)),
    sequences: null,
    longest: LENGTH,
    validation,
    measure: (predict) => accuracy(validation, predict),
  }
}

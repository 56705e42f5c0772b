/**
 * Inside the brackets: tag every dot by what comes before and after it. A dot is inside when the nearest
 * bracket on its left opens and the nearest on its right closes. Who reads from the left alone cannot know
 * whether a bracket will ever close; a network that reads both ways can.
 */
import { rng, type Rng } from '../../engine/rng.ts'
import type { TrainingSequence } from '../../engine/trainer.ts'
import type { Example } from '../schema.ts'
import type { Predict, Task } from '../task.ts'

const DOT = 0
const OPEN = 1
const CLOSE = 2
const SIGNS = ['·', '(', ')']

const SHORTEST = 10
const LONGEST = 18

/** Share of brackets, and how often a bracket is another one than the last. */
const BRACKETS = 0.3
const CHANGES = 0.65

interface Tagged extends TrainingSequence {
  readonly sequence: readonly number[]
  readonly target: readonly number[]
  readonly mask: readonly number[]
}

/** Targets of the dots; brackets are not asked about. */
const tag = (sequence: readonly number[]): Tagged => ({
  sequence,
  target: sequence.map((_, t) => {
    const before = sequence.slice(0, t).findLast((sign) => sign !== DOT)
    const after = sequence.slice(t).find((sign) => sign !== DOT)
    return sequence[t] === DOT && before === OPEN && after === CLOSE ? 1 : 0
  }),
  mask: sequence.map((sign) => (sign === DOT ? 1 : 0)),
})

const draw = (random: Rng): Tagged => {
  const length = SHORTEST + random.integer(LONGEST - SHORTEST + 1)
  let last = random.pick([OPEN, CLOSE])
  const signs = Array.from({ length }, () => {
    if (random.uniform() >= BRACKETS) return DOT
    if (random.uniform() < CHANGES) last = last === OPEN ? CLOSE : OPEN
    return last
  })
  // Something must be asked about.
  return tag(signs.includes(DOT) ? signs : [...signs.slice(1), DOT])
}

const countOf = (sequences: readonly Tagged[], isCounted: (one: Tagged, t: number) => boolean): number =>
  sequences.reduce(
    (sum, one) => sum + one.sequence.filter((sign, t) => sign === DOT && isCounted(one, t)).length,
    0,
  )

/** Share of the dots that are tagged right. */
const accuracy = (validation: readonly Tagged[], predict: Predict): number => {
  const dots = countOf(validation, () => true)
  const right = validation.reduce((sum, one) => {
    const said = predict(one.sequence)
    return sum + countOf([one], (_, t) => said[t]! > 0.5 === (one.target[t] === 1))
  }, 0)
  return right / dots
}

/** The best that the left side alone allows: a share of "inside" after (, and none after ) or nothing. */
const leftAlone = (validation: readonly Tagged[]): { readonly loss: number; readonly metric: number } => {
  const isAfterOpen = ({ sequence }: Tagged, t: number): boolean =>
    sequence.slice(0, t).findLast((sign) => sign !== DOT) === OPEN
  const dots = countOf(validation, () => true)
  const after = countOf(validation, isAfterOpen)
  const inside = countOf(validation, ({ target }, t) => target[t] === 1)
  const p = inside / after
  return {
    loss: -(inside * Math.log(p) + (after - inside) * Math.log(1 - p)) / dots,
    metric: (dots - Math.min(inside, after - inside)) / dots,
  }
}

const example = (id: string, text: string): Example => {
  const { sequence, target, mask } = tag(Array.from(text, (sign) => SIGNS.indexOf(sign)))
  return {
    id,
    steps: sequence.map((sign) => ({ mark: SIGNS[sign] ?? null, value: sign })),
    targets: target.map((inside, t) => (mask[t] ? [inside] : null)),
  }
}

export const bracketsTask = (): Task => {
  const random = rng(1).fork('brackets, validation')
  const validation = Array.from({ length: 256 }, () => draw(random))
  return {
    input: { kind: 'one-hot', symbols: SIGNS.length },
    readout: { size: 1, activation: 'sigmoid' },
    outputs: 'every',
    loss: 'binary-cross-entropy',
    hiddenSize: 4,
    layers: 1,
    direction: 'bidirectional',
    horizon: LONGEST,
    features: ['dot', 'open', 'close'],
    featureKinds: ['binary', 'binary', 'binary'],
    rest: null,
    scaling: null,
    budget: { updates: 600, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3] },
    metric: { id: 'accuracy', better: 'more', bound: 0.99 },
    baseline: leftAlone(validation),
    examples: [
      example('unclosed', '·(··)··(·(··)··(··'),
      example('far', '(········)······('),
      example('opposite', ')··(·)·)··)·(··'),
    ],
    sample: (source, size) => Array.from({ length: size }, () => draw(source)),
    sequences: null,
    longest: LONGEST,
    validation,
    measure: (predict) => accuracy(validation, predict),
  }
}

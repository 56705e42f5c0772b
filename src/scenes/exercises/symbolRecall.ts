/**
 * Recall of a marked symbol over distractors, many to one: symbols stream in, one of them is marked, and
 * after exactly `gap` more steps it must be named. Nothing else in the stream says which it was. After the
 * "2-sequence" and noise problems of Hochreiter & Schmidhuber (1997), "Long short-term memory", section 5.
 */
import { rng, type Rng } from '../../engine/rng.ts'
import type { Batch, TrainingSequence } from '../../engine/trainer.ts'
import type { Exercise } from '../task.ts'
import { classShare } from './judged.ts'

export const SYMBOLS = 4

/** The share of right answers that counts as learned. */
export const RECALLED = 0.98

/** So many distractors at most come before the marked symbol. */
const LEAD = 3

/** x = one place a symbol, then 1 where the symbol is marked. */
const WIDTH = SYMBOLS + 1

export interface SymbolSequence extends TrainingSequence {
  readonly sequence: readonly (readonly number[])[]
  readonly target: readonly [number]
}

/** One sequence: `lead` distractors, the marked symbol, `gap` more distractors; the answer comes at the last. */
export const symbolSequence = (symbols: readonly number[], lead: number): SymbolSequence => ({
  sequence: symbols.map((symbol, t) =>
    Array.from({ length: WIDTH }, (_, k) => (k === symbol || (k === SYMBOLS && t === lead) ? 1 : 0)),
  ),
  target: [symbols[lead]!],
  mask: null,
})

const draw = (random: Rng, gap: number): SymbolSequence => {
  const lead = random.integer(LEAD + 1)
  const symbols = Array.from({ length: lead + 1 + gap }, () => random.integer(SYMBOLS))
  return symbolSequence(symbols, lead)
}

/** @param gap steps from the marked symbol to the answer, 0 when it is asked for at once */
export const symbolRecall = (gap: number): Exercise => {
  const random = rng(1).fork(`symbol recall, validation, ${gap}`)
  const validation: Batch = Array.from({ length: 256 }, () => draw(random, gap))
  return {
    input: { kind: 'vector', size: WIDTH },
    readout: { size: SYMBOLS, activation: 'softmax' },
    outputs: 'last',
    loss: 'cross-entropy',
    hiddenSize: 8,
    layers: 1,
    direction: 'forward',
    // Chrono spreads its memories over log U(1, D − 1): a D of 2 would leave none.
    horizon: Math.max(3, gap + 1),
    budget: { updates: 1500, batch: 16, learningRate: 0.01, clip: 1, seeds: [1, 2, 3] },
    metric: { id: 'accuracy', better: 'more', bound: RECALLED },
    baseline: { loss: Math.log(SYMBOLS), metric: 1 / SYMBOLS },
    sequences: null,
    longest: LEAD + 1 + gap,
    sample: (source, size) => Array.from({ length: size }, () => draw(source, gap)),
    validation,
    measure: (predict) => classShare(validation, SYMBOLS, predict),
  }
}

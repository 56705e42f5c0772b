/**
 * The small vocabulary of the sentiment scene. Spanish words stand at the same index as the English ones
 * and the sentences are built so that the same order reads in both; nouns are feminine in Spanish.
 */
import type { Words } from '../../engine/index.ts'

const list = (...pairs: readonly (readonly [en: string, es: string])[]): readonly Words[] =>
  pairs.map(([en, es]) => ({ en, es }))

const parts = {
  articles: list(['a', 'una']),
  intensifiers: list(['very', 'muy'], ['really', 'realmente']),
  negations: list(['not', 'no'], ['never', 'nunca']),
  joints: list(['and', 'y'], ['but', 'pero']),
  good: list(['good', 'buena'], ['great', 'genial'], ['beautiful', 'hermosa'], ['clever', 'ingeniosa']),
  bad: list(['bad', 'mala'], ['boring', 'aburrida'], ['awful', 'horrible'], ['slow', 'lenta']),
  nouns: list(['film', 'película'], ['story', 'historia'], ['scene', 'escena'], ['play', 'obra']),
}

export type Part = keyof typeof parts

/** All words; a symbol is an index into this list. */
export const vocabulary: readonly Words[] = Object.values(parts).flat()

/** The symbols of one part of speech. */
export const symbolsOf = (part: Part): readonly number[] =>
  parts[part].map((word) => vocabulary.indexOf(word))

/**
 * The symbol of an English word.
 * @throws Error listing the words there are
 */
export const symbolOf = (word: string): number => {
  const symbol = vocabulary.findIndex(({ en }) => en === word)
  if (symbol < 0)
    throw new Error(`Expected one of: ${vocabulary.map(({ en }) => en).join(', ')}; got "${word}".`)
  return symbol
}

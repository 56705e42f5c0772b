/** What a catalogue is: groups of messages, the same in every language. A group is a file of its own. */

export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text, or a function of what it speaks about. */
export type Message = string | ((...values: never[]) => string)

/** Messages by name; they may be grouped further. */
export interface Group {
  readonly [name: string]: Message | Group
}

/** One group in every language: `export const stage = { en: …, es: … } satisfies Catalogue`. */
export type Catalogue = Readonly<Record<Language, Group>>

/** A group that comes with its panel: the other language has the same messages, which take the same values. */
export const inLanguages = <M extends Group>(en: M, es: NoInfer<M>): Readonly<Record<Language, M>> => ({
  en,
  es,
})

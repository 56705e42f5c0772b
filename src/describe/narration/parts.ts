/** Sentences as parts, so that numbers take the colour of their role and can be checked. */
import type { NetworkTrace, Role, Trace, Words, Cell } from '../../engine/index.ts'
import type { Language } from '../phases.ts'

export interface Part {
  readonly text: string
  /** Role of the quantity that is spoken of. */
  readonly tone?: Role
  readonly strong?: boolean
  /** A symbol: h, f. */
  readonly symbol?: boolean
  /** The number behind the text, in full precision; of a percentage, the part of one. */
  readonly value?: number
}

/** How numbers are written in a language. */
export interface Speech {
  readonly language: Language
  readonly number: (value: number) => string
  readonly percent: (value: number) => string
}

/** A cell that has been run, as much of it as is spoken of. */
export interface NarratedRun {
  readonly cell: Cell
  readonly trace: NetworkTrace
  readonly layer: Trace
  /** Index of the layer and direction in the network's parts. */
  readonly part: number
}

/** The example that it ran on. */
export interface NarratedScene {
  /** What x is, where it is not the scene's own input: 'h of layer 1'. */
  readonly inputName: string | null
  /** What each step's input says, in words. */
  readonly said: readonly string[]
  readonly outputs: 'every' | 'last'
  readonly outputNames: readonly string[]
  readonly targets: readonly (readonly number[] | null)[]
  /** What steps without a target should say and are trained on; null where they do not count. */
  readonly rest: readonly number[] | null
}

type Fillings = Readonly<Record<string, Part | readonly Part[] | string | number>>

/** Puts parts into a sentence: 'Unit {unit} keeps {f}.' A placeholder without a part is an error. */
export const compose = (words: Words, language: Language, fillings: Fillings = {}): readonly Part[] =>
  words[language].split(/(\{\w+\})/).flatMap((piece): readonly Part[] => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1]
    if (name === undefined) return piece ? [{ text: piece }] : []
    const filling = fillings[name]
    if (filling === undefined)
      throw new Error(
        `Expected a part for {${name}} in "${words[language]}", got ${Object.keys(fillings).join(', ') || 'none'}.`,
      )
    if (typeof filling === 'string' || typeof filling === 'number') return [{ text: String(filling) }]
    return 'text' in filling ? [filling] : filling
  })

/** The name of the phase, which opens every sentence. */
export const heading = (words: Words, language: Language): Part => ({
  text: `${words[language]}.`,
  strong: true,
})

export const numberPart = (speech: Speech, value: number, tone?: Role): Part => ({
  text: speech.number(value),
  value,
  strong: true,
  ...(tone && { tone }),
})

export const plainNumber = (speech: Speech, value: number): Part => ({ text: speech.number(value), value })

export const percentPart = (speech: Speech, value: number, tone?: Role): Part => ({
  text: speech.percent(value),
  value,
  strong: true,
  ...(tone && { tone }),
})

export const symbolPart = (text: string, tone?: Role): Part => ({
  text,
  symbol: true,
  ...(tone && { tone }),
})

/** 'a, b and c'; Spanish lists of numbers take semicolons, because the comma is the decimal sign. */
export const listOf = (items: readonly (readonly Part[])[], language: Language): readonly Part[] =>
  items.flatMap((item, k) => {
    if (k === 0) return item
    const last = k === items.length - 1
    const separator = language === 'es' ? (last ? ' y ' : '; ') : last ? ' and ' : ', '
    return [{ text: separator }, ...item]
  })

export const textOf = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('')

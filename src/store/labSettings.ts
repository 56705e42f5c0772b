/**
 * What is set in a laboratory, as it stands in the address: 'bias_2*delay_40'. Each laboratory says which fields
 * it has; what is left out, or cannot be followed, is as usual. Numbers are held within their bounds.
 */
import { useEffect, useMemo } from 'react'
import { actions } from './actions.ts'
import { useView } from './hooks.ts'
import { useStore, type Notice } from './state.ts'

export interface NumberField {
  readonly low: number
  readonly high: number
  /** Distance of the values that a slider offers; an address may lie between, but whole numbers stay whole. */
  readonly step: number
  readonly usual: number
}

/** One of a few words, the first as usual. */
export type ChoiceField = readonly [string, ...string[]]

export type Fields = Readonly<Record<string, NumberField | ChoiceField>>

export type Settings<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends ChoiceField ? F[K][number] : number
}

const isChoice = (field: NumberField | ChoiceField): field is ChoiceField => Array.isArray(field)

const usualOf = (field: NumberField | ChoiceField): string | number =>
  isChoice(field) ? field[0] : field.usual

const valueOf = (field: NumberField | ChoiceField, text: string | undefined): string | number => {
  if (text === undefined) return usualOf(field)
  if (isChoice(field)) return field.includes(text) ? text : usualOf(field)
  const value = text === '' ? NaN : Number(text)
  if (!Number.isFinite(value)) return usualOf(field)
  const held = Math.min(field.high, Math.max(field.low, value))
  return Number.isInteger(field.step) ? Math.round(held) : held
}

/** Name and value of each entry; an entry without a name has the name ''. */
const entriesOf = (text: string): readonly (readonly [string, string])[] =>
  text
    .split('*')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const cut = entry.indexOf('_')
      return [entry.slice(0, Math.max(0, cut)), entry.slice(cut + 1)] as const
    })

const expectedOf = (name: string, field: NumberField | ChoiceField): string =>
  isChoice(field)
    ? field.map((choice) => `${name}_${choice}`).join(', ')
    : `${name}_${field.low} – ${name}_${field.high}`

/** What of a text is not followed as it stands, with what is shown instead; [] when all of it is. */
export const rejectedSettings = (fields: Fields, text: string): readonly Notice[] =>
  entriesOf(text).flatMap(([name, given]): readonly Notice[] => {
    const key = 'set'
    const got = name === '' ? given : `${name}_${given}`
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) return [{ key, expected: Object.keys(fields).join(', '), got, shown: '' }]
    const value = valueOf(field, given)
    const isFollowed = isChoice(field) ? value === given : given !== '' && Number(given) === value
    return isFollowed
      ? []
      : [{ key, expected: expectedOf(name, field), got, shown: `${name}_${String(value)}` }]
  })

/** Reads the settings of a laboratory. Never throws. */
export const parseSettings = <F extends Fields>(fields: F, text: string): Settings<F> => {
  const given = new Map(entriesOf(text))
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, valueOf(field, given.get(name))]),
  ) as Settings<F>
}

/** Settings as the address has them; what is as usual is left out. */
export const formatSettings = <F extends Fields>(fields: F, settings: Settings<F>): string =>
  Object.entries(fields)
    .filter(([name, field]) => settings[name] !== usualOf(field))
    .map(([name]) => `${name}_${String(settings[name])}`)
    .join('*')

/** The settings of the open laboratory, and how to change some of them; what the address asks in vain is told. */
export const useLabSettings = <F extends Fields>(
  fields: F,
): readonly [Settings<F>, (part: Partial<Settings<F>>) => void] => {
  const text = useView((view) => view.set)
  // A scene that comes in brings its address's settings along.
  const isReady = useStore(({ status }) => status === 'ready')
  useEffect(() => {
    const rejected = rejectedSettings(fields, text)
    if (isReady && rejected.length > 0)
      actions.correctSettings(text, formatSettings(fields, parseSettings(fields, text)), rejected)
  }, [fields, text, isReady])
  return useMemo(() => {
    const settings = parseSettings(fields, text)
    return [settings, (part) => actions.setSettings(formatSettings(fields, { ...settings, ...part }))]
  }, [fields, text])
}

/**
 * Language and theme: what the reader prefers, kept on this device where the browser allows it.
 * Storage may be missing, full or forbidden: then the choice lasts as long as the page.
 */
import { LANGUAGES, type Language } from '../i18n/index.ts'

export type ThemeChoice = 'light' | 'dark'

const KEYS = {
  language: 'gatescope.language',
  theme: 'gatescope.theme',
  keys: 'gatescope.keys',
  pauses: 'gatescope.pauses',
} as const

const read = (key: string): string | null => {
  try {
    return globalThis.localStorage.getItem(key)
  } catch {
    return null
  }
}

const write = (key: string, value: string): void => {
  try {
    globalThis.localStorage.setItem(key, value)
  } catch {
    // Nothing is lost but the memory of the choice.
  }
}

/** The kept language, else the browser's first that the page speaks, else English. */
export const preferredLanguage = (): Language => {
  const wanted = [read(KEYS.language), ...(globalThis.navigator?.languages ?? [])]
  for (const tag of wanted) {
    const known = LANGUAGES.find((language) => tag?.toLowerCase().split('-')[0] === language)
    if (known) return known
  }
  return 'en'
}

/** The kept theme, or null when the system decides. */
export const preferredTheme = (): ThemeChoice | null => {
  const kept = read(KEYS.theme)
  return kept === 'light' || kept === 'dark' ? kept : null
}

/** Single keys are on unless they were switched off. */
export const preferredKeys = (): boolean => read(KEYS.keys) !== 'off'

/** Playing goes on through all phases unless it was told to pause. */
export const preferredPauses = (): boolean => read(KEYS.pauses) === 'on'

export const keepLanguage = (language: Language): void => write(KEYS.language, language)
export const keepTheme = (theme: ThemeChoice): void => write(KEYS.theme, theme)
export const keepPauses = (pauses: boolean): void => write(KEYS.pauses, pauses ? 'on' : 'off')
export const keepKeys = (keys: boolean): void => write(KEYS.keys, keys ? 'on' : 'off')

const darkQuery = '(prefers-color-scheme: dark)'

/** What the system prefers. */
export const systemTheme = (): ThemeChoice => (globalThis.matchMedia?.(darkQuery).matches ? 'dark' : 'light')

/** Calls back when the system changes its mind; returns how to stop. */
export const onSystemTheme = (listener: () => void): (() => void) => {
  const query = globalThis.matchMedia?.(darkQuery)
  query?.addEventListener('change', listener)
  return () => query?.removeEventListener('change', listener)
}

/** Whether things may move: not when the system asks for less motion, nor where it cannot be asked. */
export const prefersMotion = (): boolean =>
  globalThis.matchMedia?.('(prefers-reduced-motion: no-preference)').matches ?? false

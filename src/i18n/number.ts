/** Numbers as the page writes them: a true minus, the language's decimal sign, enough digits to add up. */

import type { Language } from './catalogue.ts'

const MINUS = '\u2212'

/** Made once: to make one costs more than to render a table of losses. */
const formats = (options: Intl.NumberFormatOptions): Readonly<Record<Language, Intl.NumberFormat>> => ({
  en: new Intl.NumberFormat('en', options),
  es: new Intl.NumberFormat('es', options),
})
const whole = formats({ useGrouping: 'always' })
const digits = formats({ minimumSignificantDigits: 3, maximumSignificantDigits: 3 })

const withSign = (text: string, decimal: string): string => text.replaceAll('-', MINUS).replace('.', decimal)

const decimalSign = (language: Language): string => (language === 'es' ? ',' : '.')

/**
 * A value with two decimals; below 0.1 with three significant digits, so that sums on screen do not
 * look wrong; below 0.0001 in powers of ten. NaN and ∞ are shown as such.
 * @param least decimals at least, in a column whose sum needs more than two
 */
export const formatNumber = (value: number, language: Language, least = 2): string => {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value < 0 ? `${MINUS}∞` : '∞'
  const size = Math.abs(value)
  const decimal = decimalSign(language)
  if (size === 0) return `0${decimal}${'0'.repeat(least)}`
  if (size < 1e-4) return withSign(value.toExponential(1), decimal)
  if (size >= 1e5) return withSign(value.toExponential(2).replace('e+', 'e'), decimal)
  // 0.0996 has three significant digits; 0.0999… would round up to 0.100, which is 0.10.
  const digits = size < 0.09995 ? 2 - Math.floor(Math.log10(size)) : 2
  return withSign(value.toFixed(Math.max(digits, least)), decimal)
}

/** A whole number with the language's groups: 2,000. */
export const formatWhole = (value: number, language: Language): string => whole[language].format(value)

/**
 * A loss or norm with three significant digits, zeros among them, so that two can be compared: seeds often differ in
 * the third. Huge and tiny ones are powers of ten, as all numbers are.
 */
export const formatLoss = (value: number, language: Language): string => {
  const size = Math.abs(value)
  if (!Number.isFinite(value)) return formatNumber(value, language)
  if (size === 0 || (size >= 1e-4 && size < 1e5)) return digits[language].format(value).replace('-', MINUS)
  return withSign(value.toExponential(2).replace('e+', 'e'), decimalSign(language))
}

/** A part of one as a whole percentage: '6 %'. */
export const formatPercent = (value: number): string =>
  Number.isFinite(value) ? `${withSign(String(Math.round(value * 100)), '.')}\u00a0%` : String(value)

/** All the digits of a value, for tables and copies: what the engine computed. */
export const formatExact = (value: number, language: Language): string =>
  Number.isFinite(value) ? withSign(String(value), decimalSign(language)) : formatNumber(value, language)

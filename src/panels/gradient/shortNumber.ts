/** A round number of a scale with one digit: 0.03, 1e−5. */
import { formatExact, type Language } from '../../store/index.ts'

export const shortNumber = (value: number, language: Language): string => {
  const size = Math.abs(value)
  if (size === 0 || (size >= 1e-4 && size < 1e4)) return formatExact(Number(value.toPrecision(1)), language)
  const [digit, power] = value.toExponential(0).replace('+', '').split('e')
  return `${digit?.replace('-', '−')}e${power?.replace('-', '−')}`
}

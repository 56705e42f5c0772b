/** Numbers of tables, with the exact value beside each for copies and tests. */
import type { ReactElement } from 'react'
import { formatNumber, useLanguage, type Language } from '../../store/index.ts'

/** A value with two decimals, as everywhere on the page. */
export const Num = ({ value }: { readonly value: number }): ReactElement => {
  const language = useLanguage()
  return (
    <span className="scene-number" data-value={value}>
      {formatNumber(value, language)}
    </span>
  )
}

const threeDigits = (language: Language): Intl.NumberFormat =>
  new Intl.NumberFormat(language, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 })

/** Made once: to make one costs more than to render the table that it is for. */
const digits: Readonly<Record<Language, Intl.NumberFormat>> = { en: threeDigits('en'), es: threeDigits('es') }

/** A loss with three significant digits: seeds often differ in the third. */
export const Loss = ({ value }: { readonly value: number }): ReactElement => {
  const language = useLanguage()
  return (
    <span className="scene-number" data-value={value}>
      {digits[language].format(value)}
    </span>
  )
}

/** A whole number: of parameters, of symbols counted. */
export const Whole = ({ value }: { readonly value: number }): ReactElement => (
  <span className="scene-number" data-value={value}>
    {value}
  </span>
)

/** Numbers of tables, with the exact value beside each for copies and tests. */
import type { ReactElement } from 'react'
import { formatLoss, formatNumber, useLanguage } from '../../store/index.ts'

/** A value with two decimals, as everywhere on the page. */
export const Num = ({ value }: { readonly value: number }): ReactElement => {
  const language = useLanguage()
  return (
    <span className="scene-number" data-value={value}>
      {formatNumber(value, language)}
    </span>
  )
}

/** A loss, with three significant digits. */
export const Loss = ({ value }: { readonly value: number }): ReactElement => {
  const language = useLanguage()
  return (
    <span className="scene-number" data-value={value}>
      {formatLoss(value, language)}
    </span>
  )
}

/** A whole number: of parameters, of symbols counted. */
export const Whole = ({ value }: { readonly value: number }): ReactElement => (
  <span className="scene-number" data-value={value}>
    {value}
  </span>
)

/** The short training in numbers: a row an update. */
import type { ReactElement } from 'react'
import { formatNumber, useLanguage } from '../../store/index.ts'
import type { ClippingProgress } from '../../store/labJob.ts'
import { Details } from '../../ui/controls/Details.tsx'
import { useWords } from './words.ts'

export const ClipTable = ({ rows }: Pick<ClippingProgress, 'rows'>): ReactElement => {
  const words = useWords().clip
  const language = useLanguage()
  const number = (value: number): string => formatNumber(value, language)
  return (
    <Details className="lab-details" summary={words.table}>
      {() => (
        <div className="train-scroll" tabIndex={0} role="region" aria-label={words.table}>
          <table className="train-numbers">
            <thead>
              <tr>
                {[
                  words.update,
                  words.norm,
                  words.clipped,
                  words.step,
                  words.whole,
                  words.with,
                  words.without,
                ].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.update}>
                  <th scope="row">{row.update}</th>
                  <td>{number(row.norm)}</td>
                  <td>{row.clipped ? words.yes : words.no}</td>
                  <td>{number(row.step)}</td>
                  <td>{number(row.whole)}</td>
                  <td>{number(row.loss)}</td>
                  <td>{row.unclippedLoss === null ? '–' : number(row.unclippedLoss)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Details>
  )
}

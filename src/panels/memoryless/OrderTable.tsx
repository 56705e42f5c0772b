/** The order study in numbers. */
import type { ReactElement } from 'react'
import { formatLoss, useLanguage } from '../../store/index.ts'
import type { OrderStudy, Outcome } from '../../store/memoryless.ts'
import { formatWhole } from '../train/words.ts'
import { nameOf, useWords, verdictOf } from './words.ts'

const valuesOf = ({ results }: Outcome, key: 'metric' | 'shuffledMetric'): readonly number[] =>
  results.map((result) => result[key])

interface CellProps {
  readonly middle: number
  readonly values: readonly number[]
}

/** The middle of the seeds, and under it their range. */
const Cell = ({ middle, values }: CellProps): ReactElement => {
  const { table } = useWords()
  const language = useLanguage()
  const number = (value: number): string => formatLoss(value, language)
  return (
    <td data-value={middle}>
      {values.length > 0 ? number(middle) : '–'}
      {values.length > 1 ? (
        <small>{table.range(number(Math.min(...values)), number(Math.max(...values)))}</small>
      ) : null}
    </td>
  )
}

export const OrderTable = ({ study }: { readonly study: OrderStudy }): ReactElement => {
  const words = useWords()
  const { table, order } = words
  const language = useLanguage()
  const also = study.rows.some(({ reshuffled }) => reshuffled !== null)
  return (
    <div className="train-scroll" tabIndex={0} role="region" aria-label={table.numbers}>
      <table className="train-numbers memoryless-table">
        <caption>{table.median(study.rows[0]?.ordered.seeds ?? 0)}</caption>
        <thead>
          <tr>
            <th scope="col">{table.network}</th>
            <th scope="col">{table.parameters}</th>
            <th scope="col">{order.ordered}</th>
            <th scope="col">{order.shuffled}</th>
            {also ? <th scope="col">{order.reshuffled}</th> : null}
            <th scope="col">{table.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {study.rows.map(({ contestant, parameters, ordered, reshuffled }) => (
            <tr key={contestant.id} data-network={contestant.id}>
              <th scope="row">{nameOf(contestant, words)}</th>
              <td>
                {formatWhole(parameters, language)}
                <small>{table.units(formatWhole(contestant.model.size, language))}</small>
              </td>
              <Cell middle={ordered.metric} values={valuesOf(ordered, 'metric')} />
              <Cell middle={ordered.shuffled} values={valuesOf(ordered, 'shuffledMetric')} />
              {also && reshuffled ? (
                <Cell middle={reshuffled.metric} values={valuesOf(reshuffled, 'metric')} />
              ) : null}
              <td>{verdictOf(ordered, words) ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The gap study in numbers: the chosen gap with parameters and verdicts, and all gaps. */
import type { ReactElement } from 'react'
import { formatPercent, useLanguage } from '../../store/index.ts'
import type { GapStudy, Outcome } from '../../store/memoryless.ts'
import { median } from '../../store/trainingRun.ts'
import { formatWhole } from '../train/words.ts'
import { Details } from '../../ui/controls/Details.tsx'
import { nameOf, useWords, verdictOf } from './words.ts'

interface Props {
  readonly study: GapStudy
  readonly gap: number
}

export const AtGap = ({ study, gap }: Props): ReactElement => {
  const words = useWords()
  const { table } = words
  const language = useLanguage()
  const at = study.gaps.indexOf(gap)
  const range = ({ results }: Outcome): string => {
    const values = results.map(({ metric }) => metric)
    return table.range(formatPercent(Math.min(...values)), formatPercent(Math.max(...values)))
  }
  return (
    <div className="train-scroll" tabIndex={0} role="region" aria-label={words.gap.table(gap)}>
      <table className="train-numbers memoryless-table">
        <caption>
          {words.gap.table(gap)}; {table.median(study.rows[0]?.outcomes[at]?.seeds ?? 0)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{table.network}</th>
            <th scope="col">{table.parameters}</th>
            <th scope="col">{table.accuracy}</th>
            <th scope="col">{table.learned}</th>
            <th scope="col">{table.updates}</th>
            <th scope="col">{table.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {study.rows.map(({ contestant, parameters, outcomes }) => {
            const outcome = outcomes[at]!
            const { results, metric, learned } = outcome
            const some = results.length > 0
            return (
              <tr key={contestant.id} data-network={contestant.id}>
                <th scope="row">{nameOf(contestant, words)}</th>
                <td>
                  {formatWhole(parameters, language)}
                  <small>{table.units(formatWhole(contestant.model.size, language))}</small>
                </td>
                <td data-value={metric}>
                  {some ? formatPercent(metric) : '–'}
                  {results.length > 1 ? <small>{range(outcome)}</small> : null}
                </td>
                <td data-learned={learned}>{some ? table.of(learned, results.length) : '–'}</td>
                <td>{some ? formatWhole(median(results.map(({ updates }) => updates)), language) : '–'}</td>
                <td>{verdictOf(outcome, words) ?? '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

export const AllGaps = ({ study }: Pick<Props, 'study'>): ReactElement => {
  const words = useWords()
  return (
    <Details className="train-tables" summary={words.gap.all}>
      {() => (
        <div className="train-scroll" tabIndex={0} role="region" aria-label={words.gap.all}>
          <table className="train-numbers">
            <thead>
              <tr>
                <th scope="col">{words.table.gap}</th>
                {study.rows.map(({ contestant }) => (
                  <th key={contestant.id} scope="col">
                    {nameOf(contestant, words)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {study.gaps.map((gap, j) => (
                <tr key={gap}>
                  <th scope="row">{gap}</th>
                  {study.rows.map(({ contestant, outcomes }) => (
                    <td key={contestant.id}>
                      {outcomes[j]!.results.length > 0
                        ? outcomes[j]!.results.map(({ metric }) => formatPercent(metric)).join(' · ')
                        : words.gap.notYet}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Details>
  )
}

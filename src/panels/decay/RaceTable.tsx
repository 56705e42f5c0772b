/** The curves of one optimizer in numbers. */
import type { ReactElement } from 'react'
import { GRADIENT_SCALES } from '../../describe/decayPaths.ts'
import { formatExact, formatNumber, useLanguage } from '../../store/index.ts'
import type { WeightRace } from '../../store/decayLab.ts'
import { Details } from '../../ui/controls/Details.tsx'
import { SHOWN_UPDATES, sizesOf } from './WeightPlots.tsx'
import { useWords } from './words.ts'

const EVERY = 10

interface Props {
  readonly race: WeightRace
}

const Rows = ({ race }: Props): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const name = `${words.names[race.name]}: ${words.card.table}`
  const columns = (['penalty', 'decay'] as const).flatMap((way) =>
    GRADIENT_SCALES.map((scale, column) => ({
      name: words.card.column(words.ways[way], formatExact(scale, language)),
      values: sizesOf(race[way], column),
    })),
  )
  return (
    <div className="train-scroll" tabIndex={0} role="region" aria-label={name}>
      <table className="train-numbers">
        <thead>
          <tr>
            <th scope="col">{words.card.update}</th>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHOWN_UPDATES.map((update, n) =>
            n % EVERY === 0 ? (
              <tr key={update}>
                <th scope="row">{update}</th>
                {columns.map((column) => (
                  <td key={column.name}>{formatNumber(column.values[n]!, language)}</td>
                ))}
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </div>
  )
}

export const RaceTable = ({ race }: Props): ReactElement => (
  <Details className="lab-details" summary={useWords().card.table}>
    {() => <Rows race={race} />}
  </Details>
)

/** By how much an update shrinks each of the four weights, both ways, and what the optimizer divides by. */
import type { ReactElement } from 'react'
import { GRADIENT_SCALES } from '../../describe/decayPaths.ts'
import { formatExact, formatNumber, useLanguage } from '../../store/index.ts'
import type { WeightRace } from '../../store/decayLab.ts'
import { useWords } from './words.ts'

export const ShareTable = ({ race }: { readonly race: WeightRace }): ReactElement => {
  const words = useWords()
  const language = useLanguage()
  const { divisor } = race.penalty
  const percent = (share: number): string => `${formatNumber(share * 100, language)} %`
  return (
    <table className="train-table race-table">
      <caption>{words.card.shareNote}</caption>
      <thead>
        <tr>
          <th scope="col">{words.card.scale}</th>
          {GRADIENT_SCALES.map((scale) => (
            <th key={scale} scope="col">
              {formatExact(scale, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {divisor ? (
          <tr data-row="divisor">
            <th scope="row">{words.card.divisor}</th>
            {GRADIENT_SCALES.map((scale, column) => (
              <td key={scale} data-value={divisor[column]}>
                {formatNumber(divisor[column]!, language)}
              </td>
            ))}
          </tr>
        ) : null}
        {(['penalty', 'decay'] as const).map((way) => (
          <tr key={way} data-row={way}>
            <th scope="row" className={`race-${way}-name`}>
              {words.card.share(words.ways[way])}
            </th>
            {race.shares[way].map((share, column) => (
              <td key={GRADIENT_SCALES[column]} data-value={share}>
                {percent(share)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The matrix of the selected point in numbers, worked out when it is opened. */
import type { ReactElement } from 'react'
import type { StateJacobian } from '../../engine/index.ts'
import { formatNumber, useLanguage } from '../../store/index.ts'
import { Symbols } from '../labs/Symbols.tsx'
import { Details } from '../../ui/controls/Details.tsx'
import { useWords } from './words.ts'

export const MatrixTable = ({ jacobian }: { readonly jacobian: StateJacobian }): ReactElement => {
  const words = useWords().at
  const language = useLanguage()
  const { carry, H, matrix } = jacobian
  const names = carry.flatMap((slot) => Array.from({ length: H }, (_, unit) => ({ slot, unit })))
  return (
    <Details className="lab-details" summary={words.matrix}>
      {() => (
        <div className="train-scroll" tabIndex={0} role="region" aria-label={words.matrix}>
          <table className="train-numbers">
            <caption>{words.rows}</caption>
            <thead>
              <tr>
                <th scope="col">∂</th>
                {names.map(({ slot, unit }) => (
                  <th key={slot + unit} scope="col">
                    <Symbols text={words.unit(`${slot}_t`, unit)} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map(({ slot, unit }, row) => (
                <tr key={slot + unit}>
                  <th scope="row">
                    <Symbols text={words.unit(`${slot}_T`, unit)} />
                  </th>
                  {names.map((column, k) => (
                    <td key={column.slot + column.unit}>
                      {formatNumber(matrix[row * names.length + k]!, language)}
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

/** The norms of the memory chart as a table, around the open step where there are many. */
import type { ReactElement } from 'react'
import { formatNumber } from '../../store/index.ts'
import { Details } from '../../ui/controls/Details.tsx'
import type { MemoryCurve } from './memoryGeometry.ts'
import { nearSteps } from './nearSteps.ts'
import type { Compared } from './useCompared.ts'

interface Props {
  readonly compared: Compared
  readonly curves: readonly MemoryCurve[]
  /** The step whose output is looked back from. */
  readonly t: number
}

export const MemoryTable = ({ compared, curves, t }: Props): ReactElement => {
  const { moment, language, words } = compared
  const steps = nearSteps(
    Array.from({ length: t + 1 }, (_, k) => k),
    moment.t,
  )
  const range = steps.length <= t ? ` (${steps[0]} – ${steps.at(-1)})` : ''
  return (
    <Details className="compare-details" summary={`${words.memoryTable}${range}`}>
      {() => (
        <table className="compare-table">
          <caption className="visually-hidden">{words.memoryChart(t)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.step}</th>
              {curves.map(({ cellId, name }) => (
                <th scope="col" key={cellId}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((k) => (
              <tr key={k}>
                <th scope="row">{k}</th>
                {curves.map(({ cellId, norms }) => (
                  <td key={cellId} data-cell={cellId} data-value={String(norms[k])}>
                    {formatNumber(norms[k] ?? NaN, language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Details>
  )
}

/** Rows of numbers over timesteps, opened on demand: the twin of a picture for those who read rather than look. */
import type { ReactElement } from 'react'
import { formatNumber, useLanguage } from '../../store/index.ts'
import { Details } from '../../ui/controls/Details.tsx'
import './stepTable.css'

export interface StepRow {
  readonly name: string
  /** Null where there is nothing to say at a step. */
  readonly valueAt: (t: number) => number | null
}

interface Props {
  readonly summary: string
  /** Names the table. */
  readonly label: string
  /** The label, and what else the reader should know. */
  readonly caption: string
  readonly timestep: string
  /** Timesteps, both included. */
  readonly first: number
  readonly last: number
  readonly rows: readonly StepRow[]
}

export const StepTable = ({ summary, label, caption, timestep, first, last, rows }: Props): ReactElement => {
  const language = useLanguage()
  const steps = Array.from({ length: last - first + 1 }, (_, k) => first + k)
  return (
    <Details className="bands-table" summary={summary}>
      {() => (
        <div className="bands-table-scroll" tabIndex={0} role="region" aria-label={label}>
          <table>
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{timestep}</th>
                {steps.map((t) => (
                  <th key={t} scope="col">
                    {t}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, valueAt }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {steps.map((t) => {
                    const value = valueAt(t)
                    return (
                      <td key={t} data-value={value ?? undefined}>
                        {value === null ? '' : formatNumber(value, language)}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Details>
  )
}

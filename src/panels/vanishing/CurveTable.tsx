/** The curves in numbers: a row a step. */
import { useState, type ReactElement } from 'react'
import { formatNumber, useLanguage } from '../../store/index.ts'
import type { GradientMember } from '../../store/gradientLab.ts'
import { directLines, hiddenLines } from './geometry.ts'
import { useWords } from './words.ts'

export const CurveTable = ({ members }: { readonly members: readonly GradientMember[] }): ReactElement => {
  const words = useWords().table
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const lines = open ? [...hiddenLines(members), ...directLines(members)] : []
  const T = members[0]?.paths.T ?? 0
  return (
    <details className="train-tables" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {open ? (
        <div className="train-scroll" tabIndex={0} role="region" aria-label={words.title}>
          <table className="train-numbers">
            <thead>
              <tr>
                <th scope="col">{words.step}</th>
                {lines.map(({ id, name }) => (
                  <th key={id} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: T + 1 }, (_, t) => (
                <tr key={t}>
                  <th scope="row">{t}</th>
                  {lines.map(({ id, values }) => (
                    <td key={id}>{formatNumber(values[t]!, language)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </details>
  )
}

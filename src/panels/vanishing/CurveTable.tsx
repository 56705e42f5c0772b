/** The curves in numbers: a row a step. */
import type { ReactElement } from 'react'
import { formatNumber, useLanguage } from '../../store/index.ts'
import type { GradientMember } from '../../store/gradientLab.ts'
import { Details } from '../../ui/controls/Details.tsx'
import { directLines, hiddenLines } from './geometry.ts'
import { useWords } from './words.ts'

interface Props {
  readonly members: readonly GradientMember[]
}

const Rows = ({ members }: Props): ReactElement => {
  const words = useWords().table
  const language = useLanguage()
  const lines = [...hiddenLines(members), ...directLines(members)]
  const T = members[0]?.paths.T ?? 0
  return (
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
  )
}

export const CurveTable = ({ members }: Props): ReactElement => (
  <Details className="train-tables" summary={useWords().table.title}>
    {() => <Rows members={members} />}
  </Details>
)

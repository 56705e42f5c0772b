/** The chain of gradients as a table: what its picture shows, for those who read instead. */
import { memo, type ReactElement } from 'react'
import { gradAt } from '../../engine/index.ts'
import { formatNumber } from '../../store/index.ts'
import { spokenSlots } from '../stage/stepText.ts'
import { partialOf, type Back } from './useBack.ts'

interface Props {
  readonly found: Back['found']
  readonly of: Back['of']
  readonly words: Back['words']
  readonly language: Back['language']
  readonly unit: number
  readonly first: number
  readonly last: number
}

const BackTableView = ({ found, of, words, language, unit, first, last }: Props): ReactElement => {
  const slots = spokenSlots(found.run)
  const steps = Array.from({ length: last - first + 1 }, (_, k) => last - k)
  return (
    <table className="visually-hidden">
      <caption>{words.tableCaption(unit)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.tableStep}</th>
          <th scope="col">{of === 'L' ? words.loss : words.output}</th>
          {slots.map((slot) => (
            <th key={slot} scope="col">
              {partialOf({ of }, slot)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((t) => {
          const mark = found.marks.find((own) => own.t === t && own.sent)
          return (
            <tr key={t}>
              <th scope="row">{t}</th>
              <td>{mark ? formatNumber(mark.value, language) : ''}</td>
              {slots.map((slot) => (
                <td key={slot}>{formatNumber(gradAt(found.layer, t, slot)[unit] ?? NaN, language)}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export const BackTable = memo(BackTableView)

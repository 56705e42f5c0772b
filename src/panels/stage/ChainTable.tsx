/** The chain as a table: what its picture shows, for those who read instead. */
import { memo, type ReactElement } from 'react'
import { at } from '../../engine/index.ts'
import { formatNumber } from '../../i18n/index.ts'
import { following } from '../../ui/following.tsx'
import { useLanguage, useMessages, type CellRun, type SceneView } from '../../store/index.ts'
import { labelOf } from './meterRows.ts'
import { outputMark } from './outputMarks.ts'
import { spokenSlots } from './stepText.ts'

interface Props {
  readonly run: CellRun
  readonly scene: SceneView
  readonly unit: number
  /** Steps first … last are drawn. */
  readonly first: number
  readonly last: number
}

/** Rows at most: a screen reader is at the open step, and every row costs a dozen elements. */
const ROWS = 24

/**
 * The steps first … last that the table holds: all that are drawn, or of many the block with the open one,
 * which changes once in 24 steps and not at each.
 */
export const tableSpan = (
  first: number,
  last: number,
  t: number,
): { readonly first: number; readonly last: number } => {
  if (last - first < ROWS + ROWS / 4) return { first, last }
  const start = Math.floor(t / ROWS) * ROWS
  return { first: Math.max(first, start), last: Math.min(last, start + ROWS - 1) }
}

interface RowProps {
  readonly run: CellRun
  readonly scene: SceneView
  readonly unit: number
  readonly t: number
}

/** A row stays what it is while the window of steps moves over it. */
const Row = memo(({ run, scene, unit, t }: RowProps): ReactElement => {
  const language = useLanguage()
  const number = (value: number | null | undefined): string =>
    typeof value === 'number' ? formatNumber(value, language) : ''
  const mark = outputMark(run, scene, t)
  return (
    <tr>
      <th scope="row">{t}</th>
      <td>{scene.said[t]}</td>
      {spokenSlots(run).map((slot) => (
        <td key={slot}>{number(at(run.layer, t, slot)[unit])}</td>
      ))}
      <td>{[mark?.predicted?.name, number(mark?.value)].filter(Boolean).join(' ')}</td>
      <td>{number(mark?.target)}</td>
    </tr>
  )
})

const ChainTableView = ({ run, scene, unit, first, last }: Props): ReactElement => {
  const words = useMessages().stage
  const steps = Array.from({ length: last - first + 1 }, (_, k) => first + k)
  return (
    <table className="visually-hidden">
      <caption>{words.tableCaption(unit)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.tableStep}</th>
          <th scope="col">{words.input}</th>
          {spokenSlots(run).map((slot) => (
            <th key={slot} scope="col">
              {labelOf(slot)}
            </th>
          ))}
          <th scope="col">{words.output}</th>
          <th scope="col">{words.tableTarget}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((t) => (
          <Row key={t} run={run} scene={scene} unit={unit} t={t} />
        ))}
      </tbody>
    </table>
  )
}

/** Read, not looked at: it follows what is painted. */
export const ChainTable = following(ChainTableView)

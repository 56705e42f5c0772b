/** Where the number comes from: each row value × weight, a bar, the product; below, the sum. */
import { Fragment, type ReactElement } from 'react'
import { balance } from '../../describe/balance.ts'
import { breakdown, sectionTotal, type Breakdown, type Row, type Section } from '../../describe/breakdown.ts'
import { phaseOf } from '../../describe/phases.ts'
import { formatNumber } from '../../store/index.ts'
import { BreakdownRow, SumRow } from './BreakdownRow.tsx'
import { UNKNOWN } from './fills.ts'
import type { Inspected } from './useInspected.ts'

const titleOf = (
  { words, language }: Inspected,
  section: Section,
  table: Breakdown,
  known: boolean,
): string => {
  if (table.sections.length === 1 && section.from !== 'values')
    return words.comesFrom(known ? formatNumber(table.sum, language) : UNKNOWN)
  if (section.from === 'input') return words.comesFromInput
  if (section.from === 'values') return words.comesFromValues
  const gated = section.rows.some((row) => row.kind === 'gate')
  return gated ? words.comesFromPastReset : words.comesFromPast
}

const halfName = ({ words }: Inspected, { from }: Section): string =>
  from === 'input' ? words.inputHalf : from === 'past' ? words.pastHalf : words.half

interface Props {
  readonly inspected: Inspected
  readonly table: Breakdown
  readonly onProduct?: (term: string) => void
}

/** One group of rows with its own rounding; a half is printed below its rows and above its gate. */
const SectionRows = ({
  inspected,
  table,
  section,
  most,
  first,
  onProduct,
}: Props & {
  readonly section: Section
  readonly most: number
  readonly first: boolean
}): ReactElement => {
  const { run, words, known: isKnown, language } = inspected
  const rows = section.rows.filter((row) => row.kind !== 'gate')
  const gate = section.rows.find((row) => row.kind === 'gate')
  const whole = table.sections.length === 1 || section.from === 'values'
  const known = isKnown(whole ? phaseOf(run.cell, table.slot) : 2)
  const sum = section.half ?? rows.reduce((total, { result }) => total + result, 0)
  const rounding = balance(
    rows.map(({ result }) => result),
    table.sections.length === 1 && !gate ? table.sum : sum,
  )
  const row = (own: Row, key: number): ReactElement => (
    <BreakdownRow
      key={key}
      inspected={inspected}
      row={own}
      most={most}
      least={rounding.least}
      known={own.kind === 'gate' ? isKnown(phaseOf(run.cell, table.slot)) : known}
      {...(onProduct ? { onProduct } : {})}
    />
  )
  return (
    <tbody>
      <tr className="inspector-section">
        <th scope="colgroup" colSpan={first ? 2 : 4}>
          {titleOf(inspected, section, table, known)}
        </th>
        {first ? (
          <td colSpan={2} className="inspector-unitless">
            {section.from === 'values' ? '' : words.valueTimesWeight}
          </td>
        ) : null}
      </tr>
      {rows.map(row)}
      {rounding.left !== null && known && (section.half !== null || table.sections.length === 1) ? (
        <SumRow
          label={words.rounding}
          value={rounding.left}
          least={rounding.least}
          known
          className="inspector-rounding"
          language={language}
        />
      ) : null}
      {section.half === null ? null : (
        <SumRow
          label={halfName(inspected, section)}
          value={section.half}
          least={rounding.least}
          known={known}
          className="inspector-half"
          language={language}
        />
      )}
      {gate ? row(gate, rows.length) : null}
    </tbody>
  )
}

/** Decimals and remainder of the closing sum: of the halves where there are several, else of the rows. */
const closing = (table: Breakdown) => {
  const [only] = table.sections
  const many = table.sections.length > 1
  const rows = many || !only || only.half !== null ? null : only.rows
  return balance(rows ? rows.map(({ result }) => result) : table.sections.map(sectionTotal), table.sum)
}

interface TableProps {
  readonly inspected: Inspected
  /** Products with a row of their own, in a sum alone and in one of two halves. */
  readonly most?: { readonly whole: number; readonly half: number }
  /** Looks at one product, 'U_f.5'; without it rows are no buttons. */
  readonly onProduct?: (term: string) => void
}

export const BreakdownTable = ({ inspected, most: limits, onProduct }: TableProps): ReactElement | null => {
  const { site, name, slot, unit, moment, words, run, known, language } = inspected
  const table = slot ? breakdown(site, name, unit, moment.t, limits) : null
  if (!table) return null
  const most = Math.max(...table.sections.flatMap(({ rows }) => rows.map(({ result }) => Math.abs(result))))
  const end = closing(table)
  const ready = known(phaseOf(run.cell, table.slot))
  return (
    <section className="inspector-part">
      <table className="inspector-table">
        <caption className="visually-hidden">
          {words.comesFrom(ready ? formatNumber(table.sum, language) : UNKNOWN)}
        </caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{words.source}</th>
            <th scope="col">
              {table.sections.every(({ from }) => from === 'values') ? words.factors : words.valueTimesWeight}
            </th>
            <th scope="col">{words.bar}</th>
            <th scope="col">{words.product}</th>
          </tr>
        </thead>
        {table.sections.map((section, k) => (
          // Sections of a slot never move.
          <Fragment key={k}>
            <SectionRows
              inspected={inspected}
              table={table}
              section={section}
              most={most}
              first={k === 0}
              {...(onProduct ? { onProduct } : {})}
            />
          </Fragment>
        ))}
        <tbody>
          {end.left !== null && ready && table.sections.length > 1 ? (
            <SumRow
              label={words.rounding}
              value={end.left}
              least={end.least}
              known
              className="inspector-rounding"
              language={language}
            />
          ) : null}
          <SumRow
            label={words.sum}
            value={table.sum}
            least={end.least}
            known={ready}
            className="inspector-sum"
            language={language}
          />
        </tbody>
      </table>
    </section>
  )
}

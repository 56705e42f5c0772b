/** Rows of the breakdown: value × weight, a bar and the product; and a row that closes a group. */
import type { ReactElement } from 'react'
import type { Row } from '../../describe/breakdown.ts'
import { termText } from '../../describe/term.ts'
import { formatNumber } from '../../store/index.ts'
import { SignedBar } from '../../ui/SignedBar.tsx'
import { UNKNOWN } from './fills.ts'
import { RowLabel } from './RowLabel.tsx'
import type { Inspected } from './useInspected.ts'

/** px */
const BAR = 64

const factorsOf = (row: Row): readonly [number, number] | null => {
  if (row.kind === 'product') return [row.product.value, row.product.weight]
  return row.kind === 'pair' || row.kind === 'gate' ? row.values : null
}

interface RowProps {
  readonly inspected: Inspected
  readonly row: Row
  readonly most: number
  readonly least: number
  readonly known: boolean
  readonly onProduct?: (term: string) => void
}

export const BreakdownRow = ({ inspected, row, most, least, known, onProduct }: RowProps): ReactElement => {
  const { language } = inspected
  const factors = factorsOf(row)
  const marks =
    row.kind === 'product'
      ? {
          'data-slot': row.product.parameter,
          'data-unit': inspected.unit,
          'data-input': row.product.index,
          'data-t': inspected.moment.t,
        }
      : row.kind === 'bias'
        ? { 'data-slot': row.name, 'data-unit': inspected.unit, 'data-t': inspected.moment.t }
        : {}
  return (
    <tr className={`inspector-row-${row.kind}`} {...marks}>
      <th scope="row" colSpan={factors ? 1 : 2}>
        <RowLabel inspected={inspected} row={row} />
      </th>
      {factors ? (
        <td className="inspector-factors">
          {factors.map((value) => (known ? formatNumber(value, language) : UNKNOWN)).join(' × ')}
        </td>
      ) : null}
      <td>
        {known ? (
          <SignedBar value={row.result} most={most} width={BAR} />
        ) : (
          <SignedBar value={0} most={1} width={BAR} />
        )}
      </td>
      <td className="inspector-number" data-value={known ? String(row.result) : undefined}>
        {onProduct && row.kind === 'product' ? (
          <button
            type="button"
            className="inspector-product"
            onClick={() => onProduct(termText(row.product))}
          >
            {known ? formatNumber(row.result, language, least) : UNKNOWN}
          </button>
        ) : known ? (
          formatNumber(row.result, language, least)
        ) : (
          UNKNOWN
        )}
      </td>
    </tr>
  )
}

interface SumProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly known: boolean
  readonly className: string
  readonly language: 'en' | 'es'
}

export const SumRow = ({ label, value, least, known, className, language }: SumProps): ReactElement => (
  <tr className={className}>
    <th scope="row" colSpan={3}>
      {label}
    </th>
    <td className="inspector-number" data-value={known ? String(value) : undefined}>
      {known ? formatNumber(value, language, least) : UNKNOWN}
    </td>
  </tr>
)

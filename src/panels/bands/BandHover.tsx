/**
 * What the pointer shows in a band: the unit it is on, lit in every band, and in its own band the cell
 * and its number, f₉[7] = 0.06. The band's own text and the table say the same without a pointer.
 */
import type { ReactElement } from 'react'
import { formatNumber, useHover, useLanguage } from '../../store/index.ts'
import { rowOfUnit } from '../../ui/canvas/bins.ts'
import { DatumTip } from '../../ui/DatumTip.tsx'
import { endOf, type TimeScale } from '../../ui/timeScale.ts'
import type { Trace } from '../../engine/index.ts'
import type { BandRow } from './bandRows.ts'
import { isKnown } from './known.ts'

interface Props {
  readonly row: BandRow
  readonly values: ArrayLike<number>
  readonly scale: TimeScale
  readonly features: readonly string[] | null
  /** Steps before this one are computed. */
  readonly known: number
  readonly trace: Pick<Trace, 'reversed'>
}

/** Room for the tip, px. */
const ROOM = 130

export const BandHover = ({ row, values, scale, features, known, trace }: Props): ReactElement | null => {
  const hover = useHover()
  const language = useLanguage()
  if (!hover || hover.input !== undefined || hover.t < scale.first || hover.t > scale.last) return null
  const isOwn = hover.slot === row.slot
  // Components of x and outputs are not units.
  if (!isOwn && [hover.slot, row.slot].some((slot) => slot === 'x' || slot === 'y')) return null
  if (hover.unit >= row.units) return null
  const top = rowOfUnit(hover.unit, row.rows, row.units) * row.rowHeight
  const left = scale.left(hover.t)
  const width = scale.width(hover.t)
  const end = endOf(scale)
  const start = scale.left(scale.first)
  const value = isKnown(trace, known, hover.t) ? values[hover.t * row.units + hover.unit] : undefined
  const isLate = left + width + ROOM > end
  return (
    <>
      <div
        className={isOwn ? 'bands-hover bands-hover-own' : 'bands-hover'}
        style={{
          left: isOwn ? left : start,
          top,
          width: isOwn ? width : end - start,
          height: row.rowHeight,
        }}
      />
      {isOwn && value !== undefined ? (
        <DatumTip
          left={isLate ? left - 8 : left + width + 8}
          top={top + row.rowHeight / 2 - 11}
          side={isLate ? 'left' : 'right'}
          name={features?.[hover.unit] ?? row.slot}
          t={hover.t}
          unit={features ? null : hover.unit}
          value={formatNumber(value, language)}
        />
      ) : null}
    </>
  )
}

/** One value a unit, top to bottom: the rows of a card's column, of an op's strip and of a ribbon. */
import { memo, type ReactElement } from 'react'
import type { Reading } from '../../describe/graph.ts'
import type { PartTone, Rectangle } from '../../describe/placementParts.ts'
import { strandValue, strongestUnit } from '../../describe/strands.ts'
import { lineColour, type Drawing } from './drawing.ts'

interface RowsProps {
  readonly drawing: Drawing
  readonly reading: Reading
  readonly box: Rectangle
  readonly tone: PartTone
  /** Half the width of a signed scale: 5 for pre-activations; unless told that of the equation it is part of. */
  readonly reach?: number
  /** Between two rows. */
  readonly gap: number
}

export const UnitRows = ({ drawing, reading, box, tone, reach, gap }: RowsProps): ReactElement => {
  const { strands, moment } = drawing
  const values = drawing.values(reading)
  const colour = drawing.colour(tone, reach ?? drawing.reachOf(reading.slot))
  const row = box.height / strands.length
  // Many strands share the height: their gaps shrink with them.
  const space = Math.min(gap, row * 0.2)
  return (
    <>
      {strands.map((strand, k) => {
        const value = strandValue(values, strand)
        return (
          <rect
            key={k}
            x={box.x}
            y={box.y + k * row}
            width={Math.max(0, box.width)}
            height={row - space}
            fill={colour(value)}
            data-slot={reading.slot}
            data-t={reading.previous ? drawing.carryStep : moment.t}
            data-unit={strand.unit ?? strongestUnit(values, strand)}
            data-value={value}
          />
        )
      })}
    </>
  )
}

/** The row of a unit, or null when it has none of its own. */
export const rowOf = ({ strands }: Drawing, unit: number, box: Rectangle): Rectangle | null => {
  const k = strands.findIndex((strand) => strand.unit === unit)
  const height = box.height / strands.length
  return k < 0 ? null : { x: box.x, y: box.y + k * height, width: box.width, height }
}

/** A box around a unit's row. */
export const RowMark = memo(
  ({ x, y, width, height, className }: Rectangle & { readonly className: string }): ReactElement => (
    <rect x={x - 1.5} y={y - 1.25} width={width + 3} height={height + 2} rx={1} className={className} />
  ),
)

interface FrameProps extends Rectangle {
  readonly tone: PartTone
  readonly stroke: number
}

const Frame = memo(({ x, y, width, height, tone, stroke }: FrameProps): ReactElement => (
  <rect
    x={x - 1}
    y={y - 1}
    width={width + 2}
    height={height + 2}
    rx={1.5}
    className="anatomy-strip"
    style={{ stroke: tone === 'muted' ? 'var(--line-strong)' : lineColour(tone) }}
    strokeWidth={stroke}
  />
))

interface ColumnProps extends Omit<RowsProps, 'gap'> {
  readonly stroke?: number
  /** Boxes the selected unit. */
  readonly selectable?: boolean
}

/** Rows in a frame of their tone. */
export const UnitColumn = ({ stroke = 1, selectable = true, ...rows }: ColumnProps): ReactElement => {
  const { drawing, box, tone } = rows
  const { x, y, width, height } = box
  const { selected } = drawing
  const row = selectable && selected ? rowOf(drawing, selected.unit, box) : null
  return (
    <>
      <Frame x={x} y={y} width={width} height={height} tone={tone} stroke={stroke} />
      <UnitRows {...rows} gap={0.5} />
      {row && <RowMark {...row} className="anatomy-selected" />}
    </>
  )
}

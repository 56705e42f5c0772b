/** One value a unit, top to bottom: the rows of a card's column, of an op's strip and of a ribbon. */
import { memo, type ReactElement } from 'react'
import type { Reading } from '../../describe/graph.ts'
import type { PartTone, Rectangle } from '../../describe/placementParts.ts'
import { strandValue, strongestUnit } from '../../describe/strands.ts'
import type { ColourScale } from '../../ui/colour.ts'
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

interface RectsProps extends Rectangle {
  readonly values: ArrayLike<number>
  readonly strands: Drawing['strands']
  readonly colour: ColourScale
  readonly slot: string
  readonly t: number
  readonly gap: number
}

const Rects = memo(
  ({ values, strands, colour, slot, t, x, y, width, height, gap }: RectsProps): ReactElement => {
    const row = height / strands.length
    // Many strands share the height: their gaps shrink with them.
    const space = Math.min(gap, row * 0.2)
    return (
      <>
        {strands.map((strand, k) => {
          const value = strandValue(values, strand)
          return (
            <rect
              key={k}
              x={x}
              y={y + k * row}
              width={Math.max(0, width)}
              height={row - space}
              fill={colour(value)}
              data-slot={slot}
              data-t={t}
              data-unit={strand.unit ?? strongestUnit(values, strand)}
              data-value={value}
            />
          )
        })}
      </>
    )
  },
)

/** On the way forward the phases change no values: with them the rows do not render. */
export const UnitRows = ({ drawing, reading, box, tone, reach, gap }: RowsProps): ReactElement => (
  <Rects
    values={drawing.values(reading)}
    strands={drawing.strands}
    colour={drawing.colour(tone, reach ?? drawing.reachOf(reading.slot))}
    slot={reading.slot}
    t={reading.previous ? drawing.carryStep : drawing.moment.t}
    x={box.x}
    y={box.y}
    width={box.width}
    height={box.height}
    gap={gap}
  />
)

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

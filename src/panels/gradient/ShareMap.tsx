/**
 * This step's share of ∂L/∂W as a thumbnail: ∂L/∂a of every unit (rows) times what the sum read (columns), a
 * matrix of rank one. Above 16 units rows and columns are bins that show their strongest element.
 */
import { memo, type ReactElement } from 'react'
import { operandValues } from '../../describe/contributions.ts'
import { binned, strandValue, strongestUnit, type Strand } from '../../describe/strands.ts'
import { gradAt, type Trace } from '../../engine/index.ts'
import type { ColourScale } from '../../ui/colour.ts'

interface Props {
  /** With its gradients. */
  readonly layer: Trace
  readonly t: number
  /** Names of the matrices, side by side. */
  readonly tensors: readonly string[]
  readonly rows: readonly Strand[]
  readonly colour: ColourScale
  /** ∂L/∂, as the marks are called. */
  readonly prefix: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const MOST_RECURRENT = 16
const MOST_INPUT = 8

interface Factor {
  readonly tensor: string
  readonly column: ArrayLike<number>
  readonly row: ArrayLike<number>
}

const factorsOf = (layer: Trace, t: number, tensor: string): Factor | null => {
  for (const slot of layer.program.slots) {
    const argument = slot.weights.indexOf(tensor)
    const operand = slot.args[argument]
    if (slot.op !== 'affine' || !operand) continue
    return { tensor, column: gradAt(layer, t, slot.name), row: operandValues(layer, t, operand) }
  }
  return null
}

const ShareMapView = (props: Props): ReactElement => {
  const { layer, t, tensors, rows, colour, prefix, x, y, width, height } = props
  const shares = tensors.flatMap((tensor) => factorsOf(layer, t, tensor) ?? [])
  const cells = shares.flatMap((share) => {
    const most = share.tensor.startsWith('U') ? MOST_RECURRENT : MOST_INPUT
    return binned(share.row.length, most, most === MOST_RECURRENT ? 8 : most).map((column) => ({
      share,
      column,
    }))
  })
  const pitch = width / Math.max(1, cells.length)
  const row = height / rows.length
  const gap = pitch > 2 ? 0.4 : 0
  return (
    <>
      <rect x={x - 1} y={y - 1} width={width + 2} height={height + 2} rx={1} className="anatomy-weights" />
      {rows.map((strand, k) =>
        cells.map(({ share, column }, j) => {
          const value = strandValue(share.column, strand) * strandValue(share.row, column)
          return (
            <rect
              key={`${k} ${j}`}
              x={x + j * pitch}
              y={y + k * row}
              width={pitch - gap}
              height={row - Math.min(0.5, row * 0.2)}
              fill={colour(value)}
              data-slot={`${prefix}${share.tensor}`}
              data-unit={strand.unit ?? strongestUnit(share.column, strand)}
              data-input={column.unit ?? strongestUnit(share.row, column)}
              data-t={t}
              data-value={value}
            />
          )
        }),
      )}
    </>
  )
}

export const ShareMap = memo(ShareMapView)

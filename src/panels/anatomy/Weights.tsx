/**
 * A card's weights as a thumbnail: rows are units, columns what they read, [h_{t−1} | x_t]. Above 16
 * units rows, and where there is no room for all of them columns, are bins that show their strongest weight.
 */
import { memo, type ReactElement } from 'react'
import { binned, type Strand } from '../../describe/strands.ts'
import { parameterView, type CellRun } from '../../store/index.ts'
import type { ColourScale } from '../../ui/colour.ts'

interface Props {
  readonly run: CellRun
  /** Names of the matrices, side by side. */
  readonly tensors: readonly string[]
  readonly rows: readonly Strand[]
  readonly colour: ColourScale
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Matrix {
  readonly name: string
  readonly values: ArrayLike<number>
  readonly columns: number
}

/** A thumbnail has at most so many cells, so that four of them do not fill the page with elements. */
const MOST_CELLS = 112
/** Columns of an input that shares the thumbnail, where both have more than there is room for. */
const LEAST_INPUT = 4

const matrixOf = (run: CellRun, name: string): Matrix => {
  const part = run.network.parts[run.part]
  const values = parameterView(
    run.network.parameters,
    run.parameters,
    `layers.${part?.layer ?? 0}.${part?.direction ?? 'forward'}.${name}`,
  )
  return { name, values, columns: values.length / run.layer.program.H }
}

/** The strongest weight of a block of a row-major matrix. */
const strongest = ({ values, columns }: Matrix, row: Strand, column: Strand): number => {
  let found = values[row.from * columns + column.from] ?? NaN
  for (let r = row.from; r < row.to; r++)
    for (let c = column.from; c < column.to; c++) {
      const v = values[r * columns + c] ?? NaN
      if (Number.isNaN(v)) return NaN
      if (Math.abs(v) > Math.abs(found)) found = v
    }
  return found
}

/** The columns of each matrix as they are drawn: bins where there is no room for one each. The last has what is left. */
const columnsOf = (matrices: readonly Matrix[], rows: number): readonly (readonly Strand[])[] => {
  let room = Math.floor(MOST_CELLS / rows)
  return matrices.map(({ columns }, k) => {
    const after = matrices
      .slice(k + 1)
      .reduce((sum, matrix) => sum + Math.min(matrix.columns, LEAST_INPUT), 0)
    const drawn = binned(columns, Math.max(1, room - after))
    room -= drawn.length
    return drawn
  })
}

const WeightsView = ({ run, tensors, rows, colour, x, y, width, height }: Props): ReactElement => {
  const matrices = tensors.map((name) => matrixOf(run, name))
  const columns = columnsOf(matrices, rows.length)
  const cells = matrices.flatMap((matrix, k) => columns[k]!.map((column) => ({ matrix, column })))
  const pitch = width / Math.max(1, cells.length)
  const row = height / rows.length
  const border = columns.length > 1 ? x + columns[0]!.length * pitch : null
  // No gaps where columns are about as thin as a gap.
  const gap = pitch > 2 ? 0.4 : 0
  return (
    <>
      <rect x={x - 1} y={y - 1} width={width + 2} height={height + 2} rx={1} className="anatomy-weights" />
      {rows.map((strand, k) =>
        cells.map(({ matrix, column }, j) => {
          const value = strongest(matrix, strand, column)
          return (
            <rect
              key={`${k} ${j}`}
              x={x + j * pitch}
              y={y + k * row}
              width={pitch - gap}
              height={row - Math.min(0.5, row * 0.2)}
              fill={colour(value)}
              data-weight={matrix.name}
              data-row={strand.from}
              data-column={column.from}
              data-value={value}
            />
          )
        }),
      )}
      {border === null ? null : (
        <path d={`M${border - 0.2} ${y - 1}v${height + 2}`} className="anatomy-weights-border" />
      )}
    </>
  )
}

/** Drawn anew only when the weights, the units or the theme change: W is the same at every step. */
export const Weights = memo(WeightsView)

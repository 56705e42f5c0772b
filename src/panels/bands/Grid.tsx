/**
 * Hairlines between the cells of all bands, in the colour of the ground, over their heat: one grid, which the
 * browser paints in one piece with what else lies over the heat, and not a piece for each band.
 */
import type { CSSProperties, ReactElement } from 'react'
import type { Columns } from '../../ui/canvas/heatmap.ts'
import { heatCuts, type BandsFrame, type Cut } from './bandsFrame.ts'
import { columnsAt, windowAt } from './Heat.tsx'
import { Part } from './movement.ts'

/** Columns narrower than this have no lines between them. */
const LINED = 4

/** Lines reach to the next multiple of so many columns, so that they do not change with every step. */
const LINED_STRIDE = 64

/**
 * The columns of T that have lines: those in view and some around them. Lines over thousands of columns are
 * drawn anew wherever the columns change their width, and take half a second in which nothing can fold.
 */
export const linedColumns = ({ from, to }: Pick<Cut, 'from' | 'to'>, T: number): Columns => {
  const first = Math.max(0, Math.floor(from / LINED_STRIDE) * LINED_STRIDE)
  const end = Math.min(T, Math.ceil(to / LINED_STRIDE) * LINED_STRIDE)
  return { from: first, count: Math.max(0, end - first) }
}

/** The rows of a band, from the top of all bands on. */
export interface LinedRows {
  readonly top: number
  readonly height: number
  readonly rows: number
}

interface Props {
  readonly T: number
  readonly bands: readonly LinedRows[]
}

const SIDES = ['before', 'after'] as const

export const Grid = ({ T, bands }: Props): ReactElement => {
  const height = Math.max(0, ...bands.map((band) => band.top + band.height))
  return (
    <>
      {SIDES.map((side) => {
        // Of which side the open step's own column is does not matter to lines.
        const cutOf = (frame: BandsFrame) => heatCuts(frame, T)[side]
        const linedOf = (cut: Cut | null): Columns => linedColumns(cut ?? { from: 0, to: 0 }, T)
        return (
          <Part
            key={side}
            as="div"
            className="bands-lines"
            at={(frame) => windowAt(frame.scale.w >= LINED ? cutOf(frame) : null, frame)}
            style={{ height }}
          >
            <Part
              as="div"
              className="bands-grid"
              at={(frame) => {
                const cut = cutOf(frame)
                return { ...columnsAt(cut, frame, linedOf(cut)), '--column': `${frame.scale.w}px` }
              }}
            >
              {bands.map((band) => (
                <div
                  key={band.top}
                  className="bands-grid-rows"
                  style={
                    {
                      top: band.top,
                      height: band.height,
                      '--row': `${band.height / band.rows}px`,
                    } as CSSProperties
                  }
                />
              ))}
            </Part>
          </Part>
        )
      })}
    </>
  )
}

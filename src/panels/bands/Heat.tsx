/**
 * One band as heat: the same painted canvas twice, solid up to the playhead and faint after it, each behind a
 * window that CSS moves over it. Scrubbing and folding repaint nothing.
 */
import { useLayoutEffect, useMemo, useRef, type ReactElement, type RefObject } from 'react'
import { copyPicture, paintHeatmap, type Columns, type RowTable } from '../../ui/canvas/heatmap.ts'
import { useBlock } from '../../ui/canvas/useBlock.ts'
import { heatCuts, type BandsFrame, type Cut } from './bandsFrame.ts'
import { Part } from './movement.ts'

interface Props {
  readonly values: ArrayLike<number>
  readonly T: number
  /** Steps that are in view where nothing moves. */
  readonly first: number
  readonly last: number
  readonly units: number
  readonly rows: number
  readonly height: number
  readonly tableOfRow: RowTable
  /** Steps before this one are computed; T when all are shown as such. */
  readonly known: number
  /** In a reversed direction the steps from `known` on are computed. */
  readonly reversed: boolean
}

interface Painted {
  readonly block: Columns
  readonly before: RefObject<HTMLCanvasElement | null>
  readonly after: RefObject<HTMLCanvasElement | null>
}

/** The band on both its canvases; colours are worked out once. */
const usePainted = ({ values, T, first, last, units, rows, tableOfRow }: Props): Painted => {
  const picture = useMemo(() => ({ values, units, rows, tableOfRow }), [values, units, rows, tableOfRow])
  const { from, count } = useBlock(picture, first, last, T, units)
  const before = useRef<HTMLCanvasElement>(null)
  const after = useRef<HTMLCanvasElement>(null)
  // Before the browser paints: with its steps a canvas also gets another width.
  useLayoutEffect(() => {
    if (!before.current || !after.current) return
    paintHeatmap(before.current, picture.values, picture.units, picture.rows, picture.tableOfRow, {
      from,
      count,
    })
    copyPicture(before.current, after.current)
  }, [picture, from, count])
  return { block: { from, count }, before, after }
}

/** A place in whole px, so that columns stay sharp. Moved so, nothing in it is laid out or painted again. */
const movedBy = (x: number): string => `translateX(${Math.round(x)}px)`

/** Columns narrower than this have no lines between them. */
const LINED = 4

/** Lines reach to the next multiple of so many columns, so that they do not change with every step. */
const LINED_STRIDE = 64

/**
 * The columns of a block that have lines: those in view and some around them. Lines over thousands of columns are
 * drawn anew wherever the columns change their width, and take half a second in which nothing can fold.
 */
export const linedColumns = (cut: Pick<Cut, 'from' | 'to'>, { from, count }: Columns): Columns => {
  const first = Math.max(from, Math.floor(cut.from / LINED_STRIDE) * LINED_STRIDE)
  const end = Math.min(from + count, Math.ceil(cut.to / LINED_STRIDE) * LINED_STRIDE)
  return { from: first, count: Math.max(0, end - first) }
}

interface SideProps extends Pick<Props, 'T' | 'rows' | 'height' | 'known' | 'reversed'> {
  readonly side: 'before' | 'after'
  readonly painted: Painted
}

const Side = ({ side, painted, T, rows, height, known, reversed }: SideProps): ReactElement => {
  const { block } = painted
  const solid = reversed ? side === 'after' || known <= 0 : side === 'before' || known >= T
  const cutOf = (frame: BandsFrame) => heatCuts(frame, known)[side]
  return (
    <Part
      as="div"
      className={solid ? 'bands-heat' : 'bands-heat bands-faint'}
      at={(frame) => {
        const cut = cutOf(frame)
        return {
          display: cut ? 'block' : 'none',
          transform: movedBy(cut?.left ?? 0),
          width: `${cut ? Math.round(cut.left + (cut.to - cut.from) * frame.scale.w) - Math.round(cut.left) : 0}px`,
          height: `${height}px`,
        }
      }}
    >
      <Part
        as="div"
        className="bands-image"
        at={(frame) => {
          const { from, left } = cutOf(frame) ?? { from: block.from, left: 0 }
          const whole = left + (block.from - from) * frame.scale.w
          return {
            transform: movedBy(Math.round(whole) - Math.round(left)),
            width: `${block.count * frame.scale.w}px`,
            height: `${height}px`,
          }
        }}
      >
        <canvas ref={painted[side]} className="bands-canvas" aria-hidden="true" />
        <Part
          as="div"
          className="bands-grid"
          at={(frame) => {
            const { w } = frame.scale
            const cut = cutOf(frame)
            const lined = linedColumns(cut ?? { from: block.from, to: block.from }, block)
            return {
              display: cut && w >= LINED ? 'block' : 'none',
              transform: `translateX(${(lined.from - block.from) * w}px)`,
              width: `${lined.count * w}px`,
              '--column': `${w}px`,
              '--row': `${height / rows}px`,
            }
          }}
        />
      </Part>
    </Part>
  )
}

export const Heat = (props: Props): ReactElement => {
  const { T, rows, height, known, reversed } = props
  const shared = { painted: usePainted(props), T, rows, height, known, reversed }
  return (
    <>
      <Side side="before" {...shared} />
      <Side side="after" {...shared} />
    </>
  )
}

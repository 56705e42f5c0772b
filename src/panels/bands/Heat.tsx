/**
 * One band as heat: the same painted canvas twice, solid up to the playhead and faint after it, each behind a
 * window that CSS moves over it. Scrubbing and folding repaint nothing. The lines between its cells are in Grid.tsx.
 */
import { useLayoutEffect, useMemo, useRef, type ReactElement, type RefObject } from 'react'
import { copyPicture, paintHeatmap, type Columns, type RowTable } from '../../ui/canvas/heatmap.ts'
import { useBlock } from '../../ui/canvas/useBlock.ts'
import type { Attributes } from '../../ui/movement.tsx'
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

/**
 * The window behind which the columns of a cut are seen: in whole px, so that columns stay sharp. Moved so, nothing
 * in it is laid out or painted again.
 */
export const windowAt = (cut: Cut | null, { scale }: BandsFrame): Attributes => ({
  display: cut ? 'block' : 'none',
  transform: `translateX(${Math.round(cut?.left ?? 0)}px)`,
  width: `${cut ? Math.round(cut.left + (cut.to - cut.from) * scale.w) - Math.round(cut.left) : 0}px`,
})

/** Behind the window, the columns `from` … `from + count`; that of step 0 begins, or would begin, at a whole px. */
export const columnsAt = (cut: Cut | null, { scale }: BandsFrame, { from, count }: Columns): Attributes => {
  const left = cut?.left ?? 0
  const start = Math.round(left - (cut?.from ?? 0) * scale.w) - Math.round(left)
  return {
    transform: `translateX(${start + from * scale.w}px)`,
    width: `${count * scale.w}px`,
  }
}

interface SideProps extends Pick<Props, 'T' | 'height' | 'known' | 'reversed'> {
  readonly side: 'before' | 'after'
  readonly painted: Painted
}

const Side = ({ side, painted, T, height, known, reversed }: SideProps): ReactElement => {
  const solid = reversed ? side === 'after' || known <= 0 : side === 'before' || known >= T
  const cutOf = (frame: BandsFrame) => heatCuts(frame, known)[side]
  return (
    <Part
      as="div"
      className={solid ? 'bands-heat' : 'bands-heat bands-faint'}
      at={(frame) => windowAt(cutOf(frame), frame)}
      style={{ height }}
    >
      <Part
        as="div"
        className="bands-image"
        at={(frame) => columnsAt(cutOf(frame), frame, painted.block)}
        style={{ height }}
      >
        <canvas ref={painted[side]} className="bands-canvas" aria-hidden="true" />
      </Part>
    </Part>
  )
}

export const Heat = (props: Props): ReactElement => {
  const { T, height, known, reversed } = props
  const shared = { painted: usePainted(props), T, height, known, reversed }
  return (
    <>
      <Side side="before" {...shared} />
      <Side side="after" {...shared} />
    </>
  )
}

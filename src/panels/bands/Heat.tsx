/**
 * One band as heat: the same painted canvas twice, solid up to the playhead and faint after it, each behind a
 * window that CSS moves over it. Scrubbing and folding repaint nothing.
 */
import { useEffect, useRef, type ReactElement, type RefObject } from 'react'
import { blockOf } from '../../ui/canvas/block.ts'
import { paintHeatmap, type RowTable } from '../../ui/canvas/heatmap.ts'
import { heatCuts, type BandsFrame } from './bandsFrame.ts'
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

const usePainted = (
  { values, units, rows, tableOfRow }: Props,
  from: number,
  count: number,
): RefObject<HTMLCanvasElement | null> => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) paintHeatmap(canvas.current, values, units, rows, tableOfRow, { from, count })
  }, [values, units, rows, tableOfRow, from, count])
  return canvas
}

/** A place in whole px, so that columns stay sharp. Moved so, nothing in it is laid out or painted again. */
const movedBy = (x: number): string => `translateX(${Math.round(x)}px)`

/** Columns narrower than this have no lines between them. */
const LINED = 4

const Side = ({ side, ...props }: Props & { readonly side: 'before' | 'after' }): ReactElement => {
  const { T, rows, height, known, reversed } = props
  const solid = reversed ? side === 'after' || known <= 0 : side === 'before' || known >= T
  const block = blockOf(props.first, props.last, T)
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
        <canvas
          ref={usePainted(props, block.from, block.count)}
          className="bands-canvas"
          aria-hidden="true"
        />
        <Part
          as="div"
          className="bands-grid"
          at={({ scale: { w } }) => ({
            display: w >= LINED ? 'block' : 'none',
            'background-size': `${w}px ${height / rows}px`,
          })}
        />
      </Part>
    </Part>
  )
}

export const Heat = (props: Props): ReactElement => (
  <>
    <Side side="before" {...props} />
    <Side side="after" {...props} />
  </>
)

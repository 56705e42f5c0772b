/**
 * One band as heat: the same painted canvas twice, solid up to the playhead and faint after it, cut and
 * shifted by CSS. Scrubbing and folding repaint nothing.
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
          left: `${cut?.left ?? 0}px`,
          width: `${cut ? (cut.to - cut.from) * frame.scale.w : 0}px`,
          height: `${height}px`,
        }
      }}
    >
      <Part
        as="canvas"
        inner={usePainted(props, block.from, block.count)}
        className="bands-canvas"
        aria-hidden="true"
        at={(frame) => ({
          left: `${(block.from - (cutOf(frame)?.from ?? 0)) * frame.scale.w}px`,
          width: `${block.count * frame.scale.w}px`,
          height: `${height}px`,
        })}
      />
      <Part
        as="div"
        className="bands-grid"
        at={(frame) => {
          const { w } = frame.scale
          const from = cutOf(frame)?.from ?? 0
          return {
            display: w >= LINED ? 'block' : 'none',
            'background-size': `${w}px ${height / rows}px`,
            // A column that is cut keeps its line where it is.
            'background-position': `${(Math.floor(from) - from) * w}px 0px`,
          }
        }}
      />
    </Part>
  )
}

export const Heat = (props: Props): ReactElement => (
  <>
    <Side side="before" {...props} />
    <Side side="after" {...props} />
  </>
)

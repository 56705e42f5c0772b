/**
 * Carried values through the copies of the cell: one part before the open cell, one after it. Both slide
 * under it when the chain is folded, and the lens moves between them; the image itself is painted once.
 */
import { useEffect, useRef, type ReactElement, type RefObject } from 'react'
import { paintRows } from '../../ui/canvas/heatmap.ts'
import type { ColourTable } from '../../ui/colour.ts'
import { useStrands } from '../anatomy/useStrands.ts'
import { Part, type StageScene } from './movement.ts'
import { copySpans } from './stageFrame.ts'

export type Side = 'before' | 'after'

interface Props {
  /** T × H numbers, the same until they change. */
  readonly values: ArrayLike<number>
  readonly T: number
  readonly H: number
  readonly table: ColourTable
  readonly unit: number
  /** Middle and height. */
  readonly y: number
  readonly height: number
  /** Where the values are known: what is not has no colour. */
  readonly sides: readonly Side[]
}

/**
 * The ribbon's part at one side: the steps from … of it, and where it is. While the lens moves along a long sequence
 * its window moves under it: of the steps at its ends only what is on the axis.
 */
const cutOf = (
  { shape: { axis }, frame }: StageScene,
  side: Side,
): { from: number; left: number; width: number } | null => {
  const [start, end] = copySpans(frame)[side] ?? [0, 0]
  const [left, right] = [Math.max(start, axis[0]), Math.min(end, axis[1])]
  if (right <= left) return null
  const from = side === 'before' ? frame.first : frame.at + 1
  return { from: from + (left - start) / frame.copyWidth, left, width: right - left }
}

type ImageProps = Pick<Props, 'values' | 'T' | 'H' | 'table' | 'unit'>

/** The canvas of a ribbon, and how many strands lie in it. */
const useImage = ({
  values,
  T,
  H,
  table,
  unit,
}: ImageProps): readonly [RefObject<HTMLCanvasElement | null>, number] => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const strands = useStrands(H, unit)
  useEffect(() => {
    const rows = strands.map(({ from, to }) => ({ first: from, end: to, table }))
    if (canvas.current) paintRows(canvas.current, values, H, rows, { from: 0, count: T })
  }, [values, T, H, strands, table])
  return [canvas, strands.length]
}

const RibbonSide = ({ side, ...props }: Omit<Props, 'sides'> & { readonly side: Side }): ReactElement => {
  const { y, height, T } = props
  const [canvas, strands] = useImage(props)
  return (
    <Part
      as="div"
      className="stage-ribbon"
      at={(scene) => {
        const { frame } = scene
        const cut = cutOf(scene, side)
        return {
          display: cut ? 'block' : 'none',
          left: `${cut?.left ?? 0}px`,
          top: `${y - height / 2 + frame.pane.y}px`,
          width: `${cut?.width ?? 0}px`,
          height: `${height}px`,
        }
      }}
    >
      <Part
        as="canvas"
        inner={canvas}
        className="stage-paint"
        aria-hidden="true"
        at={(scene) => ({
          left: `${-(cutOf(scene, side)?.from ?? 0) * scene.frame.copyWidth}px`,
          width: `${T * scene.frame.copyWidth}px`,
        })}
      />
      <div className="stage-strands" style={{ backgroundSize: `100% ${height / strands}px` }} />
    </Part>
  )
}

export const RibbonSides = ({ sides, ...props }: Props): ReactElement => (
  <>
    {sides.map((side) => (
      <RibbonSide key={side} side={side} {...props} />
    ))}
  </>
)

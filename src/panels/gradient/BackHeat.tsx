/**
 * One band of gradients as heat: the same painted canvas twice, solid where the way back has been and faint
 * where it has not, cut by CSS. Scrubbing repaints nothing.
 */
import { useLayoutEffect, useMemo, useRef, type CSSProperties, type ReactElement } from 'react'
import { paintHeatmap } from '../../ui/canvas/heatmap.ts'
import { useBlock } from '../../ui/canvas/useBlock.ts'
import type { ColourTable } from '../../ui/colour.ts'
import type { TimeScale } from '../../ui/timeScale.ts'

interface Props {
  readonly values: ArrayLike<number>
  readonly T: number
  readonly units: number
  readonly rows: number
  readonly height: number
  readonly scale: TimeScale
  readonly table: ColourTable
  /** Steps [from, known) are gone through. */
  readonly from: number
  readonly known: number
}

interface Cut {
  readonly from: number
  readonly end: number
  readonly isKnown: boolean
}

/** The columns before and after the lens, or before and after the border where all are equal. */
export const heatCuts = (scale: TimeScale, from: number, known: number): readonly Cut[] => {
  const { first, last, open } = scale
  const end = last + 1
  const border = Math.min(end, Math.max(first, from > 0 ? from : known))
  const spans =
    open === null
      ? [
          [first, border],
          [border, end],
        ]
      : [
          [first, open],
          [open + 1, end],
        ]
  return spans.flatMap(([a = 0, b = 0]) =>
    b > a ? [{ from: a, end: b, isKnown: a >= from && a < known }] : [],
  )
}

const Painted = ({
  values,
  T,
  units,
  rows,
  height,
  scale,
  table,
  cut,
}: Omit<Props, 'from' | 'known'> & { readonly cut: Cut }): ReactElement => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const picture = useMemo(() => ({ values, units, rows, table }), [values, units, rows, table])
  const { from, count } = useBlock(picture, scale.first, scale.last, T, units)
  // Before the browser paints: with its steps the canvas also gets another width.
  useLayoutEffect(() => {
    const { values, units, rows, table } = picture
    if (canvas.current) paintHeatmap(canvas.current, values, units, rows, () => table, { from, count })
  }, [picture, from, count])
  return (
    <canvas
      ref={canvas}
      className="bands-canvas"
      style={{ left: (from - cut.from) * scale.w, width: count * scale.w, height }}
      aria-hidden="true"
    />
  )
}

/** Columns narrower than this have no lines between them. */
const LINED = 4

export const BackHeat = ({ from, known, ...painted }: Props): ReactElement => {
  const { scale, height, rows } = painted
  return (
    <>
      {heatCuts(scale, from, known).map((cut, k) => (
        <div
          key={k}
          className={cut.isKnown ? 'bands-heat' : 'bands-heat bands-faint'}
          style={{ left: scale.left(cut.from), width: (cut.end - cut.from) * scale.w, height }}
        >
          <Painted {...painted} cut={cut} />
          {scale.w >= LINED ? (
            <div
              className="bands-grid"
              style={{ '--column': `${scale.w}px`, '--row': `${height / rows}px` } as CSSProperties}
            />
          ) : null}
        </div>
      ))}
    </>
  )
}

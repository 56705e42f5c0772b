/** Rows of values over timesteps as one painted image, a pixel a value, stretched by CSS. */
import { useEffect, useRef, type ReactElement } from 'react'
import { paintHeatmap } from '../../ui/canvas/heatmap.ts'
import type { ColourTable } from '../../ui/colour.ts'

interface Props {
  /** [T][rows] */
  readonly values: ArrayLike<number>
  readonly T: number
  /** Values a step, and rows drawn: with fewer each shows the extreme of several. */
  readonly size: number
  readonly rows: number
  readonly table: ColourTable
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const HeatStrip = ({
  values,
  T,
  size,
  rows,
  table,
  left,
  top,
  width,
  height,
}: Props): ReactElement => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) paintHeatmap(canvas.current, values, size, rows, () => table, { from: 0, count: T })
  }, [values, T, size, rows, table])
  return (
    <canvas ref={canvas} className="train-heat" style={{ left, top, width, height }} aria-hidden="true" />
  )
}

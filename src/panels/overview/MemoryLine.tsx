/** The selected unit's memory over the whole sequence, as a small line on canvas; painted once, not a step. */
import { useEffect, useRef, type ReactElement } from 'react'
import { extremesOf, paintExtremes } from '../../ui/canvas/extremes.ts'

interface Props {
  /** Values [T][H]. */
  readonly values: ArrayLike<number>
  readonly T: number
  readonly H: number
  readonly unit: number
  readonly width: number
  readonly height: number
}

export const MemoryLine = ({ values, T, H, unit, width, height }: Props): ReactElement => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (!canvas.current) return
    const density = Math.max(1, globalThis.devicePixelRatio || 1)
    const columns = extremesOf((t) => values[t * H + unit] ?? NaN, T, Math.round(width * density))
    paintExtremes(canvas.current, columns, height, density)
  }, [values, T, H, unit, width, height])
  return <canvas ref={canvas} className="overview-line" style={{ width, height }} aria-hidden="true" />
}

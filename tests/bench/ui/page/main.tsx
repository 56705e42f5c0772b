/**
 * One band painted whole, by the page's own painter and as SVG rectangles by React. They take turns within
 * one run; all show the same values in the same colours.
 */
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { paintHeatmap } from '../../../../src/ui/canvas/heatmap.ts'
import { scaleOf, tableOf } from '../../../../src/ui/colour.ts'
import { interleave, type Task, type Timed } from '../../page/timing.ts'

const colours = tableOf('keep', 'light')
const colourOf = scaleOf(colours)

/** Pixels of a band on screen; there are no more visible columns than that. */
const WIDTH = 1200
const HEIGHT = 512

/** A gate's values [T][H] that differ from cell to cell; another `phase` changes all of them. */
const waves = (T: number, H: number, phase: number): Float64Array =>
  Float64Array.from({ length: T * H }, (_, k) => 0.5 + 0.5 * Math.sin(0.37 * k + phase))

const put = <E extends Element>(element: E): E => {
  element.setAttribute('style', `width: ${WIDTH}px; height: ${HEIGHT}px; image-rendering: pixelated`)
  document.body.append(element)
  return element
}

/** Every run paints other values, as a new network would. */
const canvasTask = (T: number, H: number): Task => {
  const canvas = put(document.createElement('canvas'))
  const values = [waves(T, H, 0), waves(T, H, 1)]
  const count = Math.min(T, WIDTH)
  let runs = 0
  return {
    name: `canvas, ${T} × ${H}`,
    run: () =>
      paintHeatmap(canvas, values[runs++ % 2]!, H, H, () => colours, { from: (T - count) >> 1, count }),
  }
}

interface Cells {
  readonly values: Float64Array
  readonly T: number
  readonly H: number
}

const Rectangles = ({ values, T, H }: Cells): ReactElement => (
  <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${T} ${H}`} preserveAspectRatio="none">
    {Array.from(values, (value, k) => (
      <rect key={k} x={Math.floor(k / H)} y={k % H} width="1" height="1" fill={colourOf(value)} />
    ))}
  </svg>
)

/** React renders and commits, and the browser computes styles and layout; its painting is not in the time. */
const svgTask = (T: number, H: number, mounted: boolean): Task => {
  const host = put(document.createElement('div'))
  const root = createRoot(host)
  const values = [waves(T, H, 0), waves(T, H, 1)]
  let runs = 0
  return {
    name: `SVG by React, ${T} × ${H}, ${mounted ? 'new colours' : 'mounted'}`,
    run: () => {
      runs++
      const key = mounted ? 'kept' : runs
      flushSync(() => root.render(<Rectangles key={key} values={values[runs % 2]!} T={T} H={H} />))
      return host.firstElementChild?.getBoundingClientRect().width
    },
  }
}

/** The first is a band of 1000 × 128 on canvas, to which the others are compared. */
export const measurePainting = (rounds: number): Promise<Timed[]> =>
  interleave(
    [canvasTask(1000, 128), canvasTask(5000, 256), svgTask(1000, 128, false), svgTask(1000, 128, true)],
    rounds,
  )

Object.assign(globalThis, { measurePainting })

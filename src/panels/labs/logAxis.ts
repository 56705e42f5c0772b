/** A log axis for a chart of the laboratories: numbers in, numbers out. */
import { scaleLog } from 'd3'
import type { Box } from '../train/axes.ts'

export interface LogAxis {
  readonly y: (value: number) => number
  readonly ticks: readonly number[]
}

const SPAN = 8

/**
 * A log axis around positive values: whole halves of decades, no more than eight decades below the top, with
 * ticks at powers of ten, or at 1, 2 and 5 where there are few.
 */
export const logAxis = (box: Box, values: readonly number[]): LogAxis => {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value))
  const high = positive.reduce((most, value) => Math.max(most, value), positive[0] ?? 1) * 1.25
  const low = Math.max(
    positive.reduce((least, value) => Math.min(least, value), high) / 1.25,
    high / 10 ** SPAN,
  )
  const scale = scaleLog([low, high], [box.bottom, box.top]).clamp(true)
  const decades = Math.log10(high / low)
  const factors = decades > 2 ? [1] : decades > 1 ? [1, 3] : [1, 2, 5]
  const ticks: number[] = []
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
    for (const factor of factors) {
      const tick = Number(`${factor}e${power}`)
      if (tick >= low && tick <= high) ticks.push(tick)
    }
  const every = Math.max(1, Math.ceil(ticks.length / 6))
  return { y: (value) => scale(Math.max(value, low)), ticks: ticks.filter((_, k) => k % every === 0) }
}

/** Scales and lines of the memory chart: steps across, norms up, logarithmic. */
import { line, scaleLinear, scaleLog } from 'd3'

export interface MemoryCurve {
  readonly cellId: string
  readonly name: string
  /** ‖∂y_t/∂s_k‖ for k = 0 … t. */
  readonly norms: ArrayLike<number>
}

export interface MemoryChart {
  readonly width: number
  readonly height: number
  readonly x: (k: number) => number
  readonly y: (norm: number) => number
  /** Powers of ten with a line. */
  readonly ticks: readonly number[]
  readonly paths: readonly { readonly cellId: string; readonly name: string; readonly d: string }[]
  /** Norms below the lowest power that is drawn lie on the floor. */
  readonly floor: number
}

/** Norms below this are not told apart. */
const LOWEST = 1e-6

const LEFT = 40
const TOP = 6

/**
 * @param width of the chart in pixels, with its axis
 * @param height of the plot alone
 */
export const memoryChart = (curves: readonly MemoryCurve[], width: number, height: number): MemoryChart => {
  const positive = curves.flatMap(({ norms }) => Array.from(norms).filter((v) => v > 0 && Number.isFinite(v)))
  const low = Math.max(LOWEST, Math.min(0.1, ...positive))
  const high = Math.max(1, ...positive)
  const floor = 10 ** Math.floor(Math.log10(low))
  const top = 10 ** Math.ceil(Math.log10(high) - 1e-9)
  const steps = Math.max(1, ...curves.map(({ norms }) => norms.length - 1))
  const x = scaleLinear([0, steps], [LEFT, width - 6])
  const y = scaleLog([floor, top], [TOP + height, TOP])
  const decades = Math.round(Math.log10(top / floor))
  const every = Math.ceil(decades / 4)
  const ticks = Array.from({ length: decades + 1 }, (_, k) => k)
    .filter((k) => k % every === 0)
    .map((k) => top / 10 ** k)
  const path = line<number>()
    .defined(Number.isFinite)
    .x((_, k) => x(k))
    .y((v) => y(Math.max(floor, v)))
  return {
    width,
    height,
    x,
    y: (norm) => y(Math.max(floor, norm)),
    ticks,
    floor,
    paths: curves.map(({ cellId, name, norms }) => ({ cellId, name, d: path(Array.from(norms)) ?? '' })),
  }
}

/**
 * Where the parts of the chain outside the open cell lie, in px of the stage. Lanes (conveyor, bus,
 * input, output) are those of the open cell: see describe/geometry.ts.
 */
import { geometries, type AnatomyGeometry } from '../../describe/geometry.ts'
import { turnedGeometry } from '../../describe/placementMirror.ts'
import { scaleBetween, type ScaleForm, type TimeScale } from '../../ui/timeScale.ts'

/** The box of the meters of a closed cell. */
export interface MeterBox {
  readonly top: number
  readonly bottom: number
  /** Between two meters. */
  readonly gap: number
  /** At both sides of a meter. */
  readonly pad: number
}

/** An input token: a column of squares, one a component of x. */
export interface TokenSize {
  readonly width: number
  /** Of all its rows together. */
  readonly height: number
}

export interface StageGeometry {
  readonly anatomy: AnatomyGeometry
  /** The open cell at a step without output. */
  readonly silent: AnatomyGeometry
  /** Without the ruler. */
  readonly height: number
  readonly ruler: number
  /** Top edge of the lens. */
  readonly top: number
  readonly meters: MeterBox
  /** The line on which W, shared, stands; null: none. */
  readonly rail: number | null
  readonly openToken: TokenSize
  readonly token: TokenSize
  /** A mark ('S', 'R') stands this far below the middle of its token. */
  readonly mark: number
  /** Half the height of an output bar. */
  readonly outputReach: number
  /** Right edge of the symbols at the left; null: no gutter. */
  readonly gutter: number | null
}

export const METER_ROWS = 4

const silent = (anatomy: AnatomyGeometry): AnatomyGeometry => ({
  ...anatomy,
  lanes: { ...anatomy.lanes, output: null },
  outputPort: null,
})

export const stages = {
  unrolled: {
    anatomy: geometries.single,
    silent: silent(geometries.single),
    height: 384,
    ruler: 30,
    top: 8,
    meters: { top: 114, bottom: 252, gap: 7, pad: 3.5 },
    rail: 263,
    openToken: { width: 9, height: 27 },
    token: { width: 8, height: 18 },
    mark: 20,
    outputReach: 14,
    gutter: 88,
  },
  mobile: {
    anatomy: geometries.mobile,
    silent: silent(geometries.mobile),
    height: 272,
    ruler: 30,
    top: 0,
    meters: { top: 90, bottom: 176, gap: 4, pad: 6 },
    rail: null,
    openToken: { width: 9, height: 27 },
    token: { width: 8, height: 24 },
    mark: 24,
    outputReach: 12,
    gutter: null,
  },
} as const satisfies Record<string, StageGeometry>

/** The geometry of a reversed direction, whose open cell runs from right to left. */
export const turnedStage = (stage: StageGeometry): StageGeometry => ({
  ...stage,
  anatomy: turnedGeometry(stage.anatomy),
  silent: turnedGeometry(stage.silent),
})

/** Narrower than this the stage shows one neighbour at each side. */
export const MOBILE_BELOW = 700

/** Top and height of meter `row` (0 … 3). */
export const meterPlace = (box: MeterBox, row: number): { readonly y: number; readonly height: number } => {
  const height = (box.bottom - box.top - (METER_ROWS - 1) * box.gap) / METER_ROWS
  return { y: box.top + row * (height + box.gap), height }
}

/**
 * What a meter fills of its height: gates from the bottom, signed values from the middle up or down.
 * Values beyond the scale are clipped, NaN fills nothing.
 */
export const meterFill = (
  place: { readonly y: number; readonly height: number },
  value: number,
  signed: boolean,
): { readonly y: number; readonly height: number } => {
  const { y, height } = place
  if (Number.isNaN(value)) return { y: y + height, height: 0 }
  if (!signed) {
    const filled = height * Math.min(1, Math.max(0, value))
    return { y: y + height - filled, height: filled }
  }
  const filled = (height / 2) * Math.min(1, Math.abs(value))
  return { y: value > 0 ? y + height / 2 - filled : y + height / 2, height: filled }
}

/** The narrow stage as a form of the time scale: the open step in the middle, a neighbour at each side. */
export const neighbourForm = (T: number, width: number, lens: number): ScaleForm => {
  const w = Math.max(0, (width - lens) / 2)
  return {
    T,
    start: 0,
    w,
    lens,
    origin: (at) => w - at * w,
    first: (at) => Math.max(0, Math.floor(at) - 1),
    last: (at) => Math.min(T - 1, Math.ceil(at) + 1),
  }
}

/** The scale of the narrow stage. */
export const neighbourScale = (T: number, t: number, width: number, lens: number): TimeScale => {
  const form = neighbourForm(T, width, lens)
  return scaleBetween(form, form, 0, t)
}

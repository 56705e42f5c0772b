/** Where the three lanes of Compare stand: inputs on top, then a lane a cell with its own curves. */
import { geometries, type AnatomyGeometry } from '../../describe/geometry.ts'
import { stages, type MeterBox, type StageGeometry, type TokenSize } from './stageGeometry.ts'

/** A curve's strip within a lane. */
export interface Strip {
  readonly top: number
  readonly height: number
}

export interface CompareGeometry {
  readonly anatomy: AnatomyGeometry
  /** Above the first lane. */
  readonly header: number
  readonly lane: number
  readonly ruler: number
  readonly lensTop: number
  readonly meters: MeterBox
  /** Top of the squares of the tokens, and where marks stand. */
  readonly tokenTop: number
  readonly token: TokenSize
  readonly markY: number
  /** Baseline of the names of the jobs; null: columns of jobs are not marked. */
  readonly jobs: number | null
  readonly output: Strip
  readonly memory: Strip
  /** Bottom of the lens in a lane; null: one lens through all lanes, whose curves stand on its scale. */
  readonly lensBottom: number | null
  /** Right edge of the symbols; null: no gutter, the lane's title stands inside the lens. */
  readonly gutter: number | null
}

export const compareGeometries = {
  wide: {
    anatomy: geometries.compare,
    header: 64,
    lane: 270,
    ruler: 30,
    lensTop: 6,
    meters: { top: 62, bottom: 134, gap: 5, pad: 3.5 },
    tokenTop: 21,
    token: { width: 9, height: 18 },
    markY: 54,
    jobs: 54,
    output: { top: 192, height: 36 },
    memory: { top: 236, height: 24 },
    lensBottom: null,
    gutter: 88,
  },
  narrow: {
    anatomy: {
      ...geometries.mobile,
      lanes: { ...geometries.mobile.lanes, output: null, input: null },
      outputPort: null,
    },
    header: 52,
    lane: 320,
    ruler: 30,
    lensTop: 0,
    meters: { top: 90, bottom: 176, gap: 4, pad: 6 },
    tokenTop: 12,
    token: { width: 9, height: 24 },
    markY: 48,
    jobs: null,
    output: { top: 242, height: 30 },
    memory: { top: 288, height: 20 },
    lensBottom: 228,
    gutter: null,
  },
} as const satisfies Record<string, CompareGeometry>

/** Top of lane `index`, 0 … 2. */
export const laneTop = ({ header, lane }: CompareGeometry, index: number): number => header + index * lane

/** The lanes as one stage, for the frames of its lens. */
export const laneStage = (geometry: CompareGeometry, count: number): StageGeometry => ({
  ...(geometry.gutter === null ? stages.mobile : stages.unrolled),
  ...geometry,
  height: laneTop(geometry, count),
  top: geometry.lensTop,
})

/** The lens as spans of y: one through everything, or one a lane where curves have a scale of their own. */
export const lensSpans = (
  geometry: CompareGeometry,
  count: number,
): readonly (readonly [number, number])[] => {
  const { lensTop, lensBottom, ruler } = geometry
  const bottom = laneTop(geometry, count)
  if (lensBottom === null) return [[lensTop, bottom + ruler]]
  const lanes = Array.from({ length: count }, (_, k): readonly [number, number] => {
    const top = laneTop(geometry, k)
    return [k === 0 ? lensTop : top - 4, top + lensBottom]
  })
  return [...lanes, [bottom, bottom + ruler]]
}

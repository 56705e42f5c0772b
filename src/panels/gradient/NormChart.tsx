/**
 * How large the gradient is at every step, on a logarithmic scale: the norms of what is carried, and the
 * selected unit. Where these lines fall to the left the gradient vanishes, where they rise it explodes.
 */
import { line } from 'd3'
import { useMemo, type ReactElement } from 'react'
import { gradPlane } from '../../engine/index.ts'
import { formatNumber } from '../../store/index.ts'
import type { TimeScale } from '../../ui/timeScale.ts'
import { isOnAxis, type BandsFrame } from '../bands/bandsFrame.ts'
import { Part } from '../bands/movement.ts'
import { shortNumber } from './shortNumber.ts'
import { partialOf, type Back } from './useBack.ts'

interface Props {
  readonly back: Back
  readonly scale: TimeScale
  readonly top: number
  readonly height: number
  readonly gutter: number
  readonly right: number
  /** Steps [from, known) are gone through. */
  readonly from: number
  readonly known: number
}

export interface Series {
  readonly symbol: string
  readonly dash: 'solid' | 'dotted' | 'dashed'
  /** One number a step, from 0. */
  readonly sizes: Float64Array
}

/** ‖∂L/∂ each carried value‖ (of h where nothing is carried), the long memory first; then the unit. */
export const normSeries = ({
  found,
  unit,
  of,
  words,
}: Pick<Back, 'found' | 'unit' | 'of' | 'words'>): readonly Series[] => {
  const { layer } = found
  const { cell, H } = layer.program
  const carried = cell.carry.length > 0 ? cell.carry : [cell.output]
  const slots = carried.toSorted(
    (a, b) => Number(cell.equations[b]?.role === 'cell') - Number(cell.equations[a]?.role === 'cell'),
  )
  const sizes = (slot: string, only: number | null): Float64Array => {
    const values = gradPlane(layer, slot)
    return Float64Array.from({ length: layer.T }, (_, t) =>
      only === null
        ? Math.hypot(...values.subarray(t * H, (t + 1) * H))
        : Math.abs(values[t * H + only] ?? NaN),
    )
  }
  const first = slots[0]!
  return [
    ...slots.map((slot, k): Series => ({
      symbol: words.normOf(partialOf({ of }, slot)),
      dash: k === 0 ? 'solid' : 'dotted',
      sizes: sizes(slot, null),
    })),
    { symbol: words.unitOf(unit, partialOf({ of }, first)), dash: 'dashed', sizes: sizes(first, unit) },
  ]
}

/** Whole decades around all sizes above 0, at most `most` below the top. */
export const decadesOf = (series: readonly Pick<Series, 'sizes'>[], most = 12): readonly [number, number] => {
  const logs = series.flatMap(({ sizes }) =>
    Array.from(sizes).flatMap((size) => (size > 0 && Number.isFinite(size) ? [Math.log10(size)] : [])),
  )
  if (logs.length === 0) return [-1, 0]
  const high = Math.ceil(logs.reduce((a, b) => Math.max(a, b)))
  const low = Math.floor(logs.reduce((a, b) => Math.min(a, b)))
  return [Math.max(low === high ? low - 1 : low, high - most), high]
}

export const NormChart = ({ back, scale, top, height, gutter, right, from, known }: Props): ReactElement => {
  const { words, language, moment, unit, found, of } = back
  const series = useMemo(() => normSeries({ found, unit, of, words }), [found, unit, of, words])
  const [low, high] = useMemo(() => decadesOf(series), [series])
  const y = (size: number): number =>
    size > 0
      ? height - 6 - ((Math.min(high, Math.max(low, Math.log10(size))) - low) / (high - low)) * (height - 18)
      : NaN
  // While the lens moves along a long sequence its window grows by a step.
  const steps = Array.from({ length: scale.last - scale.first + 3 }, (_, k) => scale.first - 1 + k)
  const drawn =
    (sizes: Float64Array, first: number, last: number) =>
    (frame: BandsFrame): { readonly d: string } => ({
      d:
        line<number>()
          .defined((t) => sizes[t]! > 0)
          .x(frame.point)
          .y((t) => y(sizes[t]!))(steps.filter((t) => t >= first && t <= last && isOnAxis(frame, t))) ?? '',
    })
  const middle = Math.round((low + high) / 2)
  const ticks = [...new Set([high, middle, low])]
  const { t } = moment
  const { T } = found.layer
  const isEven = scale.open === null
  const isKnown = t >= from && t < known
  const now = series[0]!.sizes[t] ?? 0
  const border = from > 0 ? from : known - 1
  const [before, after] = from > 0 ? ['gradient-ahead', ''] : ['', 'gradient-ahead']
  return (
    <svg
      className="gradient-norms bands-overlay"
      width={right}
      height={height}
      style={{ top }}
      role="img"
      aria-label={`${words.norms}. ${series.map(({ symbol, sizes }) => `${symbol} ${formatNumber(sizes[t] ?? NaN, language)}`).join('; ')}`}
    >
      {gutter < 60 ? null : (
        <>
          <text x={gutter - 10} y={height / 2 + 4} className="bands-symbol gradient-symbol back-tone">
            ‖·‖
          </text>
          <text x={12} y={height / 2 + 22} className="bands-name back-tone">
            {words.norm}
          </text>
        </>
      )}
      {ticks.map((power) => (
        <g key={power}>
          <Part
            as="path"
            at={({ axis }) => ({ d: `M${axis[0]} ${y(10 ** power)}H${axis[1]}` })}
            className="bands-axis"
          />
          <Part
            as="text"
            at={({ left, width, axis }) => ({ x: isEven ? axis[1] - 2 : left + width - 6 })}
            y={y(10 ** power) - 3}
            className="bands-tick bands-end"
          >
            {shortNumber(10 ** power, language)}
          </Part>
        </g>
      ))}
      {series.map(({ symbol, dash, sizes }) => (
        <g key={symbol} className={`gradient-line gradient-${dash}`}>
          <Part as="path" at={drawn(sizes, 0, border)} className={before} />
          <Part as="path" at={drawn(sizes, border, T - 1)} className={after} />
        </g>
      ))}
      {isKnown && now > 0 ? (
        <>
          <Part
            as="circle"
            at={({ point }) => ({ cx: point(t) })}
            cy={y(now)}
            r={4}
            className="gradient-now"
          />
          {isEven ? null : (
            <Part
              as="text"
              at={({ point }) => ({ x: point(t) + 9 })}
              y={Math.max(10, y(now) - 7)}
              className="bands-number gradient-number"
            >
              {`${series[0]!.symbol} = ${formatNumber(now, language)}`}
            </Part>
          )}
        </>
      ) : null}
    </svg>
  )
}

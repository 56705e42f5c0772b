/**
 * The carry that the first step reads, before there was any step: a stub at the end of each ribbon where the
 * layer starts, at the left, or in a reversed direction at the right.
 */
import { memo, type ReactElement } from 'react'
import { reachOf } from '../../describe/reach.ts'
import { strandsOf, strandValue } from '../../describe/strands.ts'
import { carryInto, type Trace } from '../../engine/index.ts'
import { formatNumber } from '../../i18n/index.ts'
import { useLanguage, useMessages } from '../../store/index.ts'
import type { Palette } from './palette.ts'
import type { RibbonLane } from './ribbonLanes.ts'

interface Props {
  readonly trace: Trace
  readonly lanes: readonly RibbonLane[]
  readonly ribbon: number
  /** The edge of the chain that the stub stands at. */
  readonly x: number
  readonly unit: number
  readonly palette: Palette
}

const WIDTH = 5

export const InitialCarry = memo(({ trace, lanes, ribbon, x, unit, palette }: Props): ReactElement => {
  const language = useLanguage()
  const words = useMessages().stage
  const { cell, H } = trace.program
  const { T, reversed } = trace
  const side = reversed ? 1 : -1
  const left = reversed ? x + 2 : x - 2 - WIDTH
  const strands = strandsOf(H, unit)
  const height = ribbon / strands.length
  return (
    <g className="stage-initial">
      {lanes
        .filter(({ slot }) => cell.carry.includes(slot))
        .map(({ slot, y }) => {
          const values = carryInto(trace, reversed ? T - 1 : 0, slot)
          const shown = formatNumber(values[unit] ?? NaN, language)
          return (
            <g key={slot} role="img" aria-label={words.initial(slot, unit, shown)}>
              <path
                d={`M${x + 2 * side} ${y - ribbon / 2}h${side * WIDTH}v${ribbon}h${-side * WIDTH}`}
                className="stage-rule stage-thin"
              />
              {strands.map((strand, k) => (
                <rect
                  key={`${strand.from} ${strand.to}`}
                  x={left}
                  y={y - ribbon / 2 + k * height}
                  width={WIDTH}
                  height={Math.max(0.5, height - 0.75)}
                  fill={palette.state(reachOf(trace, slot))(strandValue(values, strand))}
                  data-slot={slot}
                  data-unit={strand.unit ?? strand.from}
                  data-t={reversed ? T : -1}
                  data-value={strandValue(values, strand)}
                />
              ))}
            </g>
          )
        })}
    </g>
  )
})

/** One carried value going around: what this step hands on, what it received, the step between them. */
import type { ReactElement } from 'react'
import { reachOf } from '../../describe/reach.ts'
import { strandsOf, strandValue } from '../../describe/strands.ts'
import { stepBefore } from '../../describe/order.ts'
import { at, carryInto, type Trace } from '../../engine/index.ts'
import { useMessages } from '../../store/index.ts'
import { toneVariable } from '../../ui/colour.ts'
import { LETTER } from './fitting.ts'
import { loopStrand, strandOffsets, type LoopGeometry } from './loops.ts'
import type { Palette } from './palette.ts'
import type { RibbonLane } from './ribbonLanes.ts'

interface Props {
  readonly trace: Trace
  readonly t: number
  readonly lane: RibbonLane
  readonly loop: LoopGeometry
  readonly ribbon: number
  readonly unit: number
  readonly isKnown: boolean
  /** Height of the sign "next step". */
  readonly sign: number
  /** Words beside the loop, px from the pane; null: none. */
  readonly beside: number | null
  /** Between the pane and the nearer edge of the stage, px. */
  readonly room: number
  readonly palette: Palette
}

export const Loop = (props: Props): ReactElement => {
  const { trace, t, lane, loop, ribbon, unit, isKnown, sign, beside, room, palette } = props
  const words = useMessages().stage
  const { reversed } = trace
  const before = stepBefore(trace, t)
  // A reversed direction goes around the other way: out at the left, in at the right.
  const turn = reversed ? `translate(${loop.left + loop.right} 0) scale(-1 1)` : undefined
  const { slot, tone } = lane
  const arrived = carryInto(trace, t, slot)
  const left = at(trace, t, slot)
  const colour = palette.state(reachOf(trace, slot))
  const strands = strandsOf(trace.program.H, unit)
  const offsets = strandOffsets(strands.length, ribbon)
  const thickness = Math.max(0.75, ribbon / strands.length - 0.75)
  const middle = (loop.left + loop.right) / 2
  const back = loop.y + loop.direction * loop.separation
  const textY = loop.y + loop.direction * (loop.direction < 0 ? 34 : 42)
  const [arrives, leaves] =
    tone === 'cell' ? [words.memoryIn, words.memoryOut] : [words.hiddenIn, words.hiddenOut]
  const [atLeft, atRight] = reversed ? [leaves, arrives] : [arrives, leaves]
  const [stepLeft, stepRight] = reversed ? [t, before] : [before, t]
  // Without room for the words, the letters say it.
  const fits = (text: string): boolean => (beside ?? 0) + 22 + text.length * LETTER <= room
  return (
    <g className="stage-loop">
      {strands.map((strand, k) => {
        const path = loopStrand(loop, offsets[k]!)
        const datum = { 'data-slot': slot, 'data-unit': strand.unit ?? strand.from }
        const value = strandValue(left, strand)
        return (
          <g key={`${strand.from} ${strand.to}`} transform={turn}>
            {isKnown ? (
              <path
                d={path.out}
                pathLength={1}
                className="stage-loop-out"
                style={{ stroke: colour(value), strokeWidth: thickness }}
                {...datum}
                data-t={t}
                data-value={value}
              />
            ) : null}
            <path
              d={path.in}
              pathLength={1}
              className="stage-loop-in"
              style={{ stroke: colour(strandValue(arrived, strand)), strokeWidth: thickness }}
              {...datum}
              data-t={before}
              data-value={strandValue(arrived, strand)}
            />
          </g>
        )
      })}
      {isKnown
        ? null
        : [-ribbon / 2, ribbon / 2].map((offset) => (
            <path
              key={offset}
              d={loopStrand(loop, offset).out}
              transform={turn}
              className="stage-rule stage-dotted"
            />
          ))}
      <g className="stage-loop-sign">
        <rect
          x={middle - loop.gate}
          y={back - sign / 2}
          width={2 * loop.gate}
          height={sign}
          rx={6}
          className="stage-sign"
        />
        <text x={middle} y={back - 1} className="stage-sign-title">
          {words.nextStep}
        </text>
        <text x={middle} y={back + 12} className="stage-sign-text">
          {reversed ? words.becomesReversed : words.becomes}
        </text>
      </g>
      {beside === null ? null : (
        <g className="stage-loop-sign" style={{ color: toneVariable(tone) }}>
          {fits(atLeft) ? (
            <text x={loop.left - beside - 22} y={textY} className="stage-label stage-end">
              {atLeft}
            </text>
          ) : null}
          <text x={loop.left - beside - 16} y={textY} className="stage-letter">
            {slot}
            <tspan dy={3} className="stage-subscript">
              {String(stepLeft).replace('-', '−')}
            </tspan>
          </text>
          <text x={loop.right + beside} y={textY} className="stage-letter">
            {slot}
            <tspan dy={3} className="stage-subscript">
              {stepRight}
            </tspan>
          </text>
          {fits(atRight) ? (
            <text x={loop.right + beside + 22} y={textY} className="stage-label">
              {atRight}
            </text>
          ) : null}
        </g>
      )}
    </g>
  )
}

/** The output of a step as a bar, with a tick where the target is. */
import { memo, type ReactElement } from 'react'
import type { OutputMark } from './outputMarks.ts'
import type { Palette } from './palette.ts'

interface Props {
  readonly mark: OutputMark
  /** Middle of the lane. */
  readonly x: number
  readonly y: number
  /** Half the height of a full bar, and the number that fills it. */
  readonly half: number
  readonly reach: number
  /** From 0 up over the whole height, not to both sides of the middle. */
  readonly probability: boolean
  readonly isKnown: boolean
  /** Where what is predicted stands: below the bar, or beside it where a wire rises to it. */
  readonly side: 'below' | 'left' | 'right'
  readonly palette: Palette
}

const clamp = (v: number): number => (Number.isNaN(v) ? 0 : Math.min(1, Math.max(-1, v)))

/** Where the zero line lies and how many px a full bar is long. */
export const outputAxis = (
  y: number,
  half: number,
  probability: boolean,
): { readonly zero: number; readonly full: number } =>
  probability ? { zero: y + half * 0.5, full: half * 1.5 } : { zero: y, full: half }

const OutputBarView = (props: Props): ReactElement => {
  const { mark, x, y, half, reach, probability, isKnown, side, palette } = props
  const { zero, full } = outputAxis(y, half, probability)
  const length = full * clamp(mark.value / reach)
  const { predicted } = mark
  return (
    <g className="stage-output">
      <path d={`M${x - 6} ${zero}h12`} className="stage-rule" />
      {isKnown ? (
        <rect
          x={x - 4}
          y={length > 0 ? zero - length : zero}
          width={8}
          height={Math.max(0.75, Math.abs(length))}
          fill={probability ? undefined : palette.bar(mark.value)}
          className={probability ? 'stage-probability' : undefined}
          data-slot="y"
          data-unit={mark.output}
          data-t={mark.t}
          data-value={mark.value}
        />
      ) : null}
      {mark.target === null ? null : (
        <path
          d={`M${x - 7} ${zero - full * clamp(mark.target / reach)}h14`}
          className="stage-target"
          data-target={mark.target}
          data-t={mark.t}
        />
      )}
      {predicted && isKnown ? (
        <text
          x={x + { below: 0, left: -15, right: 15 }[side]}
          y={side === 'below' ? zero + 12 : y + 4}
          className={predicted.correct === false ? 'stage-mark stage-wrong' : 'stage-mark'}
        >
          {predicted.name}
        </text>
      ) : null}
    </g>
  )
}

export const OutputBar = memo(OutputBarView)

/**
 * One timestep: a member of the group that arrows move in, whatever is drawn in it. `Step` is that of a chain
 * that only unrolls; of its column, closed or open, the lens covers what it passes.
 */
import type { ReactElement, ReactNode } from 'react'
import { Part, translate } from './movement.ts'
import { OUTSIDE } from './OpenBox.tsx'
import { hitBox, isOnAxis, isPassed } from './stageFrame.ts'

interface StepFacts {
  readonly t: number
  readonly T: number
  readonly isOpen: boolean
  /** All that the column shows, in words. */
  readonly label: string
}

/** What the group of a step bears. */
export const stepAttributes = ({ t, T, isOpen, label }: StepFacts) =>
  ({
    role: 'option',
    tabIndex: isOpen ? 0 : -1,
    'aria-selected': isOpen,
    'aria-posinset': t + 1,
    'aria-setsize': T,
    'aria-label': label,
    className: isOpen ? 'stage-step stage-open' : 'stage-step',
    'data-step': t,
  }) as const

interface Props extends StepFacts {
  /** The column closed, drawn from its left edge. Also of the open step: until the lens stands on it. */
  readonly closed: ReactNode
  /** What stands in the lens, drawn from its left edge. */
  readonly open: ReactNode
}

export const Step = ({ closed, open, ...facts }: Props): ReactElement => {
  const { t, isOpen } = facts
  return (
    <g {...stepAttributes(facts)}>
      <Part
        as="rect"
        at={({ shape, frame }) => ({ ...hitBox(shape, frame, t, isOpen) })}
        className={isOpen ? 'stage-focus' : 'stage-hit'}
      />
      <Part
        as="g"
        at={({ frame }) => ({
          'clip-path': isPassed(frame, t) ? OUTSIDE : null,
          visibility: isOpen && !isPassed(frame, t) ? 'hidden' : null,
        })}
      >
        <Part
          as="g"
          className="stage-copy"
          at={({ shape, frame }) => ({
            transform: translate(frame.copy(t), 0),
            // While the lens moves along a long sequence, its window moves under it.
            visibility: !Number.isInteger(frame.at) && !isOnAxis(shape, frame, t) ? 'hidden' : null,
          })}
        >
          {closed}
        </Part>
      </Part>
      {isOpen ? (
        <Part as="g" at={({ frame }) => ({ transform: translate(frame.pane.x, frame.pane.y) })}>
          {open}
        </Part>
      ) : null}
    </g>
  )
}

/** One timestep of the chain: a member of the group that arrows move in, whatever is drawn in it. */
import type { ReactElement, ReactNode } from 'react'

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
  /** Left edge of the column that its children are drawn from. */
  readonly left: number
  readonly children: ReactNode
}

export const Step = ({ left, children, ...facts }: Props): ReactElement => (
  <g {...stepAttributes(facts)} transform={`translate(${left} 0)`}>
    {children}
  </g>
)

/** The six phases of a step as buttons: the way to them when no lens shows them on the ruler. */
import type { ReactElement } from 'react'
import { actions, useMessages, usePhase, type Phase } from '../../store/index.ts'

interface Props {
  readonly names: readonly string[]
}

export const PhaseButtons = ({ names }: Props): ReactElement => {
  const words = useMessages().transport
  const phase = usePhase()
  return (
    <div className="transport-phases" role="group" aria-label={words.phases}>
      {names.map((name, index) => {
        const number = (index + 1) as Phase
        const state = number === phase ? 'now' : number < phase ? 'done' : 'ahead'
        return (
          <button
            key={number}
            type="button"
            className={`transport-phase transport-phase-${state}`}
            aria-label={words.phaseName(number, name)}
            aria-current={number === phase ? 'step' : undefined}
            title={words.phaseName(number, name)}
            onClick={() => actions.select({ phase: number })}
          >
            {number === phase ? words.phaseName(number, name) : number}
          </button>
        )
      })}
    </div>
  )
}

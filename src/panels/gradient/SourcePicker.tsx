/** Where the gradient is sent back from: every loss, the last one, or the output of a step. */
import type { ReactElement } from 'react'
import { actions, stepOfSource, type Source } from '../../store/index.ts'
import { Segmented } from '../../ui/controls/Segmented.tsx'
import type { Back } from './useBack.ts'

type Kind = 'all' | 'last' | 'y'

export const SourcePicker = ({ back }: { readonly back: Back }): ReactElement => {
  const { words, found, moment, run } = back
  const text = words.inspector
  const step = stepOfSource(found.source)
  const kind: Kind = step === null ? (found.source as 'all' | 'last') : 'y'
  const only = run.trace.rows === 1
  const choose = (next: Kind): void => {
    const last = run.trace.T - 1
    // The output of the open step, where it has one.
    actions.setSource(next === 'y' ? (`y${only ? last : moment.t}` as Source) : next)
  }
  const shown = found.marks[0]?.t ?? 0
  return (
    <section className="inspector-part gradient-source">
      <h3 aria-hidden="true">{text.source}</h3>
      <Segmented
        label={text.source}
        options={(['all', 'last', 'y'] as const).map((value) => ({ value, label: text.sources[value] }))}
        value={kind}
        onChange={choose}
      />
      {kind === 'y' ? (
        <label className="gradient-step">
          {text.sourceStep}
          <input
            type="number"
            min={only ? shown : 0}
            max={run.trace.T - 1}
            value={shown}
            disabled={only}
            onChange={(event) => {
              const t = Math.round(event.target.valueAsNumber)
              if (Number.isFinite(t))
                actions.setSource(`y${Math.min(run.trace.T - 1, Math.max(0, t))}` as Source)
            }}
          />
        </label>
      ) : null}
    </section>
  )
}

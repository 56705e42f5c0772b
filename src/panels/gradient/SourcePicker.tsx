/** Where the gradient is sent back from: every loss, the last one, or the output of a step. */
import type { ReactElement } from 'react'
import { actions, playheadNow, stepOfSource, useView } from '../../store/index.ts'
import { Segmented } from '../../ui/controls/Segmented.tsx'
import type { Back } from './useBack.ts'

type Kind = 'all' | 'last' | 'y'

export const SourcePicker = ({ back }: { readonly back: Back }): ReactElement => {
  const { words, run } = back
  const text = words.inspector
  // What is being set is the newest, while the panel that shows what comes of it follows.
  const source = useView((view) => view.source)
  const step = stepOfSource(source)
  const kind: Kind = step === null ? (source as 'all' | 'last') : 'y'
  const only = run.trace.rows === 1
  const last = run.trace.T - 1
  const within = (t: number): number => Math.min(last, Math.max(0, t))
  const choose = (next: Kind): void =>
    // The output of the open step, where it has one.
    actions.setSource(next === 'y' ? `y${only ? last : within(playheadNow().t)}` : next)
  const shown = only ? last : within(step ?? 0)
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
            max={last}
            value={shown}
            disabled={only}
            onChange={(event) => {
              const t = Math.round(event.target.valueAsNumber)
              if (Number.isFinite(t)) actions.setSource(`y${within(t)}`)
            }}
          />
        </label>
      ) : null}
    </section>
  )
}

/** The playhead as a slider over the timesteps; the phase stays as it is. */
import type { ReactElement } from 'react'
import { actions, clockAt, useMessages, useMoment, useScene } from '../../store/index.ts'

interface Props {
  /** What the phases are called, or null where their number says enough. */
  readonly phaseNames: readonly string[] | null
}

export const Scrubber = ({ phaseNames }: Props): ReactElement => {
  const words = useMessages().transport
  const { t, phase } = useMoment()
  const T = useScene()?.T ?? 1
  return (
    <div className="transport-scrubber">
      <input
        type="range"
        min={0}
        max={T - 1}
        step={1}
        value={t}
        disabled={T < 2}
        aria-label={words.timestep}
        aria-valuetext={words.position(t, T - 1, phaseNames?.[phase - 1] ?? String(phase))}
        onChange={(event) => actions.setClock(clockAt(Number(event.target.value), phase))}
      />
      <output className="transport-position" aria-hidden="true">
        <i>t</i> = {t}
        <span> / {T - 1}</span>
      </output>
    </div>
  )
}

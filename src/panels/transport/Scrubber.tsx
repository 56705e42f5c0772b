/** The playhead as a slider over the timesteps; the phase stays as it is. */
import type { ReactElement } from 'react'
import { actions, clockAt, useMessages, useMoment, useScene } from '../../store/index.ts'

interface Props {
  /** The name of the phase that the playhead stands in. */
  readonly phaseName: string
}

export const Scrubber = ({ phaseName }: Props): ReactElement => {
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
        aria-valuetext={words.position(t, T - 1, phaseName)}
        onChange={(event) => actions.setClock(clockAt(Number(event.target.value), phase))}
      />
      <output className="transport-position" aria-hidden="true">
        <i>t</i> = {t}
        <span> / {T - 1}</span>
      </output>
    </div>
  )
}

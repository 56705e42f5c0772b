/** Play, and one phase or one timestep back or on. */
import type { ReactElement } from 'react'
import { actions, useMessages, usePlaying, useView } from '../../store/index.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import {
  PauseIcon,
  PhaseBackIcon,
  PhaseForwardIcon,
  PlayIcon,
  StepBackIcon,
  StepForwardIcon,
} from '../../ui/icons.ts'

export const TransportButtons = (): ReactElement => {
  const words = useMessages().transport
  const playing = usePlaying()
  const isBack = useView((view) => view.reading === 'gradient' && !view.compare)
  return (
    <div className="transport-buttons">
      <IconButton label={words.stepBack} onClick={() => actions.stepTime(-1)}>
        <StepBackIcon size={18} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.phaseBack} onClick={() => actions.stepPhase(-1)}>
        <PhaseBackIcon size={18} aria-hidden="true" />
      </IconButton>
      <IconButton
        className="transport-play"
        label={playing ? words.pause : isBack ? words.playBack : words.play}
        onClick={playing ? actions.pause : actions.play}
      >
        {playing ? (
          <PauseIcon size={15} fill="currentColor" aria-hidden="true" />
        ) : (
          <PlayIcon size={15} fill="currentColor" aria-hidden="true" />
        )}
      </IconButton>
      <IconButton label={words.phaseForward} onClick={() => actions.stepPhase(1)}>
        <PhaseForwardIcon size={18} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.stepForward} onClick={() => actions.stepTime(1)}>
        <StepForwardIcon size={18} aria-hidden="true" />
      </IconButton>
    </div>
  )
}

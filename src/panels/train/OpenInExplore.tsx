/** Opens the shown network, at the checkpoint under the training clock, on the Explore page. */
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { cannotOpen, openTrained } from '../../store/openTrained.ts'
import { isBusy, type ShownRun } from '../../store/trainingHooks.ts'
import { useTraining } from '../../store/trainingState.ts'
import { useScene } from '../../store/index.ts'
import { focusMain } from '../../ui/focusMain.ts'
import { useWords } from './words.ts'

export const OpenInExplore = ({ shown }: { readonly shown: ShownRun }): ReactElement | null => {
  const words = useWords().local
  const scene = useScene()
  const task = useTraining((state) => state.task?.task ?? null)
  const busy = useTraining(isBusy)
  if (!scene || !task) return null
  const reason = cannotOpen(shown, { outputs: scene.outputs, scaling: task.scaling })
  return (
    <>
      <button
        type="button"
        className="button train-equal"
        disabled={busy || reason !== null}
        onClick={() => {
          // The other page must stand before it can take the focus that this button had.
          flushSync(() => openTrained(shown, task))
          focusMain()
        }}
      >
        {words.open}
      </button>
      <p className="train-hint">{reason ? words.cannot[reason] : words.hint}</p>
    </>
  )
}

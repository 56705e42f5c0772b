/** Saves the shown network's weights, and the whole run with its curves. */
import type { ReactElement } from 'react'
import { runFile, weightsFile, type SavedFile } from '../../store/exportRun.ts'
import type { ShownRun } from '../../store/trainingHooks.ts'
import { saveFile } from '../../ui/saveFile.ts'
import { cellName, formatWhole, useWords } from './words.ts'
import { useLanguage } from '../../store/index.ts'

const save = ({ name, type, content }: SavedFile): void => saveFile(name, type, content)

export const ExportRun = ({ shown }: { readonly shown: ShownRun }): ReactElement => {
  const words = useWords().exported
  const language = useLanguage()
  const { run, member, checkpoint } = shown
  return (
    <>
      <div className="train-export">
        <button type="button" className="button" onClick={() => save(weightsFile(shown))}>
          {words.weights}
        </button>
        <button type="button" className="button" onClick={() => save(runFile(run))}>
          {words.run}
        </button>
      </div>
      <p className="train-hint">
        {words.hint(cellName(member.cell), formatWhole(checkpoint.update, language))}
      </p>
    </>
  )
}

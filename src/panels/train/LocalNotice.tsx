/** Says in Explore which networks trained on this page are shown in place of the scene's own, and puts those back. */
import type { ReactElement } from 'react'
import { useLanguage, useLocalTraining } from '../../store/index.ts'
import { closeTrained } from '../../store/openTrained.ts'
import { focusMain } from '../../ui/focusMain.ts'
import { cellName, formatWhole, useWords } from './words.ts'
import './notice.css'

export const LocalNotice = (): ReactElement | null => {
  const words = useWords().local
  const language = useLanguage()
  const local = useLocalTraining()
  if (local.length === 0) return null
  return (
    <div className="local-notice" role="status">
      <div className="local-notice-said">
        {local.map(({ cell, update, seed }) => (
          <p key={cell}>{words.says(cellName(cell), formatWhole(update, language), seed)}</p>
        ))}
      </div>
      <button
        type="button"
        className="button"
        onClick={() => {
          closeTrained()
          focusMain()
        }}
      >
        {words.close}
      </button>
    </div>
  )
}

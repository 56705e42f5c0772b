/** How many units and parameters each cell of the draft gets. */
import { useMemo, type ReactElement } from 'react'
import { useLanguage } from '../../store/index.ts'
import type { Draft } from '../../store/trainingSetup.ts'
import { sizesAndCounts } from '../../store/trainingHooks.ts'
import { useTraining } from '../../store/trainingState.ts'
import { cellName, formatWhole, useWords } from './words.ts'

export const Sizes = ({ draft }: { readonly draft: Draft }): ReactElement | null => {
  const { setup } = useWords()
  const language = useLanguage()
  const task = useTraining((state) => state.task?.task ?? null)
  const sizes = useMemo(() => (task ? sizesAndCounts(task, draft) : []), [task, draft])
  return (
    <p className="train-hint train-sizes">
      {sizes.map(({ cell, size, count }, k) => (
        <span key={cell}>
          {k > 0 ? ' · ' : ''}
          {cellName(cell)} {draft.equal === 'parameters' ? `H ${size}, ` : ''}
          {formatWhole(count, language)}
        </span>
      ))}{' '}
      {setup.parameters}
    </p>
  )
}

/** Which of the two conventions of the reset gate this cell follows, and who follows the other. */
import type { ReactElement } from 'react'
import { readingOf } from '../../describe/mix.ts'
import type { Inspected } from './useInspected.ts'

export const Convention = ({ inspected }: { readonly inspected: Inspected }): ReactElement | null => {
  const { run, words } = inspected
  const { cell } = run
  const reads = Object.values(cell.equations).some(({ role }) => role === 'read')
  if (!reads) return null
  const after = Object.keys(cell.equations).some((name) => readingOf(cell, name) !== null)
  return (
    <section className="inspector-part">
      <div className="inspector-title">
        <h3>{words.convention}</h3>
        <b className="inspector-convention">{after ? words.resetAfter : words.resetBefore}</b>
      </div>
      <p className="inspector-note">{after ? words.resetAfterText : words.resetBeforeText}</p>
    </section>
  )
}

/** Why the form cannot be trained, beside the buttons that wait for it: the fields, each a way to itself. */
import type { ReactElement } from 'react'
import type { Field, Problem } from '../../store/trainingSetup.ts'
import { useWords } from './words.ts'

/** Id of a field of the form, or of the group that it is. */
export const fieldId = (field: Field): string => `train-field-${field}`

/** Unfolds the form where it is folded, and takes the focus to a field. */
const goTo = (field: Field): void => {
  const element = document.getElementById(fieldId(field))
  element?.closest('details')?.setAttribute('open', '')
  const input = element instanceof HTMLInputElement ? element : element?.querySelector('input')
  input?.focus()
}

export const Blocked = ({ problems }: { readonly problems: readonly Problem[] }): ReactElement => {
  const { notices, setup } = useWords()
  const fields = [...new Set(problems.map(({ field }) => field))]
  return (
    <p className="train-status train-blocked" role="alert">
      <b>{notices.cannot}</b>
      {fields.map((field) => (
        <button key={field} type="button" className="train-link" onClick={() => goTo(field)}>
          {setup[field]}
        </button>
      ))}
    </p>
  )
}

/** What stands in the place of what failed: where, what was expected, what came, what to do. */
import type { ReactElement, ReactNode } from 'react'
import { actions, useMessages, type Failure } from '../../store/index.ts'
import { ErrorIcon } from '../../ui/icons.ts'
import './errors.css'

interface Props {
  readonly title: string
  readonly failure: Failure
  readonly note?: ReactNode
}

export const FailurePanel = ({ title, failure, note }: Props): ReactElement => {
  const words = useMessages().errors
  const rows = [
    [words.what, failure.what],
    [words.expected, failure.expected],
    [words.got, failure.got],
    [words.todo, failure.todo],
  ] as const
  return (
    <div className="failure" role="alert">
      <h2>
        <ErrorIcon size={18} aria-hidden="true" /> {title}
      </h2>
      <dl>
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {note ? <p>{note}</p> : null}
      <button type="button" className="button button-main" onClick={actions.reload}>
        {words.tryAgain}
      </button>
    </div>
  )
}

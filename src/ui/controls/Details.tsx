/** A part of the page that is folded away at first, and worked out while it is open. */
import { useState, type ReactElement, type ReactNode } from 'react'

interface Props {
  readonly className: string
  readonly summary: ReactNode
  readonly children: () => ReactNode
}

export const Details = ({ className, summary, children }: Props): ReactElement => {
  const [open, setOpen] = useState(false)
  return (
    <details className={className} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open ? children() : null}
    </details>
  )
}

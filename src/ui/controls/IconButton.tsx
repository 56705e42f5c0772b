/** A button that shows an icon and says its name to pointers and screen readers. */
import type { ReactElement, ReactNode } from 'react'
import './button.css'

interface Props {
  readonly label: string
  readonly children: ReactNode
  readonly onClick: () => void
  /** For buttons that stay down. */
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly controls?: string
  readonly className?: string
}

export const IconButton = ({
  label,
  children,
  onClick,
  pressed,
  expanded,
  controls,
  className = '',
}: Props): ReactElement => (
  <button
    type="button"
    className={`icon-button ${className}`}
    aria-label={label}
    title={label}
    aria-pressed={pressed}
    aria-expanded={expanded}
    aria-controls={controls}
    onClick={onClick}
  >
    {children}
  </button>
)

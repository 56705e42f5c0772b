/** The sign of Gatescope: three strands through a lens, the last one still to come. */
import type { ReactElement } from 'react'

export const Mark = (): ReactElement => (
  <svg className="header-mark" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
    <g stroke="var(--ink)" strokeWidth="2">
      <path d="M2 8h6M16 8h6M2 12h6M2 16h6M16 16h6" />
    </g>
    <path d="M16 12h6" stroke="var(--line-strong)" strokeWidth="2" />
    <rect x="9.5" y="4" width="5" height="16" rx="1.5" fill="none" stroke="var(--accent)" strokeWidth="2" />
  </svg>
)

/** The lens's part of a band: drawn from the lens's left edge, moved with it, and gone as it closes. */
import type { ReactElement, ReactNode } from 'react'
import { Part } from './movement.ts'

interface Props {
  /** Width of the lens of the unrolled chain. */
  readonly lens: number
  readonly height: number
  /** From the top of the bands; a band has its place already. */
  readonly top?: number
  readonly children: ReactNode
}

export const LensPlace = ({ lens, height, top, children }: Props): ReactElement => (
  <Part
    as="div"
    className="bands-lens-place"
    at={({ left, width, plot }) => ({
      transform: `translateX(${left}px) scaleX(${width / lens})`,
      opacity: plot,
      visibility: plot === 0 ? 'hidden' : null,
    })}
  >
    <svg className="bands-overlay" width={lens} height={height} style={{ top }} aria-hidden="true">
      {children}
    </svg>
  </Part>
)

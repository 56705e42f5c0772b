/** Where the phases stand: on the ruler, under the open cell of the unrolled stage. */
import type { ReactElement, ReactNode } from 'react'
import { Part } from './movement.ts'

export const PhasesPlace = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <Part
    as="div"
    className="stage-phases-place"
    at={({ shape, frame }) => ({
      left: `${frame.box.x}px`,
      top: `${frame.numbers - shape.unrolled.ruler / 2}px`,
      width: `${frame.box.width}px`,
      opacity: frame.onlyUnrolled,
    })}
  >
    {children}
  </Part>
)

/**
 * What has a folded and an unrolled form and no way between them: it fades as the chain leaves an end, and
 * is gone at one half of the way, where it changes from one form to the other.
 */
import type { ReactElement, ReactNode } from 'react'
import { onPlace, placeNow } from '../../store/index.ts'
import { movementOf, useStagehand } from '../../ui/movement.tsx'

const { Stage, Part } = movementOf<number>()

/** How much is seen of one of the two forms: all at its own end, none beyond one half of the way to the other. */
export const seenAt = (fold: number, isFolded: boolean): number =>
  Math.max(0, isFolded ? 2 * fold - 1 : 1 - 2 * fold)

interface Props {
  readonly className: string
  readonly height: number
  /** The form that is drawn, which may be a moment behind the stage; null where both are the same. */
  readonly isFolded: boolean | null
  readonly children: ReactNode
}

export const Crossfade = ({ className, height, isFolded, children }: Props): ReactElement => {
  const hand = useStagehand(() => placeNow().fold, onPlace)
  return (
    <Stage value={hand}>
      <Part
        as="div"
        className={className}
        at={(fold) => {
          const seen = isFolded === null ? 1 : seenAt(fold, isFolded)
          return { height: `${height}px`, opacity: seen === 1 ? null : seen }
        }}
      >
        {children}
      </Part>
    </Stage>
  )
}

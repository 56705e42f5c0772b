/**
 * What has a folded and an unrolled form and no way between them: while the chain moves it fades as it leaves an
 * end, and is gone at one half of the way, where it changes from one form to the other. Where the chain rests, by
 * hand also between its ends, the form that is drawn can be read.
 */
import type { ReactElement, ReactNode } from 'react'
import { useStore } from '../../store/index.ts'
import { movementOf, useStagehand } from '../../ui/movement.tsx'

interface Fold {
  readonly fold: number
  /** Whether it goes to an end by itself. */
  readonly isMoving: boolean
}

const { Stage, Part } = movementOf<Fold>()

const foldNow = (): Fold => {
  const { view, foldingTo } = useStore.getState()
  return { fold: view.folded, isMoving: foldingTo !== null }
}

const onFold = (listener: () => void): (() => void) =>
  useStore.subscribe((now, before) => {
    if (now.view.folded !== before.view.folded || now.foldingTo !== before.foldingTo) listener()
  })

/** How much is seen of one of the two forms: all at its own end, none beyond one half of the way to the other. */
export const seenAt = ({ fold, isMoving }: Fold, isFolded: boolean): number =>
  isMoving ? Math.max(0, isFolded ? 2 * fold - 1 : 1 - 2 * fold) : 1

interface Props {
  readonly className: string
  readonly height: number
  /** The form that is drawn, which may be a moment behind the stage; null where both are the same. */
  readonly isFolded: boolean | null
  readonly children: ReactNode
}

export const Crossfade = ({ className, height, isFolded, children }: Props): ReactElement => {
  const hand = useStagehand(foldNow, onFold)
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

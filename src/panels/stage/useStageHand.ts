/** The stagehand of a stage: puts its parts where the fold and the lens are. */
import { onPlace, placeNow } from '../../store/index.ts'
import { useStagehand, type Stagehand } from '../../ui/movement.tsx'
import type { StageScene } from './movement.ts'
import { stageFrame, type StageShape } from './stageFrame.ts'

interface StageHand {
  /** The stage as it is now. */
  readonly sceneNow: () => StageScene
  readonly hand: Stagehand<StageScene>
}

export const useStageHand = (shape: StageShape): StageHand => {
  const sceneNow = (): StageScene => {
    const { fold, at } = placeNow()
    return { shape, frame: stageFrame(shape, fold, Math.min(at, shape.forms[0].T - 1)) }
  }
  return { sceneNow, hand: useStagehand(sceneNow, onPlace) }
}

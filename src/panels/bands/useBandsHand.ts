/** The stagehand of bands: puts their parts where the fold and the lens are. */
import { onPlace, placeNow, playheadNow } from '../../store/index.ts'
import { useStagehand, type Stagehand } from '../../ui/movement.tsx'
import type { ScaleForm } from '../../ui/timeScale.ts'
import { bandsFrame, type BandsFrame } from './bandsFrame.ts'

interface BandsHand {
  /** The bands as they are now. */
  readonly frameNow: () => BandsFrame
  readonly hand: Stagehand<BandsFrame>
}

/**
 * @param t the step whose numbers are in the lens: of a panel that is behind the lens stays there
 * @param isEven whether columns are equal in every form, as on a narrow screen
 */
export const useBandsHand = (
  forms: readonly [ScaleForm, ScaleForm],
  t: number,
  isEven: boolean,
): BandsHand => {
  const frameNow = (): BandsFrame => {
    const { fold, at: lens } = placeNow()
    const at = playheadNow().t === t ? lens : t
    return bandsFrame(forms, isEven ? 1 : fold, Math.min(at, forms[0].T - 1))
  }
  return { frameNow, hand: useStagehand(frameNow, onPlace) }
}

/** What the stage of some width is made of: its geometry and its columns, unrolled and folded. */
import { turnedGeometry } from '../../describe/placementMirror.ts'
import type { ScaleForm } from '../../ui/timeScale.ts'
import { foldedGeometries } from './foldedGeometry.ts'
import type { StageShape } from './stageFrame.ts'
import { MOBILE_BELOW, neighbourForm, stages, turnedStage, type StageGeometry } from './stageGeometry.ts'

/**
 * @param forms the time scale that stage and bands share; the narrow stage unrolls its own way
 * @param unrolled the unrolled stage, where it is not that of one cell
 */
export const shapeOf = (
  forms: readonly [ScaleForm, ScaleForm],
  width: number,
  unrolled: StageGeometry = width < MOBILE_BELOW ? stages.mobile : stages.unrolled,
): StageShape => {
  const [form, folded] = forms
  if (width >= MOBILE_BELOW) {
    const wide = foldedGeometries.wide
    return { unrolled, folded: wide, forms, width, axis: [form.start, width - wide.right] }
  }
  const own = neighbourForm(folded.T, width, unrolled.anatomy.width)
  return { unrolled, folded: foldedGeometries.narrow, forms: [own, folded], width, axis: [0, width] }
}

/** The shape for a direction that runs from right to left. */
const turnedShape = (shape: StageShape): StageShape => ({
  ...shape,
  unrolled: turnedStage(shape.unrolled),
  folded: { ...shape.folded, anatomy: turnedGeometry(shape.folded.anatomy) },
})

/** The shape of one cell's stage. */
export const directedShape = (
  forms: readonly [ScaleForm, ScaleForm],
  width: number,
  reversed: boolean,
): StageShape => {
  const shape = shapeOf(forms, width)
  return reversed ? turnedShape(shape) : shape
}

/** The stage: the cell through time of one cell, from unrolled to folded. */
import { useMemo, type ReactElement } from 'react'
import { turnedGeometry } from '../../describe/placementMirror.ts'
import { useMoment, useRun, useScene } from '../../store/index.ts'
import type { ScaleForm } from '../../ui/timeScale.ts'
import { Chain } from './Chain.tsx'
import { FoldBar } from './FoldBar.tsx'
import { foldedGeometries } from './foldedGeometry.ts'
import type { StageShape } from './stageFrame.ts'
import { MOBILE_BELOW, neighbourForm, stages, turnedStage } from './stageGeometry.ts'
import './stage.css'
import './folded.css'

interface Props {
  /** The time scale that stage and bands share, unrolled and folded; the narrow stage unrolls its own way. */
  readonly forms: readonly [ScaleForm, ScaleForm]
  /** Width of the stage, px. */
  readonly width: number
}

/** What the stage of some width is made of. */
export const shapeOf = (forms: readonly [ScaleForm, ScaleForm], width: number): StageShape => {
  const [unrolled, folded] = forms
  if (width >= MOBILE_BELOW) {
    const wide = foldedGeometries.wide
    return {
      unrolled: stages.unrolled,
      folded: wide,
      forms,
      width,
      axis: [unrolled.start, width - wide.right],
    }
  }
  const own = neighbourForm(folded.T, width, stages.mobile.anatomy.width)
  return {
    unrolled: stages.mobile,
    folded: foldedGeometries.narrow,
    forms: [own, folded],
    width,
    axis: [0, width],
  }
}

/** The shape for a direction that runs from right to left. */
const turnedShape = (shape: StageShape): StageShape => ({
  ...shape,
  unrolled: turnedStage(shape.unrolled),
  folded: { ...shape.folded, anatomy: turnedGeometry(shape.folded.anatomy) },
})

export const Stage = ({ forms, width }: Props): ReactElement | null => {
  const run = useRun()
  const scene = useScene()
  const moment = useMoment()
  const reversed = run?.layer.reversed ?? false
  const shape = useMemo(() => {
    const own = shapeOf(forms, width)
    return reversed ? turnedShape(own) : own
  }, [forms, width, reversed])
  if (!run || !scene) return null
  return (
    <>
      <FoldBar T={scene.T} parameters={run.record.parameterCount} />
      <Chain run={run} scene={scene} moment={moment} shape={shape} />
    </>
  )
}

/** The stage: the cell through time of one cell, from unrolled to folded. */
import { useMemo, type ReactElement } from 'react'
import { useMoment, useRun, useScene } from '../../store/index.ts'
import type { ScaleForm } from '../../ui/timeScale.ts'
import { Chain } from './Chain.tsx'
import { FoldBar } from './FoldBar.tsx'
import { directedShape } from './stageShape.ts'
import './stage.css'
import './folded.css'

interface Props {
  /** The time scale that stage and bands share, unrolled and folded; the narrow stage unrolls its own way. */
  readonly forms: readonly [ScaleForm, ScaleForm]
  /** Width of the stage, px. */
  readonly width: number
}

export const Stage = ({ forms, width }: Props): ReactElement | null => {
  const run = useRun()
  const scene = useScene()
  const moment = useMoment()
  const reversed = run?.layer.reversed ?? false
  const shape = useMemo(() => directedShape(forms, width, reversed), [forms, width, reversed])
  if (!run || !scene) return null
  return (
    <>
      <FoldBar T={scene.T} parameters={run.record.parameterCount} />
      <Chain run={run} scene={scene} moment={moment} shape={shape} />
    </>
  )
}

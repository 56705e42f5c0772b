/** What the inspector looks at: one unit of one slot at the open step. */
import { useMemo } from 'react'
import type { Site } from '../../describe/contributions.ts'
import type { CellFormulas } from '../../describe/mathLine.ts'
import { cardPhaseOf, type PhaseNumber } from '../../describe/phases.ts'
import type { CellSlot } from '../../engine/index.ts'
import type { Messages } from '../../i18n/index.ts'
import {
  at,
  useLanguage,
  useMessages,
  useMoment,
  useRun,
  useScene,
  useSceneText,
  useView,
  type CellRun,
  type Moment,
  type SceneView,
} from '../../store/index.ts'
import { useFormulas } from './useFormulas.ts'

export interface Inspected {
  readonly run: CellRun
  readonly formulas: CellFormulas
  readonly scene: SceneView
  /** The scene's words, or null while it comes in. */
  readonly text: ReturnType<typeof useSceneText>
  readonly site: Site
  readonly moment: Moment
  /** 'x' or a slot of the cell. */
  readonly name: string
  /** Null for 'x'. */
  readonly slot: CellSlot | null
  readonly unit: number
  /** Units of a slot, components of x. */
  readonly units: number
  readonly value: number
  /** The phase from which the value is known. */
  readonly phase: PhaseNumber
  readonly reveal: boolean
  /** A value is shown once it is computed, or always when the reader asked for that. */
  readonly known: (from: PhaseNumber) => boolean
  readonly language: 'en' | 'es'
  readonly words: Messages['inspector']
}

/** Null while nothing is loaded, or the cell's formulas are not. A slot or unit that the cell does not have falls back to its output. */
export const useInspected = (): Inspected | null => {
  const run = useRun()
  const formulas = useFormulas(run?.cell.id ?? null)
  const scene = useScene()
  const text = useSceneText()
  const moment = useMoment()
  const wantedSlot = useView((view) => view.slot)
  const wantedUnit = useView((view) => view.unit)
  const reveal = useView((view) => view.reveal)
  const language = useLanguage()
  const words = useMessages().inspector
  return useMemo(() => {
    if (!run || !formulas || !scene || moment.t >= run.layer.T) return null
    const { cell, layer } = run
    const slots = cell.flat.single.slots
    const slot =
      wantedSlot === 'x'
        ? null
        : (slots.find((candidate) => candidate.name === wantedSlot) ??
          slots.find((candidate) => candidate.name === cell.output) ??
          null)
    const name = slot?.name ?? 'x'
    const units = slot ? layer.program.H : layer.program.I
    const unit = Math.min(Math.max(0, wantedUnit), units - 1)
    return {
      run,
      formulas,
      scene,
      text,
      site: { network: run.trace, part: run.part },
      moment,
      name,
      slot,
      unit,
      units,
      value: at(layer, moment.t, name)[unit] ?? NaN,
      phase: slot ? cardPhaseOf(cell, name) : 1,
      reveal,
      known: (from) => reveal || moment.phase >= from,
      language,
      words,
    }
  }, [run, formulas, scene, text, moment, wantedSlot, wantedUnit, reveal, language, words])
}

/** What the panels of the way back look at: the gradients of the run on screen, moment, selection, words. */
import { useMemo } from 'react'
import { gradient, type GradientMessages } from '../../i18n/gradient.ts'
import { useGradientRun, type GradientRun } from '../../store/gradients.ts'
import {
  useLanguage,
  useMoment,
  useScene,
  useTheme,
  useView,
  useWords,
  type CellRun,
  type Language,
  type Moment,
  type SceneView,
} from '../../store/index.ts'

export interface Back {
  readonly found: GradientRun
  readonly run: CellRun
  readonly scene: SceneView
  readonly moment: Moment
  readonly unit: number
  /** The selected component, where x is selected. */
  readonly component: number
  /** The selected slot; the output where the cell has none of that name. */
  readonly slot: string
  readonly reveal: boolean
  /** Steps that the way back has gone through: right of the open one, left of it in a reversed layer. */
  readonly isPast: (t: number) => boolean
  readonly theme: 'light' | 'dark'
  readonly language: Language
  readonly words: GradientMessages
  /** What is differentiated: the loss L, or the output y. */
  readonly of: 'L' | 'y'
}

/** ∂L/∂f, ∂L/∂(1−z) */
export const partialOf = ({ of }: Pick<Back, 'of'>, slot: string): string => {
  const written = slot.replaceAll('*', '·').replaceAll('_prev', '₋').replaceAll('-', '−')
  return `∂${of}/∂${/^1−|·|\+/.test(written) ? `(${written})` : written}`
}

/** Null while nothing is loaded, an error where there are no gradients. */
export const useBack = (): Back | Error | null => {
  const found = useGradientRun()
  const scene = useScene()
  const moment = useMoment()
  const wantedUnit = useView((view) => view.unit)
  const wantedSlot = useView((view) => view.slot)
  const reveal = useView((view) => view.reveal)
  const theme = useTheme()
  const language = useLanguage()
  const words = useWords(gradient)
  return useMemo(() => {
    if (!found || found instanceof Error) return found
    const { run } = found
    // While another scene comes in, the playhead may still stand behind the end of the one before.
    if (!scene || moment.t >= run.layer.T) return null
    const { cell, H } = run.layer.program
    const has = wantedSlot === 'x' || cell.flat.single.slots.some(({ name }) => name === wantedSlot)
    return {
      found,
      run,
      scene,
      moment,
      unit: Math.min(Math.max(0, wantedUnit), H - 1),
      component: Math.min(Math.max(0, wantedUnit), run.layer.program.I - 1),
      slot: has ? wantedSlot : cell.output,
      reveal,
      isPast: (t) => (run.layer.reversed ? t < moment.t : t > moment.t),
      theme,
      language,
      words,
      of: found.objective.kind === 'loss' ? 'L' : 'y',
    }
  }, [found, scene, moment, wantedUnit, wantedSlot, reveal, theme, language, words])
}

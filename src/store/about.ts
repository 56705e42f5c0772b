/** What there is to say about a scene on screen: its words, how its networks were treated, how they did. */
import { useMemo } from 'react'
import { cellOf, type LayerSpec } from '../engine/index.ts'
import type { Language } from '../i18n/index.ts'
import { titleOf } from '../scenes/list.ts'
import type { LoadedScene } from '../scenes/load.ts'
import type { TrainingRecord } from '../scenes/schema.ts'
import { learned, notLearned, treatment } from '../scenes/sceneText.ts'
import { useLanguage, useLocalTraining } from './hooks.ts'
import { useStore, type LocalTraining } from './state.ts'

export interface CellResult {
  /** Id in the registry. */
  readonly cellId: string
  readonly name: string
  readonly record: TrainingRecord
  readonly layers: number
  readonly direction: LayerSpec['direction']
  /** Trained on this page until this update, in place of the scene's own; null for the scene's own. */
  readonly trainedTo: number | null
  /** It is the one of its cell that Explore shows. */
  readonly onScreen: boolean
  /** 'Learned within this budget.' or its opposite. */
  readonly verdict: string
}

export interface About {
  readonly title: string
  readonly task: string
  readonly look: string
  readonly question: string
  readonly answer: string
  /** Where the data come from and under which licence. */
  readonly source: string
  /** How all networks were treated alike. */
  readonly treatment: string
  /** Name of the metric, whether less or more of it is better, and the rule for "learned". */
  readonly metric: string
  readonly better: 'less' | 'more'
  readonly criterion: string
  readonly baseline: { readonly name: string; readonly loss: number; readonly metric: number }
  readonly results: readonly CellResult[]
}

/** From the layer without memory to the gated cells; cells that are not listed come first. */
const ORDER = ['feedforward', 'rnn', 'lstm', 'gru']

const place = (cellId: string): number => ORDER.indexOf(cellId)

const nameOf = (cellId: string, language: Language): string =>
  cellId === 'feedforward' ? cellOf(cellId).words[language] : cellOf(cellId).name

const resultOf = (
  cellId: string,
  { record, layers }: { readonly record: TrainingRecord; readonly layers: readonly LayerSpec[] },
  trainedTo: number | null,
  onScreen: boolean,
  language: Language,
): CellResult => ({
  cellId,
  name: nameOf(cellId, language),
  record,
  layers: layers.length,
  direction: layers[0]!.direction,
  trainedTo,
  onScreen,
  verdict: (record.learned ? learned : notLearned)[language],
})

/**
 * A scene and its words in one language. A network that was trained on the page has a row of its own below the
 * scene's, which is how the cell did on equal terms with the others.
 */
export const aboutOf = (
  { scene, text, networks }: Pick<LoadedScene, 'scene' | 'text' | 'networks'>,
  local: readonly LocalTraining[],
  language: Language,
): About => ({
  title: titleOf(scene.id)[language],
  task: text.task[language],
  look: text.look[language],
  question: text.question[language],
  answer: text.answer[language],
  source: text.source[language],
  treatment: treatment[language],
  metric: text.metric[language],
  better: scene.metric.better,
  criterion: text.criterion[language],
  baseline: { name: text.baseline[language], ...scene.baseline },
  results: Object.entries(scene.models)
    .sort(([a], [b]) => place(a) - place(b))
    .flatMap(([cellId, model]) => {
      const own = networks[cellId]
      const trained = local.find(({ cell }) => cell === cellId)
      if (!own || !trained) return [resultOf(cellId, model, null, true, language)]
      const { layers } = own.network.spec
      return [
        resultOf(cellId, model, null, false, language),
        resultOf(cellId, { record: own.record, layers }, trained.update, true, language),
      ]
    }),
})

/** All about the scene on screen, or null while nothing is loaded. */
export const useAbout = (): About | null => {
  const loaded = useStore((state) => state.loaded)
  const local = useLocalTraining()
  const language = useLanguage()
  return useMemo(() => loaded && aboutOf(loaded, local, language), [loaded, local, language])
}

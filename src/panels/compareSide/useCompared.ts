/** The cells that are compared, those that could be loaded, with the moment and the words. */
import { useMemo } from 'react'
import { compare } from '../../i18n/compare.ts'
import {
  useLanguage,
  useWords,
  useMoment,
  useRun,
  useScene,
  useView,
  type CellRun,
  type Moment,
  type SceneView,
} from '../../store/index.ts'

export interface Compared {
  readonly runs: readonly CellRun[]
  readonly scene: SceneView
  readonly moment: Moment
  readonly reveal: boolean
  readonly language: 'en' | 'es'
  readonly words: (typeof compare)['en']
}

/** Null while nothing is loaded. */
export const useCompared = (): Compared | null => {
  const memoryless = useRun('feedforward')
  const [rnn, lstm, gru] = [useRun('rnn'), useRun('lstm'), useRun('gru')]
  const scene = useScene()
  const moment = useMoment()
  const reveal = useView((view) => view.reveal)
  const language = useLanguage()
  const words = useWords(compare)
  const isFourth = useView((view) => view.feedforward)
  return useMemo(() => {
    const runs = [isFourth ? memoryless : null, rnn, lstm, gru].filter((run) => run !== null)
    return scene && runs.length > 0 ? { runs, scene, moment, reveal, language, words } : null
  }, [isFourth, memoryless, rnn, lstm, gru, scene, moment, reveal, language, words])
}

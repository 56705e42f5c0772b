/** The cells that are compared, those that could be loaded, with the moment and the words. */
import { useMemo } from 'react'
import { compare } from '../../i18n/compare.ts'
import {
  useAbout,
  useLanguage,
  useWords,
  useMoment,
  useRun,
  useScene,
  useView,
  type About,
  type CellRun,
  type Moment,
  type SceneView,
} from '../../store/index.ts'

export interface Compared {
  readonly runs: readonly CellRun[]
  readonly scene: SceneView
  /** How the cells did, or null while that comes in. */
  readonly about: About | null
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
  const about = useAbout()
  const moment = useMoment()
  const reveal = useView((view) => view.reveal)
  const language = useLanguage()
  const words = useWords(compare)
  const isFourth = useView((view) => view.feedforward)
  return useMemo(() => {
    const runs = [isFourth ? memoryless : null, rnn, lstm, gru].filter((run) => run !== null)
    return scene && runs.length > 0 ? { runs, scene, about, moment, reveal, language, words } : null
  }, [isFourth, memoryless, rnn, lstm, gru, scene, about, moment, reveal, language, words])
}

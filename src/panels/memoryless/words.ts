/** Words of the laboratory and names of those that meet, in the page's language. */
import { memoryless, type MemorylessMessages } from '../../i18n/memoryless.ts'
import { useLanguage } from '../../store/index.ts'
import type { Contestant, Outcome } from '../../store/memoryless.ts'
import { cellName, dashOf } from '../train/words.ts'

export type Words = MemorylessMessages

export const useWords = (): Words => memoryless[useLanguage()]

export const nameOf = ({ id, model }: Contestant, words: Words): string =>
  id === 'memoryless'
    ? words.models.memoryless
    : id === 'window'
      ? words.models.window(model.window ?? 1)
      : cellName(id)

/** Networks by dash, as everywhere; the window has one of its own. */
export const dashFor = ({ id, model }: Contestant): string => (id === 'window' ? '5 2' : dashOf(model.cell))

/** What the seeds together say; nothing before the last of them. */
export const verdictOf = ({ results, seeds, learned }: Outcome, words: Words): string | null =>
  results.length < seeds
    ? null
    : learned === seeds
      ? words.table.yes
      : learned > 0
        ? words.table.some
        : words.table.no

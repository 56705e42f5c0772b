/** In words, what is sent back: the loss with its number, or one output. */
import { formatNumber } from '../../store/index.ts'
import type { Back } from './useBack.ts'

export const sourceText = ({
  found,
  words,
  language,
}: Pick<Back, 'found' | 'words' | 'language'>): string => {
  const value = formatNumber(found.value, language)
  if (found.objective.kind === 'output') return words.from.output(found.marks[0]?.t ?? 0, value)
  if (found.source === 'last') return words.from.last(value)
  return words.from.loss(value, found.marks.length)
}

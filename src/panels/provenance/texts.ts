/** What the panel calls things: the symbols of an update, and where a share comes from. */
import type { MemoryUpdate, Share } from '../../describe/provenance.ts'
import type { provenance } from '../../i18n/provenance.ts'

/** '1-z' as read: 1 − z. */
const symbolOf = (name: string): string => name.replace('-', ' − ')

const factor = (name: string): string => (name.startsWith('1-') ? `(${symbolOf(name)})` : name)

/** i · g, (1 − z) · n */
export const writtenSymbol = ({ write, candidate }: MemoryUpdate): string =>
  `${factor(write.name)} · ${candidate.name}`

/** f, 1 − z */
export const keepSymbol = ({ keep }: MemoryUpdate): string => symbolOf(keep.name)

/** Π f, Π (1 − z) */
export const keptSymbol = ({ keep }: MemoryUpdate): string => `Π ${factor(keep.name)}`

/** 't = 4 S': the step with the mark that stands under it; 'initial c'. */
export const originOf = (
  part: Share,
  slot: string,
  marks: readonly (string | null)[],
  words: (typeof provenance)['en'],
): string => {
  if (part.kind === 'initial') return words.initial(slot)
  const mark = marks[part.step]
  const step = `t = ${part.step}${mark ? ` ${mark}` : ''}`
  return part.kind === 'set' ? `${step}, ${words.set}` : step
}

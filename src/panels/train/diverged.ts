/** Which networks of a run stopped because loss or gradient were no longer finite, and that in words. */
import type { TrainMessages } from '../../i18n/train.ts'
import type { Language } from '../../store/index.ts'
import type { Run } from '../../store/trainingRun.ts'
import { formatLoss } from '../../store/index.ts'
import { formatWhole, cellName } from './words.ts'

type Diverged = NonNullable<Run['states'][number]['diverged']>

export interface DivergedMember {
  readonly cell: string
  /** Index of the member in the run. */
  readonly index: number
  readonly diverged: Diverged
}

/** The networks that stopped, the first to do so first. */
export const divergedOf = (run: Pick<Run, 'members' | 'states'>): readonly DivergedMember[] =>
  run.members
    .flatMap(({ cell }, index) => {
      const diverged = run.states[index]?.diverged
      return diverged ? [{ cell, index, diverged }] : []
    })
    .toSorted((a, b) => a.diverged.update - b.diverged.update)

/** A clause a cell, with the update and the numbers of its own network; over several seeds, how many stopped. */
export const divergedText = (
  run: Pick<Run, 'members' | 'states' | 'settings'>,
  words: TrainMessages['notices'],
  language: Language,
): string => {
  const stopped = divergedOf(run)
  const { seeds } = run.settings
  const clauses = [...new Set(stopped.map(({ cell }) => cell))].map((cell) => {
    const own = stopped.filter((member) => member.cell === cell)
    const { update, loss, gradientNorm } = own[0]!.diverged
    const at = formatWhole(update, language)
    return seeds.length > 1
      ? words.divergedSeeds(cellName(cell), own.length, seeds.length, at)
      : words.divergedAt(cellName(cell), at, formatLoss(loss, language), formatLoss(gradientNorm, language))
  })
  return words.diverged(clauses.join('; '))
}

/** What is wrong with the form, in sentences with numbers. */
import type { TrainMessages } from '../../i18n/train.ts'
import type { Language } from '../../store/index.ts'
import type { Field, Problem } from '../../store/trainingSetup.ts'
import { formatPlain, formatWhole } from './words.ts'

const nameOf = (field: Field, words: TrainMessages): string => words.setup[field]

/** 1,5 GB or 230 MB. */
export const formatBytes = (bytes: number, words: TrainMessages, language: Language): string => {
  const [unit, size] =
    bytes >= 2 ** 30
      ? [words.problems.gigabytes, bytes / 2 ** 30]
      : [words.problems.megabytes, bytes / 2 ** 20]
  return unit(new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(size))
}

export const problemText = (problem: Problem, words: TrainMessages, language: Language): string => {
  const whole = (value: number): string => formatWhole(value, language)
  switch (problem.kind) {
    case 'whole':
    case 'range':
    case 'below': {
      const { kind, field, least, most, came } = problem
      const text = words.problems[kind](
        nameOf(field, words),
        formatPlain(least, language),
        formatPlain(most, language),
        Number.isNaN(came) ? words.problems.noNumber : formatPlain(came, language),
      )
      return `${text} ${field === 'clip' ? words.problems.enterOrEmpty : words.problems.enter}`
    }
    case 'none':
      return words.problems.none(nameOf(problem.field, words))
    case 'many':
      return words.problems.many(nameOf(problem.field, words), whole(problem.count), whole(problem.most))
    case 'batch':
      return words.problems.batch(whole(problem.batch), whole(problem.sequences))
    default:
      return words.problems.memory(
        formatBytes(problem.estimate.bytes, words, language),
        formatBytes(problem.limit, words, language),
        whole(problem.estimate.parameters),
        whole(problem.largest),
      )
  }
}

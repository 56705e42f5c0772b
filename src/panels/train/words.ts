/** Words and numbers of the Train page in the page's language. */
import { train, type TrainMessages } from '../../i18n/train.ts'
import { cellOf } from '../../engine/index.ts'
import { formatExact, formatLoss, formatWhole, useLanguage, type Language } from '../../store/index.ts'

export { formatWhole }

export const useWords = (): TrainMessages => train[useLanguage()]

/** A number as it is entered, all its digits and the language's groups; huge and tiny ones as powers of ten. */
export const formatPlain = (value: number, language: Language): string => {
  const size = Math.abs(value)
  return Number.isFinite(value) && (size === 0 || (size >= 1e-4 && size < 1e12))
    ? new Intl.NumberFormat(language, { useGrouping: 'always', maximumSignificantDigits: 15 })
        .format(value)
        .replace('-', '−')
    : formatTick(value, language)
}

/** A measure: a count as it is, all else as a loss. */
export const formatMetric = (value: number, language: Language): string =>
  Number.isInteger(value) && value !== 1 ? formatWhole(value, language) : formatLoss(value, language)

/** A tick of an axis: round numbers as they are, huge and tiny ones as powers of ten. */
export const formatTick = (value: number, language: Language): string => {
  const size = Math.abs(value)
  return size !== 0 && (size >= 1e5 || size < 1e-4)
    ? value.toExponential().replace('e+', 'e').replace('e-', 'e−')
    : formatExact(value, language)
}

/** What a cell is called on the page: 'LSTM', 'Peephole LSTM'. */
export const cellName = (id: string): string => cellOf(id).name

/** Cells by dash: the LSTM solid, GRU dashed, RNN dotted; the others in further patterns. */
const DASHES: Readonly<Record<string, string>> = {
  lstm: '',
  gru: '6 3',
  rnn: '1.5 3.5',
  feedforward: '10 4',
  'rnn-relu': '3 3',
  'gru-reset-before': '8 3 2 3',
  'peephole-lstm': '12 3 2 3',
  'coupled-lstm': '2 2 6 2',
  ugrnn: '4 2',
  mingru: '1 2',
}

export const dashOf = (cell: string): string => DASHES[cell] ?? '5 2 1 2'

/** The words of the open arithmetic in the page's language. */
import { arithmetic, type ArithmeticMessages } from '../../i18n/arithmetic.ts'
import { useWords as useCatalogue } from '../../store/index.ts'

export const useWords = (): ArithmeticMessages => useCatalogue(arithmetic)

/** Words of the laboratory of weight decay in the page's language. */
import { decay, type DecayMessages } from '../../i18n/decay.ts'
import { useLanguage } from '../../store/index.ts'

export const useWords = (): DecayMessages => decay[useLanguage()]

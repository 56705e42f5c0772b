/** Words of the laboratory of vanishing and exploding gradients in the page's language. */
import { vanishing, type VanishingMessages } from '../../i18n/vanishing.ts'
import { useLanguage } from '../../store/index.ts'

export const useWords = (): VanishingMessages => vanishing[useLanguage()]

/** Words of the lanes of Compare that the first picture does not need. */
import type { Catalogue } from './catalogue.ts'

export const compareLanes = {
  en: {
    fourth: 'Feed-forward lane',
    fourthText:
      'The network without memory sees xₜ alone: whatever an answer needs from an earlier step, it cannot know.',
  },
  es: {
    fourth: 'Carril feed forward',
    fourthText:
      'La red sin memoria solo ve xₜ: no puede saber lo que una respuesta necesite de un paso anterior.',
  },
} satisfies Catalogue

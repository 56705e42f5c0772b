/** Names of the laboratories of the Train page. They come with that page. */
import type { Catalogue } from './catalogue.ts'

const en = {
  nav: 'Laboratories',
  train: 'Training run',
  gradients: 'Gradients',
  decay: 'Weight decay',
  memory: 'Feed-forward or recurrent',
}

const es: typeof en = {
  nav: 'Laboratorios',
  train: 'Entrenamiento',
  gradients: 'Gradientes',
  decay: 'Decaimiento',
  memory: 'Feed forward o recurrente',
}

export const labs = { en, es } satisfies Catalogue

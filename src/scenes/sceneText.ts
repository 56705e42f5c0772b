/** The words of a scene in both languages. A missing language or key does not type-check. */
import type { Words } from '../engine/index.ts'

export interface SceneText {
  /** What the network is asked to do, and what comes in and goes out. */
  readonly task: Words
  /** What to look for in the picture. */
  readonly look: Words
  /** A question to answer before revealing, and its answer. */
  readonly question: Words
  readonly answer: Words
  /** Name of each component of x, by the key in scene.json. */
  readonly features: Readonly<Record<string, Words>>
  readonly examples: Readonly<Record<string, Words>>
  /** The symbols of a vocabulary, by index; null for vector inputs. */
  readonly symbols: readonly Words[] | null
  /** What the letters under the chain mean: S stores, R recalls. */
  readonly marks: Readonly<Record<string, Words>>
  readonly output: Words
  /** The metric's name, and the rule for "learned". */
  readonly metric: Words
  readonly criterion: Words
  readonly baseline: Words
  /** Where the data come from and under which licence. */
  readonly source: Words
}

/** How the networks were treated: the same words in every scene. */
export const treatment: Words = {
  en: 'All cells have the same hidden size, the same training sequences, the same number of updates and the same optimizer settings. Each starts as the literature recommends for it: chrono biases for LSTM and GRU, an orthogonal recurrent matrix for the RNN, PyTorch’s default for the layer without memory. Several seeds were trained and the one with the lowest validation loss is shown. Another budget could end otherwise.',
  es: 'Todas las celdas tienen el mismo tamaño oculto, las mismas secuencias de entrenamiento, el mismo número de actualizaciones y los mismos ajustes del optimizador. Cada una empieza como recomienda para ella la literatura: sesgos crono para LSTM y GRU, matriz recurrente ortogonal para la RNN, los valores por defecto de PyTorch para la capa sin memoria. Se entrenaron varias semillas y se muestra la de menor pérdida de validación. Otro presupuesto podría terminar de otra manera.',
}

/** Said of a network that misses the criterion: about this budget, never about the cell as such. */
export const notLearned: Words = {
  en: 'Did not learn within this budget.',
  es: 'No aprendió con este presupuesto.',
}

export const learned: Words = {
  en: 'Learned within this budget.',
  es: 'Aprendió con este presupuesto.',
}

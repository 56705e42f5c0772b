/** The words of the scene "Store and recall". */
import type { SceneText } from '../sceneText.ts'

export const recallText: SceneText = {
  task: {
    en: 'At every step a value between −0.9 and 0.9 comes in. When “store” is 1 the network must keep that value; when “recall” is 1 it must say the stored value; at all other steps it must say 0. Values without a flag only distract.',
    es: 'En cada paso entra un valor entre −0,9 y 0,9. Cuando «guardar» vale 1, la red debe conservar ese valor; cuando «recordar» vale 1, debe decir el valor guardado; en los demás pasos debe decir 0. Los valores sin marca solo distraen.',
  },
  look: {
    en: 'Look at a store step (S): in some units the gate that keeps closes and the gate that writes opens, so the old value leaves the memory and the new one enters. Between S and R those units keep what they hold.',
    es: 'Observa un paso S: en algunas unidades la compuerta que conserva se cierra y la que escribe se abre; el valor anterior sale de la memoria y entra el nuevo. Entre S y R esas unidades conservan lo que tienen.',
  },
  question: {
    en: 'What would the LSTM say at a recall step if the forget gate of every unit were pinned to 0 one step earlier?',
    es: '¿Qué diría la LSTM en un paso R si la compuerta de olvido de todas las unidades se fijara en 0 un paso antes?',
  },
  answer: {
    en: 'Not the stored value: f = 0 multiplies the old cell state by 0, and only what is written at that step is left in c.',
    es: 'No el valor guardado: f = 0 multiplica por 0 el estado de celda anterior, y en c solo queda lo que se escribe en ese paso.',
  },
  features: {
    value: { en: 'value', es: 'valor' },
    store: { en: 'store', es: 'guardar' },
    recall: { en: 'recall', es: 'recordar' },
  },
  examples: {
    three: { en: 'three values, one after the other', es: 'tres valores, uno tras otro' },
    long: { en: 'one value over 20 steps', es: 'un valor durante 20 pasos' },
    replace: { en: 'a value that is replaced', es: 'un valor que se reemplaza' },
  },
  symbols: null,
  marks: {
    S: { en: 'store', es: 'guardar' },
    R: { en: 'recall', es: 'recordar' },
  },
  output: { en: 'recalled value', es: 'valor recordado' },
  metric: {
    en: 'root mean square error at recall steps',
    es: 'raíz del error cuadrático medio en los pasos R',
  },
  criterion: {
    en: 'Learned: root mean square error at recall steps of at most 0.1 on sequences that were not trained on.',
    es: 'Aprendió: raíz del error cuadrático medio en los pasos R de 0,1 o menos, en secuencias no usadas para entrenar.',
  },
  baseline: { en: 'always 0', es: 'siempre 0' },
  source: {
    en: 'Made by a seeded generator; no data from elsewhere.',
    es: 'Creado por un generador con semilla; sin datos ajenos.',
  },
}

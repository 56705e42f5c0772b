/** The words of the scene "Odd or even: two layers". */
import type { SceneText } from '../sceneText.ts'

export const pairsText: SceneText = {
  task: {
    en: 'At every step one of the letters a, b and c comes in. The network says how probable it is that “ab” has occurred an odd number of times so far. To do so it must notice a b that follows an a, and turn a switch whenever that happens. Two layers are stacked: the second reads the hidden state of the first, step by step.',
    es: 'En cada paso entra una de las letras a, b y c. La red dice cuán probable es que «ab» haya aparecido un número impar de veces hasta ahí. Para eso debe notar una b que sigue a una a y accionar un interruptor cada vez que ocurre. Hay dos capas apiladas: la segunda lee, paso a paso, el estado oculto de la primera.',
  },
  look: {
    en: 'Choose layer 2 in the map of the network: its input is no letter but h of layer 1, unit by unit. In the LSTM h goes two ways, to the next step and to the layer above; c goes to the next step only. Compare the bands of h in both layers: which of them changes with every letter, and which mostly when “ab” is complete?',
    es: 'Elige la capa 2 en el mapa de la red: su entrada no es una letra, sino el h de la capa 1, unidad por unidad. En la LSTM h sale en dos direcciones, al paso siguiente y a la capa superior; c solo va al paso siguiente. Compara las bandas de h de ambas capas: ¿cuál cambia con cada letra y cuál sobre todo cuando se completa «ab»?',
  },
  question: {
    en: 'Layer 2 never sees c of layer 1. How can it still learn what layer 1 remembers?',
    es: 'La capa 2 nunca ve el c de la capa 1. ¿Cómo puede enterarse de lo que recuerda la capa 1?',
  },
  answer: {
    en: 'Through h = o ⊙ tanh(c): the output gate of layer 1 decides, unit by unit, how much of its cell state the layer above gets to see.',
    es: 'A través de h = o ⊙ tanh(c): la compuerta de salida de la capa 1 decide, unidad por unidad, cuánto de su estado de celda llega a ver la capa superior.',
  },
  features: { a: { en: 'a', es: 'a' }, b: { en: 'b', es: 'b' }, c: { en: 'c', es: 'c' } },
  examples: {
    three: { en: 'three times ab', es: 'ab tres veces' },
    near: { en: 'ac and cb do not count', es: 'ac y cb no cuentan' },
    longer: { en: 'longer than any trained on', es: 'más larga que las de entrenamiento' },
  },
  symbols: [
    { en: 'a', es: 'a' },
    { en: 'b', es: 'b' },
    { en: 'c', es: 'c' },
  ],
  marks: {},
  output: { en: 'probability of “odd”', es: 'probabilidad de «impar»' },
  metric: { en: 'share of steps answered right', es: 'proporción de pasos con respuesta correcta' },
  criterion: {
    en: 'Learned: at least 99 % of the steps right.',
    es: 'Aprendió: al menos el 99 % de los pasos correctos.',
  },
  baseline: { en: 'always the more frequent answer', es: 'siempre la respuesta más frecuente' },
  source: {
    en: 'Made by a seeded generator; no data from elsewhere.',
    es: 'Creado por un generador con semilla; sin datos ajenos.',
  },
}

/** The words of the scene "Counting". */
import type { SceneText } from '../sceneText.ts'

export const countingText: SceneText = {
  task: {
    en: 'Words have as many b’s as a’s, and # stands between them. At every step one symbol comes in and the network gives a probability to each symbol that could come next. How many a’s there will be cannot be known; after the first b everything can. The networks were trained on words with 1 to 12 a’s.',
    es: 'Las palabras tienen tantas b como a, y # las separa. En cada paso entra un símbolo y la red da una probabilidad a cada símbolo que podría seguir. No se puede saber cuántas a habrá; después de la primera b se puede saber todo. Las redes se entrenaron con palabras de 1 a 12 a.',
  },
  look: {
    en: 'In the LSTM look for a unit of c that moves by about the same amount at every a and back at every b. It is a counter: c is a sum, so it can go on beyond 1. h cannot, because it passes through tanh; a GRU, which has only h, must squeeze its count between −1 and 1.',
    es: 'En la LSTM busca una unidad de c que se mueve casi lo mismo con cada a y vuelve con cada b. Es un contador: c es una suma, así que puede pasar de 1. h no puede, porque pasa por tanh; una GRU, que solo tiene h, debe apretar la cuenta entre −1 y 1.',
  },
  question: {
    en: 'Why can a unit of c hold a count of 11 when no unit of h can?',
    es: '¿Por qué una unidad de c puede llevar una cuenta de 11 y ninguna de h?',
  },
  answer: {
    en: 'c is an element-wise sum, f ⊙ c + i ⊙ g, without a function around it; with f near 1 it grows by up to 1 a step. h = o ⊙ tanh(c) always lies between −1 and 1.',
    es: 'c es una suma elemento a elemento, f ⊙ c + i ⊙ g, sin función alrededor; con f cerca de 1 crece hasta 1 por paso. h = o ⊙ tanh(c) siempre está entre −1 y 1.',
  },
  features: {
    end: { en: '#', es: '#' },
    a: { en: 'a', es: 'a' },
    b: { en: 'b', es: 'b' },
  },
  examples: {
    two: { en: 'two words, n = 4 and n = 7', es: 'dos palabras, n = 4 y n = 7' },
    eleven: { en: 'one word, n = 11', es: 'una palabra, n = 11' },
    longer: {
      en: 'one word, n = 16: longer than any trained on',
      es: 'una palabra, n = 16: más larga que las de entrenamiento',
    },
  },
  symbols: [
    { en: '#', es: '#' },
    { en: 'a', es: 'a' },
    { en: 'b', es: 'b' },
  ],
  marks: {
    '#': { en: 'end of a word', es: 'fin de palabra' },
    a: { en: 'a', es: 'a' },
    b: { en: 'b', es: 'b' },
  },
  output: { en: 'probability of the next symbol', es: 'probabilidad del siguiente símbolo' },
  metric: {
    en: 'largest n up to which every word is right from its first b on',
    es: 'mayor n hasta el que toda palabra es correcta desde su primera b',
  },
  criterion: {
    en: 'Learned: every word with 1 to 12 a’s is right from its first b to its end.',
    es: 'Aprendió: toda palabra de 1 a 12 a es correcta desde su primera b hasta el final.',
  },
  baseline: {
    en: 'each symbol with its frequency, whatever came before',
    es: 'cada símbolo con su frecuencia, sin mirar lo anterior',
  },
  source: {
    en: 'Made by a seeded generator; no data from elsewhere.',
    es: 'Creado por un generador con semilla; sin datos ajenos.',
  },
}

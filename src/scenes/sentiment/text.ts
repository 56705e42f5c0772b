/** The words of the scene "Sentiment with negation". */
import type { SceneText } from '../sceneText.ts'
import { vocabulary } from './vocabulary.ts'

const component = (k: number) => ({ en: `embedding ${k}`, es: `embedding ${k}` })

export const sentimentText: SceneText = {
  task: {
    en: 'Many to one: only the output after the last word counts, the probability that the sentence is positive. “not” and “never” turn the next adjective round; after “but” the last part decides. The sentences are made by a small grammar with 18 words; each word is a learned vector of 4 numbers. Spanish words stand in the same order as the English ones.',
    es: 'Muchos a uno: solo cuenta la salida tras la última palabra, la probabilidad de que la frase sea positiva. «no» y «nunca» invierten el adjetivo siguiente; después de «pero» decide la última parte. Las frases salen de una gramática pequeña de 18 palabras; cada palabra es un vector aprendido de 4 números. Las palabras en español siguen el orden de las inglesas.',
  },
  look: {
    en: 'Find a unit whose state changes at “not”, keeps the change over “very” and “really”, and is used up at the adjective. At “but” what was said before loses its weight.',
    es: 'Busca una unidad cuyo estado cambia con «no», conserva el cambio durante «muy» y «realmente», y lo gasta en el adjetivo. Con «pero» lo dicho antes pierde peso.',
  },
  question: {
    en: 'The layer without memory answers from the last word alone. Why is that no better than guessing here?',
    es: 'La capa sin memoria responde solo por la última palabra. ¿Por qué aquí no es mejor que adivinar?',
  },
  answer: {
    en: 'Half of the clauses are negated, so even a last word such as “good” is as often part of a negative sentence; a noun says nothing at all.',
    es: 'La mitad de las oraciones están negadas, así que incluso una última palabra como «buena» aparece igual de a menudo en frases negativas; un sustantivo no dice nada.',
  },
  features: { e1: component(1), e2: component(2), e3: component(3), e4: component(4) },
  examples: {
    negated: { en: 'negated', es: 'negada' },
    plain: { en: 'plain', es: 'simple' },
    but: { en: '“but” with a negation', es: '«pero» con negación' },
    double: { en: 'two negations', es: 'dos negaciones' },
    far: { en: 'a negation five words away', es: 'una negación a cinco palabras' },
    turn: { en: '“but” turns it round', es: '«pero» le da la vuelta' },
  },
  symbols: vocabulary,
  marks: {},
  output: { en: 'probability of “positive”', es: 'probabilidad de «positiva»' },
  metric: { en: 'share of right answers', es: 'proporción de aciertos' },
  criterion: {
    en: 'Learned: at least 98 % of 512 sentences right that were kept out of training.',
    es: 'Aprendió: al menos el 98 % de aciertos en 512 frases apartadas del entrenamiento.',
  },
  baseline: { en: 'always the more frequent answer', es: 'siempre la respuesta más frecuente' },
  source: {
    en: 'Made by a seeded grammar; no data from elsewhere.',
    es: 'Creado por una gramática con semilla; sin datos ajenos.',
  },
}

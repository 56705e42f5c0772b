/** The words of the scene "Inside the brackets: both directions". */
import type { SceneText } from '../sceneText.ts'

export const bracketsText: SceneText = {
  task: {
    en: 'Dots and brackets come in, one a step. For every dot the network says how probable it is that the dot is inside: the nearest bracket on its left opens and the nearest on its right closes. A bracket may never close, so what comes after a dot decides too. The layer therefore reads the sequence twice, once from left to right and once from right to left, with weights of its own for each direction; the readout sees both hidden states.',
    es: 'Entran puntos y paréntesis, uno por paso. Para cada punto la red dice cuán probable es que esté dentro: el paréntesis más cercano a su izquierda abre y el más cercano a su derecha cierra. Un paréntesis puede quedar sin cerrar, así que también decide lo que viene después del punto. Por eso la capa lee la secuencia dos veces, de izquierda a derecha y de derecha a izquierda, con pesos propios en cada sentido; la capa de lectura ve ambos estados ocultos.',
  },
  look: {
    en: 'In the map of the network choose the row that runs from right to left: at step t its cell takes in h of step t + 1, and playing moves the lens to the left. A unit of the forward direction holds which bracket came last; a unit of the reverse direction holds which comes next. The readout needs both.',
    es: 'En el mapa de la red elige la fila que va de derecha a izquierda: en el paso t su celda recibe el h del paso t + 1, y al reproducir la lente se mueve hacia la izquierda. Una unidad del sentido directo guarda qué paréntesis fue el último; una del sentido inverso, cuál es el siguiente. La capa de lectura necesita ambas.',
  },
  question: {
    en: 'Could a network that reads only from left to right tag the dots with certainty?',
    es: '¿Podría una red que lee solo de izquierda a derecha etiquetar los puntos con certeza?',
  },
  answer: {
    en: 'No: at a dot it has not seen the next bracket yet. The baseline in the table is the best that the left side alone allows.',
    es: 'No: en un punto todavía no ha visto el paréntesis siguiente. La referencia de la tabla es lo mejor que permite el lado izquierdo solo.',
  },
  features: {
    dot: { en: 'dot', es: 'punto' },
    open: { en: '(', es: '(' },
    close: { en: ')', es: ')' },
  },
  examples: {
    unclosed: { en: 'some brackets never close', es: 'algunos paréntesis no se cierran' },
    far: { en: 'a close far away, and none', es: 'un cierre lejano, y ninguno' },
    opposite: { en: 'starts with a close', es: 'empieza con un cierre' },
  },
  symbols: [
    { en: '·', es: '·' },
    { en: '(', es: '(' },
    { en: ')', es: ')' },
  ],
  marks: {},
  output: { en: 'probability of “inside”', es: 'probabilidad de «dentro»' },
  metric: { en: 'share of dots tagged right', es: 'proporción de puntos bien etiquetados' },
  criterion: {
    en: 'Learned: at least 99 % of the dots tagged right.',
    es: 'Aprendió: al menos el 99 % de los puntos bien etiquetados.',
  },
  baseline: {
    en: 'the best from the left side alone',
    es: 'lo mejor con el lado izquierdo solo',
  },
  source: {
    en: 'Made by a seeded generator; no data from elsewhere.',
    es: 'Creado por un generador con semilla; sin datos ajenos.',
  },
}

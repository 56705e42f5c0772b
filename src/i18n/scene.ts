/** Words about a scene: its task, how its networks did, and the forecast of a series. */
import { inLanguages } from './catalogue.ts'
import { formatWhole } from './number.ts'

const en = {
  about: 'About this scene',
  task: 'The task',
  look: 'What to look for',
  question: 'Check yourself',
  showAnswer: 'Show the answer',
  source: 'Data',
  results: 'How each cell did',
  terms: 'On equal terms',
  hiddenSize: (H: number) => `${H} units in every cell, layer and direction`,
  layers: (count: number) => (count === 1 ? 'one layer' : `${count} layers, each reading h of the one below`),
  bidirectional: 'both directions, with weights of their own',
  reverse: 'from right to left',
  updates: (updates: number, batch: number) =>
    `${formatWhole(updates, 'en')} updates of ${batch} sequences each`,
  optimizer: (name: string, rate: string, clip: string) =>
    `${name}, learning rate ${rate}, gradient norm at most ${clip}`,
  seeds: (count: number) =>
    count === 1 ? 'one seed a cell' : `${count} seeds a cell, best by validation loss`,
  cell: 'Cell',
  parameters: 'Parameters',
  start: 'Start values',
  bestLoss: 'Validation loss',
  seedLosses: 'Loss of each seed',
  measure: 'Measure',
  result: 'Result',
  trainedHere: (cell: string, update: string) => `${cell}, trained on this page, update ${update}`,
  baseline: (name: string) => `Baseline: ${name}`,
  none: 'none',
  measureIs: (metric: string, better: 'less' | 'more') =>
    `Measure: ${metric}; ${better === 'less' ? 'less' : 'more'} is better.`,
  initialisers: {
    default: 'PyTorch’s default',
    glorot: 'Glorot',
    orthogonal: 'orthogonal',
    'forget-bias': 'forget bias 1',
    chrono: 'chrono',
  },
  forecast: 'Forecast of the real series',
  forecastLead: (month: string) =>
    `Up to ${month} the network reads what was observed. From there on it is alone: every forecast becomes its next input.`,
  chartName: (unit: string) =>
    `Observed series, one-step forecasts and closed-loop projection, in ${unit}. Left and right move the step at which the projection starts.`,
  chartValue: (month: string, observed: string, next: string, unit: string) =>
    `${month}: observed ${observed} ${unit}; forecast for the next step ${next} ${unit}`,
  observed: 'observed',
  lastValue: 'repeat the last value',
  lastValueShort: 'last value',
  seasonal: 'same change as a year ago',
  seasonalShort: 'a year ago',
  oneStepOf: {
    month: (cell: string) => `${cell}, one month ahead`,
    day: (cell: string) => `${cell}, one day ahead`,
  },
  projectionOf: (cell: string) => `${cell}, projection`,
  beyond: 'after the sequence',
  startsHere: (month: string) => `projection from ${month}`,
  errors: (unit: string) => `Root mean square error, ${unit}`,
  oneStepError: { month: 'One month ahead', day: 'One day ahead' },
  projectionError: {
    month: (n: number) => (n === 1 ? 'Projection of 1 month' : `Projection of ${n} months`),
    day: (n: number) => (n === 1 ? 'Projection of 1 day' : `Projection of ${n} days`),
  },
  noMonths: 'nothing left to project',
  table: 'Numbers as a table',
  tableCaption: (unit: string) => `Every step in ${unit}; a one-step forecast is made the step before`,
  time: { month: 'Month', day: 'Day' },
}

const es: typeof en = {
  about: 'Sobre esta escena',
  task: 'La tarea',
  look: 'En qué fijarse',
  question: 'Compruébalo',
  showAnswer: 'Ver la respuesta',
  source: 'Datos',
  results: 'Cómo le fue a cada celda',
  terms: 'En igualdad de condiciones',
  hiddenSize: (H: number) => `${H} unidades en cada celda, capa y sentido`,
  layers: (count: number) => (count === 1 ? 'una capa' : `${count} capas; cada una lee el h de la inferior`),
  bidirectional: 'en ambos sentidos, con pesos propios',
  reverse: 'de derecha a izquierda',
  updates: (updates: number, batch: number) =>
    `${formatWhole(updates, 'es')} actualizaciones de ${batch} secuencias`,
  optimizer: (name: string, rate: string, clip: string) =>
    `${name}, tasa de aprendizaje ${rate}, norma del gradiente de ${clip} como máximo`,
  seeds: (count: number) =>
    count === 1
      ? 'una semilla por celda'
      : `${count} semillas por celda; se elige la de menor pérdida de validación`,
  cell: 'Celda',
  parameters: 'Parámetros',
  start: 'Valores iniciales',
  bestLoss: 'Pérdida de validación',
  seedLosses: 'Pérdida de cada semilla',
  measure: 'Medida',
  result: 'Resultado',
  trainedHere: (cell, update) => `${cell}, entrenada en esta página, actualización ${update}`,
  baseline: (name: string) => `Referencia: ${name}`,
  none: 'ninguno',
  measureIs: (metric: string, better: 'less' | 'more') =>
    `Medida: ${metric}; cuanto ${better === 'less' ? 'menor' : 'mayor'}, mejor.`,
  initialisers: {
    default: 'los de PyTorch',
    glorot: 'Glorot',
    orthogonal: 'ortogonal',
    'forget-bias': 'sesgo de olvido 1',
    chrono: 'crono',
  },
  forecast: 'Pronóstico de la serie real',
  forecastLead: (month: string) =>
    `Hasta ${month} la red lee lo observado. A partir de ahí sigue sola: cada pronóstico es su siguiente entrada.`,
  chartName: (unit: string) =>
    `Serie observada, pronósticos a un mes y proyección en lazo cerrado, en ${unit}. Izquierda y derecha mueven el paso en que empieza la proyección.`,
  chartValue: (month: string, observed: string, next: string, unit: string) =>
    `${month}: observado ${observed} ${unit}; pronóstico del paso siguiente ${next} ${unit}`,
  observed: 'observado',
  lastValue: 'repetir el último valor',
  lastValueShort: 'último valor',
  seasonal: 'el mismo cambio que hace un año',
  seasonalShort: 'hace un año',
  oneStepOf: {
    month: (cell: string) => `${cell}, a un mes`,
    day: (cell: string) => `${cell}, a un día`,
  },
  projectionOf: (cell: string) => `${cell}, proyección`,
  beyond: 'después de la secuencia',
  startsHere: (month: string) => `proyección desde ${month}`,
  errors: (unit: string) => `Raíz del error cuadrático medio, ${unit}`,
  oneStepError: { month: 'A un mes', day: 'A un día' },
  projectionError: {
    month: (n: number) => (n === 1 ? 'Proyección de 1 mes' : `Proyección de ${n} meses`),
    day: (n: number) => (n === 1 ? 'Proyección de 1 día' : `Proyección de ${n} días`),
  },
  noMonths: 'no queda nada que proyectar',
  table: 'Los números en una tabla',
  tableCaption: (unit: string) => `Cada paso en ${unit}; el pronóstico a un paso se hace el paso anterior`,
  time: { month: 'Mes', day: 'Día' },
}

export const scene = inLanguages(en, es)

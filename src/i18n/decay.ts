/** Words of the laboratory of weight decay and the L2 penalty. They come with it. */
import type { Catalogue, Language } from './catalogue.ts'

const en = {
  title: 'Weight decay against an L2 penalty',
  intro:
    'Both pull weights to zero. Decay takes a share λ off each weight beside the step; a penalty adds λ′θ to the gradient, with λ′ = λ/α here. Under plain SGD they are one; elsewhere the optimizer reworks the penalty with the gradient.',
  side: 'The race',
  setup: {
    share: 'λ, share taken off in one update',
    shareText: (percent: string) => `${percent} %`,
    shareNote: (engine: string) => `In AdamW’s own setting, which is multiplied by α: ${engine}.`,
    rate: 'Learning rate α',
    rateNote: 'AdaDelta keeps its usual α = 1; its λ′ follows.',
    gradient: 'Gradients of the four weights',
    alternating: '± in turn',
    random: '± by chance',
    gradientNote: 'Of size 0.01, 0.1, 1 and 10; none pulls to zero. All start at 1.',
    seed: 'Seed',
    optimizers: 'Optimizers',
    net: 'On a recurrent network',
    cell: 'Cell',
    train: (count: number) => `Train ${count} networks`,
    stop: 'Stop',
    netNote: (updates: number, scene: string) =>
      `${updates} updates each on “${scene}”: without a pull, with the penalty, with decay. Same start, same sequences.`,
    training: (update: number, updates: number) => `Update ${update} of ${updates}.`,
    failed: (message: string) => `The race stopped: ${message}`,
    stale: 'The settings have changed since: train again.',
  },
  ways: { none: 'neither', penalty: 'penalty λ′θ', decay: 'decay λ' },
  short: { none: 'neither', penalty: 'λ′θ', decay: 'λ' },
  names: {
    sgd: 'SGD',
    momentum: 'Momentum',
    rmsprop: 'RMSprop',
    adadelta: 'AdaDelta',
    adam: 'Adam',
    adamw: 'AdamW',
  },
  why: {
    sgd: 'The same: α · λ′θ = λθ.',
    momentum: 'The penalty gathers in m like the gradient: up to 1/(1 − μ) = 10 times as strong as decay.',
    rmsprop:
      'The penalty is divided by the running gradient scale √v: weights with large gradients decay least.',
    adadelta:
      'The penalty is divided by the running gradient scale and multiplied by that of the steps: large gradients, little decay.',
    adam: 'The penalty is divided by the running gradient scale √v: weights with large gradients decay least.',
    adamw: 'Adam with decay beside it. As a penalty it is Adam, number for number.',
  },
  card: {
    weights: '|w| over updates, a line a gradient scale',
    scale: 'gradient scale',
    divisor: 'divided by',
    share: (way: string) => `${way}: net shrinkage an update`,
    shareNote:
      'Net: of |w|, with what the alternating gradients leave over, so decay need not show λ exactly.',
    apart: (difference: string) => `Largest difference between the two: ${difference}`,
    net: (cell: string) => `${cell}: norm ‖θ‖`,
    netLong: (cell: string) => `${cell}: norm of all weights`,
    loss: 'loss (log)',
    lossLong: 'loss of the batch, mean of 10, log',
    netApart: (difference: string) => `Largest difference between weights of the two: ${difference}`,
    diverged: (way: string, update: number) => `${way}: the loss is not a number at update ${update}.`,
    picture: (name: string, way: string, ends: string) =>
      `${name}, ${way}: |w| at the end, by gradient scale: ${ends}`,
    netPicture: (what: string, ends: string) => `${what}. At the end: ${ends}`,
    table: 'Curves as a table',
    update: 'update',
    column: (way: string, scale: string) => `${way}, ${scale}`,
  },
}

const es: typeof en = {
  title: 'Decaimiento de pesos frente a penalización L2',
  intro:
    'Ambos llevan los pesos hacia cero. El decaimiento quita a cada peso una parte λ, al margen del paso; la penalización suma λ′θ al gradiente, aquí con λ′ = λ/α. Con SGD simple son lo mismo; en los demás el optimizador transforma la penalización junto con el gradiente.',
  side: 'La carrera',
  setup: {
    share: 'λ, parte que se quita en una actualización',
    shareText: (percent) => `${percent} %`,
    shareNote: (engine) => `En el ajuste propio de AdamW, que se multiplica por α: ${engine}.`,
    rate: 'Tasa de aprendizaje α',
    rateNote: 'AdaDelta conserva su α = 1 usual; su λ′ la sigue.',
    gradient: 'Gradientes de los cuatro pesos',
    alternating: '± por turnos',
    random: '± al azar',
    gradientNote: 'De tamaño 0,01, 0,1, 1 y 10; ninguno lleva hacia cero. Todos empiezan en 1.',
    seed: 'Semilla',
    optimizers: 'Optimizadores',
    net: 'En una red recurrente',
    cell: 'Celda',
    train: (count) => `Entrenar ${count} redes`,
    stop: 'Parar',
    netNote: (updates, scene) =>
      `${updates} actualizaciones cada una en «${scene}»: sin nada, con penalización y con decaimiento. Mismo inicio, mismas secuencias.`,
    training: (update, updates) => `Actualización ${update} de ${updates}.`,
    failed: (message) => `La carrera se detuvo: ${message}`,
    stale: 'Los ajustes han cambiado desde entonces: entrena de nuevo.',
  },
  ways: { none: 'ninguno', penalty: 'penalización λ′θ', decay: 'decaimiento λ' },
  short: { none: 'nada', penalty: 'λ′θ', decay: 'λ' },
  names: {
    sgd: 'SGD',
    momentum: 'Momento',
    rmsprop: 'RMSprop',
    adadelta: 'AdaDelta',
    adam: 'Adam',
    adamw: 'AdamW',
  },
  why: {
    sgd: 'Lo mismo: α · λ′θ = λθ.',
    momentum:
      'La penalización se acumula en m como el gradiente: hasta 1/(1 − μ) = 10 veces más fuerte que el decaimiento.',
    rmsprop:
      'La penalización se divide por la escala acumulada del gradiente, √v: los pesos con gradientes grandes decaen menos.',
    adadelta:
      'La penalización se divide por la escala acumulada del gradiente y se multiplica por la de los pasos: gradiente grande, poco decaimiento.',
    adam: 'La penalización se divide por la escala acumulada del gradiente, √v: los pesos con gradientes grandes decaen menos.',
    adamw: 'Adam con el decaimiento al margen. Con penalización es Adam, número por número.',
  },
  card: {
    weights: '|w| por actualización, una línea por escala del gradiente',
    scale: 'escala del gradiente',
    divisor: 'dividido por',
    share: (way) => `${way}: encogimiento neto por actualización`,
    shareNote:
      'Neto: de |w|, con lo que dejan los gradientes alternantes; por eso el decaimiento no muestra λ exacta.',
    apart: (difference) => `Mayor diferencia entre ambos: ${difference}`,
    net: (cell) => `${cell}: norma ‖θ‖`,
    netLong: (cell) => `${cell}: norma de todos los pesos`,
    loss: 'pérdida (log)',
    lossLong: 'pérdida del lote, media de 10, log',
    netApart: (difference) => `Mayor diferencia entre los pesos de ambos: ${difference}`,
    diverged: (way, update) => `${way}: la pérdida no es un número en la actualización ${update}.`,
    picture: (name, way, ends) => `${name}, ${way}: |w| al final, por escala del gradiente: ${ends}`,
    netPicture: (what, ends) => `${what}. Al final: ${ends}`,
    table: 'Las curvas como tabla',
    update: 'actualización',
    column: (way, scale) => `${way}, ${scale}`,
  },
}

export const decay = { en, es } satisfies Catalogue

export type DecayMessages = Readonly<Record<Language, typeof en>>[Language]

/** Words of the side of Compare: the same job in three cells, what they cost, how long they remember. */
import { inLanguages } from './catalogue.ts'

const en = {
  sameJob: 'Same job, same colour',
  meanOf: (units: string, t: number) => `mean of ${units} units, t = ${t}`,
  job: 'Job',
  jobs: {
    read: 'Read past',
    keep: 'Keep old',
    write: 'Write new',
    candidate: 'Candidate,\u00a0|\u2060·\u2060|',
    expose: 'Expose',
  },
  noSuchGate: 'no such gate',
  notYet: 'not computed yet',
  tied: 'The GRU ties keep and write together: what z keeps, 1 − z cannot write. The LSTM sets them apart. The RNN has no gate: it rewrites everything.',
  cost: 'Cost and result',
  measure: 'Measure',
  parametersTrained: 'Parameters, trained',
  parametersPyTorch: '… as PyTorch counts',
  parametersKeras: '… as Keras counts',
  parametersPapers: '… as papers count',
  counting: (outside: number) =>
    `Each with the ${outside} of readout and embedding. Bias vectors a gate: PyTorch two; Keras one, two in its GRU; papers one.`,
  meanError: 'Mean |error|, asked steps',
  noneAsked: 'none asked',
  right: 'Right, asked steps',
  rightOf: (right: number, all: number) => `${right} of ${all}`,
  loss: 'Validation loss',
  updates: 'Training updates',
  seeds: 'Seeds tried',
  learned: 'Learned in budget',
  yes: 'yes',
  no: 'no',
  thisExample: 'Error: this sequence. Loss: sequences that were not trained on.',
  verdict: (cells: string, verdict: string) => `${cells}: ${verdict}`,
  fair: (units: string, updates: string, seeds: string) =>
    `No cell is handicapped: ${units} units each, the same ${updates} updates on the same sequences, ${seeds} seeds, the best by validation loss; each starts as the literature recommends for it.`,
  memory: 'Memory',
  memoryText: (t: number) =>
    `How much y at t = ${t} still depends on the state at each earlier step: norm of the gradient ∂y/∂c in the LSTM, ∂y/∂h in the others, logarithmic scale.`,
  memoryStep: 'Output at',
  memoryChart: (t: number) => `Norm of the gradient of y at t = ${t} with respect to the state at each step`,
  memoryTable: 'Numbers as a table',
  step: 'Step',
  stepAt: (t: number) => `t = ${t}`,
  memoryless: 'The feed-forward layer carries nothing: every earlier step counts exactly 0.',
  noPast: 'The feed-forward layer has no past to keep or write: its h depends on x at this step alone.',
  memoryNote:
    'The direct path through c is the product of the forget gates: it decays where f < 1. Paths through h add to it and can also grow.',
}

const es: typeof en = {
  sameJob: 'Misma función, mismo color',
  meanOf: (units: string, t: number) => `media de ${units} unidades, t = ${t}`,
  job: 'Función',
  jobs: {
    read: 'Leer el pasado',
    keep: 'Conservar',
    write: 'Escribir',
    candidate: 'Candidato,\u00a0|\u2060·\u2060|',
    expose: 'Mostrar',
  },
  noSuchGate: 'no tiene esa compuerta',
  notYet: 'aún sin calcular',
  tied: 'La GRU ata conservar y escribir: lo que z conserva, 1 − z no puede escribirlo. La LSTM los separa. La RNN no tiene compuertas: lo reescribe todo.',
  cost: 'Costo y resultado',
  measure: 'Medida',
  parametersTrained: 'Parámetros entrenados',
  parametersPyTorch: '… según PyTorch',
  parametersKeras: '… según Keras',
  parametersPapers: '… según los artículos',
  counting: (outside: number) =>
    `Cada cuenta incluye los ${outside} de la capa de lectura y el embedding. Vectores de sesgo por compuerta: PyTorch dos; Keras uno, dos en su GRU; los artículos uno.`,
  meanError: '|Error| medio, pasos pedidos',
  noneAsked: 'ninguno pedido',
  right: 'Aciertos, pasos pedidos',
  rightOf: (right: number, all: number) => `${right} de ${all}`,
  loss: 'Pérdida de validación',
  // With a place to break in a narrow table.
  updates: 'Actualiza\u00adciones',
  seeds: 'Semillas probadas',
  learned: 'Aprendió',
  yes: 'sí',
  no: 'no',
  thisExample: 'Error: esta secuencia. Pérdida: secuencias no usadas para entrenar.',
  verdict: (cells: string, verdict: string) => `${cells}: ${verdict}`,
  fair: (units: string, updates: string, seeds: string) =>
    `Ninguna celda está en desventaja: ${units} unidades cada una, las mismas ${updates} actualizaciones con las mismas secuencias, ${seeds} semillas, la mejor por pérdida de validación; cada una empieza como recomienda para ella la literatura.`,
  memory: 'Memoria',
  memoryText: (t: number) =>
    `Cuánto depende todavía y en t = ${t} del estado en cada paso anterior: norma del gradiente ∂y/∂c en la LSTM y ∂y/∂h en las demás, en escala logarítmica.`,
  memoryStep: 'Salida en',
  memoryChart: (t: number) => `Norma del gradiente de y en t = ${t} respecto del estado en cada paso`,
  memoryTable: 'Los números en una tabla',
  step: 'Paso',
  stepAt: (t: number) => `t = ${t}`,
  memoryless: 'La capa feed forward no lleva nada: cada paso anterior cuenta exactamente 0.',
  noPast:
    'La capa feed forward no tiene pasado que conservar ni escribir: su h depende solo de la x de este paso.',
  memoryNote:
    'El camino directo por c es el producto de las compuertas de olvido: decae donde f < 1. Los caminos por h se suman y también pueden crecer.',
}

export const compare = inLanguages(en, es)

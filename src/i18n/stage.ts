/** Words of the stage: the chain, its folded form and the lanes of Compare. */
import type { Catalogue } from './catalogue.ts'
import { formatWhole as whole } from './number.ts'

export const stage = {
  en: {
    title: 'The cell through time',
    steps: 'Timesteps: left and right open another step, up and down choose another unit',
    output: 'output',
    cell: 'cell',
    hidden: 'hidden',
    input: 'input',
    unit: (unit: number) => `unit ${unit}`,
    shared: 'W, shared',
    sharedName: (parameters: number, T: number) =>
      `W, shared: ${whole(parameters, 'en')} parameters, the same at each of ${whole(T, 'en')} ${T === 1 ? 'step' : 'steps'}`,
    cellName: (name: string) => `${name} cell`,
    weights: (matrices: number, rows: number, columns: number, biases: number) =>
      `${matrices === 1 ? '' : `${matrices} × `}${
        matrices === 1 ? `${rows} × ${columns}` : `(${rows} × ${columns})`
      } weights + ${biases} ${biases === 1 ? 'bias' : 'biases'}, the same at every step`,
    weightsPlain: (weights: number, biases: number) =>
      `${weights} weights + ${biases} ${biases === 1 ? 'bias' : 'biases'}, the same at every step`,
    step: (t: number) => `step ${t}`,
    stepValues: (t: number, unit: number, values: string) => `step ${t}: unit ${unit}: ${values}`,
    stepInput: (said: string) => `input ${said}`,
    stepOutput: (value: string) => `output ${value}`,
    stepTarget: (value: string) => `target ${value}`,
    predicted: (name: string) => `predicts ${name}`,
    notComputed: 'not computed yet',
    initial: (slot: string, unit: number, value: string) => `initial ${slot} of unit ${unit}: ${value}`,
    phases: 'Phases of the open step',
    phase: (number: number, name: string) => `phase ${number}: ${name}`,
    tableCaption: (unit: number) => `The chain as numbers, unit ${unit}`,
    tableStep: 'step',
    tableTarget: 'target',
    bins: (units: number, unit: number) =>
      `${units} units in 8 strands, each its strongest unit; unit ${unit} on its own`,
    fold: 'Fold',
    foldName: 'How far the chain is folded',
    foldText: (percent: number) =>
      percent === 0 ? 'unrolled' : percent === 100 ? 'folded' : `${percent} % folded`,
    copies: (count: number, T: number) =>
      count > 1
        ? `${whole(count, 'en')} copies`
        : T === 1
          ? '1 cell, used once'
          : `1 cell, used ${whole(T, 'en')} times`,
    parameters: (count: number) => `parameters: ${whole(count, 'en')} in all, the same`,
    nextStep: 'next step',
    toNext: 'to t + 1',
    toBefore: 'to t − 1',
    toOutput: 'h to the output',
    toLayer: (layer: number) => `h to layer ${layer}`,
    becomes: 't becomes t + 1',
    becomesReversed: 't becomes t − 1',
    memoryIn: 'cell state in',
    memoryOut: 'cell state out',
    hiddenIn: 'hidden state in',
    hiddenOut: 'hidden state out',
    parametersWord: 'parameters',
    notLearned: 'did not learn within this budget',
    coloursOf: 'colours of',
    jobs: {
      read: 'read past',
      keep: 'keep',
      write: 'write',
      candidate: 'candidate',
      expose: 'expose',
    },
    memory: 'memory of',
    memoryAt: (t: number) => `y at t = ${t}`,
    memoryShort: (value: string) => `memory ${value}`,
    memoryName: (name: string, t: number, first: string, last: string) =>
      `${name}: how much y at step ${t} depends on the state of each earlier step, as a gradient norm on a log scale: ${first} at step 0, ${last} at step ${t}`,
    outputName: (name: string) => `${name}: output against target over time`,
    failed: 'This cell cannot be shown',
    expected: 'Expected',
    got: 'Got',
  },
  es: {
    title: 'La celda a lo largo del tiempo',
    steps: 'Pasos de tiempo: izquierda y derecha abren otro paso; arriba y abajo eligen otra unidad',
    output: 'salida',
    cell: 'celda',
    hidden: 'oculto',
    input: 'entrada',
    unit: (unit: number) => `unidad ${unit}`,
    shared: 'W común',
    sharedName: (parameters: number, T: number) =>
      `W común: ${whole(parameters, 'es')} parámetros, los mismos en ${T === 1 ? 'el único paso' : `cada uno de los ${whole(T, 'es')} pasos`}`,
    cellName: (name: string) => `Celda ${name}`,
    weights: (matrices: number, rows: number, columns: number, biases: number) =>
      `${matrices === 1 ? '' : `${matrices} × `}${
        matrices === 1 ? `${rows} × ${columns}` : `(${rows} × ${columns})`
      } pesos + ${biases} ${biases === 1 ? 'sesgo' : 'sesgos'}, los mismos en cada paso`,
    weightsPlain: (weights: number, biases: number) =>
      `${weights} pesos + ${biases} ${biases === 1 ? 'sesgo' : 'sesgos'}, los mismos en cada paso`,
    step: (t: number) => `paso ${t}`,
    stepValues: (t: number, unit: number, values: string) => `paso ${t}: unidad ${unit}: ${values}`,
    stepInput: (said: string) => `entrada ${said}`,
    stepOutput: (value: string) => `salida ${value}`,
    stepTarget: (value: string) => `objetivo ${value}`,
    predicted: (name: string) => `predice ${name}`,
    notComputed: 'aún sin calcular',
    initial: (slot: string, unit: number, value: string) => `${slot} inicial de la unidad ${unit}: ${value}`,
    phases: 'Fases del paso abierto',
    phase: (number: number, name: string) => `fase ${number}: ${name}`,
    tableCaption: (unit: number) => `La cadena en números, unidad ${unit}`,
    tableStep: 'paso',
    tableTarget: 'objetivo',
    bins: (units: number, unit: number) =>
      `${units} unidades en 8 hebras, cada una con su unidad más intensa; la unidad ${unit}, aparte`,
    fold: 'Enrollar',
    foldName: 'Cuánto está enrollada la cadena',
    foldText: (percent: number) =>
      percent === 0 ? 'desenrollada' : percent === 100 ? 'enrollada' : `enrollada al ${percent} %`,
    copies: (count: number, T: number) =>
      count > 1
        ? `${whole(count, 'es')} copias`
        : T === 1
          ? '1 celda, usada una vez'
          : `1 celda, usada ${whole(T, 'es')} veces`,
    parameters: (count: number) => `parámetros: ${whole(count, 'es')} en total, los mismos`,
    nextStep: 'siguiente paso',
    toNext: 'a t + 1',
    toBefore: 'a t − 1',
    toOutput: 'h a la salida',
    toLayer: (layer: number) => `h a la capa ${layer}`,
    becomes: 't pasa a ser t + 1',
    becomesReversed: 't pasa a ser t − 1',
    memoryIn: 'entra el estado de celda',
    memoryOut: 'sale el estado de celda',
    hiddenIn: 'entra el estado oculto',
    hiddenOut: 'sale el estado oculto',
    parametersWord: 'parámetros',
    notLearned: 'no aprendió con este presupuesto',
    coloursOf: 'colores de',
    jobs: {
      read: 'leer el pasado',
      keep: 'conservar',
      write: 'escribir',
      candidate: 'candidato',
      expose: 'mostrar',
    },
    memory: 'memoria de',
    memoryAt: (t: number) => `y en t = ${t}`,
    memoryShort: (value: string) => `memoria ${value}`,
    memoryName: (name: string, t: number, first: string, last: string) =>
      `${name}: cuánto depende y en el paso ${t} del estado de cada paso anterior, como norma del gradiente en escala logarítmica: ${first} en el paso 0, ${last} en el paso ${t}`,
    outputName: (name: string) => `${name}: salida frente a objetivo en el tiempo`,
    failed: 'Esta celda no se puede mostrar',
    expected: 'Se esperaba',
    got: 'Llegó',
  },
} satisfies Catalogue

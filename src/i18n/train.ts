/** Words of the Train page. They come with the page, not with the first paint. */
import type { Catalogue, Language } from './catalogue.ts'
import { trainSetup } from './trainSetup.ts'

const en = {
  ...trainSetup.en,
  page: 'Training',
  train: 'Train',
  pause: 'Pause',
  goOn: 'Go on',
  openAgain: 'Open',
  step: 'Step',
  stepLong: 'One update',
  reset: 'Reset',
  resetLong: 'Back to the initial weights',
  shown: 'Show',
  part: 'Layer',
  partName: (layer: number, reverse: boolean) => `layer ${layer}${reverse ? ', reverse' : ''}`,
  seed: (seed: number) => `seed ${seed}`,
  status: {
    empty: 'Press Train: all cells learn from the same sequences.',
    opening: 'Preparing the run.',
    training: (update: string, until: string) => `Update ${update} of ${until}.`,
    resting: (update: string) => `Paused at update ${update}.`,
    finished: (update: string) => `Run finished at update ${update}.`,
    start: 'Untrained: before the first update.',
    stopped: (update: string) => `Stopped at update ${update}: every network diverged.`,
    showing: (update: string) => `Showing update ${update}.`,
    error: (cell: string, loss: string, baseline: string, name: string) =>
      `${cell} loss ${loss}; ${name}: ${baseline}.`,
    speed: (perSecond: string) => `${perSecond} updates/s`,
    left: (time: string) => `${time} left`,
    so: (cells: number, seconds: string) =>
      `${cells} ${cells === 1 ? 'network' : 'networks'}, ${seconds} s so far`,
    seconds: (seconds: string) => `${seconds} s`,
    minutes: (minutes: string, seconds: string) => `${minutes} min ${seconds} s`,
  },
  notices: {
    offer: (cells: string, update: string, until: string, ago: string) =>
      `A run of this task was left unfinished: ${cells}, update ${update} of ${until}, saved ${ago}.`,
    offerFinished: (cells: string, updates: string, ago: string) =>
      `A finished run of this task is kept: ${cells}, trained to update ${updates}, saved ${ago}.`,
    agoSeconds: (n: string) => `${n} s ago`,
    agoMinutes: (n: string) => `${n} min ago`,
    agoHours: (n: string) => `${n} h ago`,
    discard: 'Discard it',
    recovered: 'The training worker was lost. A new one goes on where the run was last saved.',
    lost: 'The training worker was lost several times at the same place. Its last weights are kept. Make the networks or the batch smaller, or try again.',
    failed: 'The run cannot go on.',
    tryAgain: 'Try again',
    notSaved: 'This browser keeps nothing here, so closing the page loses the run.',
    divergedAt: (cell: string, update: string, loss: string, norm: string) =>
      `${cell} at update ${update} (loss ${loss}, gradient norm ${norm})`,
    divergedSeeds: (cell: string, stopped: number, seeds: number, update: string) =>
      `${cell} with ${stopped} of ${seeds} seeds, first at update ${update}`,
    diverged: (list: string) =>
      `Stopped, because loss or gradient is not finite: ${list}. The last finite weights are kept. Lower the learning rate.`,
    goBack: (update: string, rate: string) => `Back to update ${update} with learning rate ${rate}`,
    freshOptimizer: 'The optimizer starts with empty averages.',
    cannot: 'This cannot be trained as it is:',
  },
  chart: {
    loss: {
      'squared-error': 'Held-out loss: mean squared error, log scale',
      'cross-entropy': 'Held-out loss: cross-entropy, log scale',
      'binary-cross-entropy': 'Held-out loss: cross-entropy, log scale',
    },
    norms: (cell: string) => `Norms of U, ${cell}`,
    noRecurrent: 'This cell has no recurrent weights.',
    references: {
      own: 'without a network',
      zero: 'always 0',
      repeat: 'repeat the value just read',
      persistence: 'persistence: no change',
      mean: 'always the mean change',
      frequency: 'always as often as the answers',
    },
    notLearned: (cells: string) => `Did not learn within this budget: ${cells}.`,
    untrained: 'untrained',
    training: 'training time',
    trainingShort: 'update',
    cursor: 'Training time',
    cursorText: (update: string, index: number, count: number) =>
      `update ${update}, checkpoint ${index} of ${count}`,
    keys: 'Left and right move by a checkpoint, Home and End to the first and the newest.',
    ghost: 'faint: the run before',
    dropGhost: 'Remove the run before',
    empty: 'Curves appear here as soon as training starts.',
    lossDescription: (cells: string) => `Held-out loss over updates: ${cells}.`,
  },
  stage: {
    title: (cell: string, update: string) => `The shown example, ${cell} at update ${update}`,
    output: 'output',
    input: 'input',
    unit: (unit: number) => `unit ${unit}`,
    unitUp: 'Next unit',
    unitDown: 'Previous unit',
    sequence: 'sequence',
    sequenceText: (t: number, last: number) => `step ${t} of ${last}`,
    untrainedTick: 'untrained value, on each meter',
    target: 'target',
    values: 'Values at this step',
  },
  maps: {
    title: (unit: number, count: number) =>
      `Unit ${unit}: across is the sequence, down is training (${count} ${count === 1 ? 'checkpoint' : 'checkpoints'})`,
    mapName: (name: string, slot: string) => `${name} ${slot}: timesteps across, checkpoints down`,
    cellText: (t: number, update: string, slot: string, value: string) =>
      `step ${t}, update ${update}: ${slot} = ${value}`,
    keys: 'Left and right change the timestep, Home and End go to the first and the last, up and down change the checkpoint.',
  },
  local: {
    open: 'Open in Explore',
    hint: 'Shows this network at this update, with every number of every step.',
    cannot: {
      cell: 'Explore shows RNN, LSTM and GRU.',
      outputs:
        'Trained with its loss elsewhere than the scene has it: Explore would draw its outputs wrongly.',
      direction: 'Explore forecasts this series: a network with a reversed layer reads the future.',
    },
    says: (cell: string, update: string, seed: number) =>
      `Trained on this page: ${cell}, update ${update}, seed ${seed}, in place of the scene’s own ${cell}. The link does not carry it; loading the scene again removes it.`,
    close: 'Back to the scene’s own',
  },
  exported: {
    weights: 'Export weights',
    run: 'Export run',
    hint: (cell: string, update: string) =>
      `Weights: ${cell} at update ${update} as safetensors, under PyTorch’s names where it has the cell. Run: settings and curves of all networks as JSON.`,
  },
  formula: (unit: number, t: number, update: string) =>
    `The formulas with numbers: unit ${unit} at step ${t}, update ${update}`,
  table: {
    title: 'Numbers as tables',
    losses: 'Held-out loss at each checkpoint',
    update: 'update',
    unit: (unit: number, update: string) => `Unit ${unit} at update ${update}, at each step`,
    step: 'step',
  },
}

const es: typeof en = {
  ...trainSetup.es,
  page: 'Entrenamiento',
  train: 'Entrenar',
  pause: 'Pausa',
  goOn: 'Continuar',
  openAgain: 'Abrir',
  step: 'Paso',
  stepLong: 'Una actualización',
  reset: 'Reiniciar',
  resetLong: 'Volver a los pesos iniciales',
  shown: 'Ver',
  part: 'Capa',
  partName: (layer, reverse) => `capa ${layer}${reverse ? ', inversa' : ''}`,
  seed: (seed) => `semilla ${seed}`,
  status: {
    empty: 'Pulsa Entrenar: todas las celdas aprenden de las mismas secuencias.',
    opening: 'Preparando el entrenamiento.',
    training: (update, until) => `Actualización ${update} de ${until}.`,
    resting: (update) => `En pausa en la actualización ${update}.`,
    finished: (update) => `Entrenamiento terminado en la actualización ${update}.`,
    start: 'Sin entrenar: antes de la primera actualización.',
    stopped: (update) => `Detenido en la actualización ${update}: todas las redes divergieron.`,
    showing: (update) => `Se muestra la actualización ${update}.`,
    error: (cell, loss, baseline, name) => `Pérdida de ${cell}: ${loss}; ${name}: ${baseline}.`,
    speed: (perSecond) => `${perSecond} act./s`,
    left: (time) => `faltan ${time}`,
    so: (cells, seconds) => `${cells} ${cells === 1 ? 'red' : 'redes'}, ${seconds} s hasta ahora`,
    seconds: (seconds) => `${seconds} s`,
    minutes: (minutes, seconds) => `${minutes} min ${seconds} s`,
  },
  notices: {
    offer: (cells, update, until, ago) =>
      `Quedó un entrenamiento de esta tarea sin terminar: ${cells}, actualización ${update} de ${until}, guardado hace ${ago}.`,
    offerFinished: (cells, updates, ago) =>
      `Se conserva un entrenamiento terminado de esta tarea: ${cells}, hasta la actualización ${updates}, guardado hace ${ago}.`,
    agoSeconds: (n) => `${n} s`,
    agoMinutes: (n) => `${n} min`,
    agoHours: (n) => `${n} h`,
    discard: 'Descartarlo',
    recovered: 'Se perdió el proceso de entrenamiento. Otro continúa desde lo último que se guardó.',
    lost: 'El proceso de entrenamiento se perdió varias veces en el mismo punto. Se conservan sus últimos pesos. Usa redes o lotes más pequeños, o inténtalo de nuevo.',
    failed: 'El entrenamiento no puede continuar.',
    tryAgain: 'Reintentar',
    notSaved: 'Este navegador no guarda nada aquí: si cierras la página, el entrenamiento se pierde.',
    divergedAt: (cell, update, loss, norm) =>
      `${cell} en la actualización ${update} (pérdida ${loss}, norma del gradiente ${norm})`,
    divergedSeeds: (cell, stopped, seeds, update) =>
      `${cell} con ${stopped} de ${seeds} semillas, la primera en la actualización ${update}`,
    diverged: (list) =>
      `Entrenamiento detenido porque la pérdida o el gradiente no es finito: ${list}. Se conservan los últimos pesos finitos. Baja la tasa de aprendizaje.`,
    goBack: (update, rate) => `Volver a la actualización ${update} con tasa de aprendizaje ${rate}`,
    freshOptimizer: 'El optimizador empieza con sus promedios vacíos.',
    cannot: 'Así no se puede entrenar:',
  },
  chart: {
    loss: {
      'squared-error': 'Pérdida en datos reservados: error cuadrático medio, escala log',
      'cross-entropy': 'Pérdida en datos reservados: entropía cruzada, escala log',
      'binary-cross-entropy': 'Pérdida en datos reservados: entropía cruzada, escala log',
    },
    norms: (cell) => `Normas de U, ${cell}`,
    noRecurrent: 'Esta celda no tiene pesos recurrentes.',
    references: {
      own: 'sin red',
      zero: 'siempre 0',
      repeat: 'repetir el valor recién leído',
      persistence: 'persistencia: sin cambio',
      mean: 'siempre el cambio medio',
      frequency: 'siempre según la frecuencia',
    },
    notLearned: (cells) => `No se aprendió con este presupuesto: ${cells}.`,
    untrained: 'sin entrenar',
    training: 'tiempo de entreno',
    trainingShort: 'actualiz.',
    cursor: 'Tiempo de entrenamiento',
    cursorText: (update, index, count) => `actualización ${update}, punto ${index} de ${count}`,
    keys: 'Izquierda y derecha pasan de un punto guardado a otro; Inicio y Fin van al primero y al último.',
    ghost: 'tenue: el entrenamiento anterior',
    dropGhost: 'Quitar el entrenamiento anterior',
    empty: 'Las curvas aparecen aquí en cuanto empieza el entrenamiento.',
    lossDescription: (cells) => `Pérdida en datos reservados según las actualizaciones: ${cells}.`,
  },
  stage: {
    title: (cell, update) => `El ejemplo mostrado, ${cell} en la actualización ${update}`,
    output: 'salida',
    input: 'entrada',
    unit: (unit) => `unidad ${unit}`,
    unitUp: 'Unidad siguiente',
    unitDown: 'Unidad anterior',
    sequence: 'secuencia',
    sequenceText: (t, last) => `paso ${t} de ${last}`,
    untrainedTick: 'valor sin entrenar, en cada medidor',
    target: 'objetivo',
    values: 'Valores en este paso',
  },
  maps: {
    title: (unit, count) =>
      `Unidad ${unit}: en horizontal la secuencia, en vertical el entrenamiento (${count} ${count === 1 ? 'punto guardado' : 'puntos guardados'})`,
    mapName: (name, slot) => `${name} ${slot}: pasos de tiempo en horizontal, puntos guardados en vertical`,
    cellText: (t, update, slot, value) => `paso ${t}, actualización ${update}: ${slot} = ${value}`,
    keys: 'Izquierda y derecha cambian el paso de tiempo, Inicio y Fin van al primero y al último; arriba y abajo cambian el punto guardado.',
  },
  local: {
    open: 'Abrir en Explorar',
    hint: 'Muestra esta red en esta actualización, con cada número de cada paso.',
    cannot: {
      cell: 'Explorar muestra RNN, LSTM y GRU.',
      outputs: 'Se entrenó con la pérdida en otro lugar que la escena: Explorar dibujaría mal sus salidas.',
      direction: 'Explorar pronostica esta serie: una red con una capa invertida lee el futuro.',
    },
    says: (cell, update, seed) =>
      `Entrenada en esta página: ${cell}, actualización ${update}, semilla ${seed}, en lugar de la ${cell} de la escena. El enlace no la lleva; al cargar de nuevo la escena desaparece.`,
    close: 'Volver a la de la escena',
  },
  exported: {
    weights: 'Exportar pesos',
    run: 'Exportar entrenamiento',
    hint: (cell, update) =>
      `Pesos: ${cell} en la actualización ${update} como safetensors, con los nombres de PyTorch donde tiene la celda. Entrenamiento: ajustes y curvas de todas las redes como JSON.`,
  },
  formula: (unit, t, update) =>
    `Las fórmulas con números: unidad ${unit} en el paso ${t}, actualización ${update}`,
  table: {
    title: 'Los números en tablas',
    losses: 'Pérdida en datos reservados en cada punto guardado',
    update: 'actualización',
    unit: (unit, update) => `Unidad ${unit} en la actualización ${update}, en cada paso`,
    step: 'paso',
  },
}

export const train = { en, es } satisfies Catalogue

export type TrainMessages = Readonly<Record<Language, typeof en>>[Language]

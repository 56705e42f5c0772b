/** Words of the laboratory "feed-forward against recurrence". They come with it. */
import type { Catalogue } from './catalogue.ts'

const en = {
  title: 'Feed-forward against recurrence',
  intro:
    'What does a network gain by carrying something from step to step? Three kinds meet on the same data and the same seeds, really trained here: a layer that sees one step alone, the same layer over a window of the last steps, and recurrent cells.',
  side: 'Settings',
  models: {
    memoryless: 'One step alone',
    window: (k: number) => `Window of ${k}`,
  },
  modelNotes: {
    memoryless: 'A feed-forward layer reads x at t and nothing else: it has no memory at all.',
    window: (k: number) =>
      `The same layer reads the last ${k} inputs side by side, zeros before the start. It remembers ${k - 1} steps back, exactly, and nothing beyond.`,
    recurrent:
      'A recurrent cell reads one step and its own state. What it keeps, and for how long, it has to learn.',
  },
  setup: {
    window: 'Window',
    steps: (n: number) => (n === 1 ? '1 step' : `${n} steps`),
    cells: 'Recurrent cells',
    rnn: 'RNN',
    all: 'RNN, LSTM, GRU',
    allShort: 'all three',
    equal: 'Equal',
    units: 'units',
    parameters: 'parameters',
    equalNote: {
      size: 'All networks have as many hidden units; a wider window then has more weights.',
      parameters:
        'The network with the most parameters keeps its units; the others get as many as bring them nearest to it.',
    },
    seeds: 'Seeds',
    seedsText: (n: number) => (n === 1 ? '1 seed' : `${n} seeds`),
    seedsNote: 'Each network is trained once a seed; all of one seed see the same sequences.',
    start: 'Start: orthogonal U in the RNN, chrono where a gate keeps, PyTorch’s default without memory.',
  },
  run: {
    train: 'Train',
    trainRest: 'Train the rest',
    stop: 'Stop',
    made: (made: string, all: string) => `${made} of ${all} networks trained`,
    now: (name: string, seed: number, update: string) => `${name}, seed ${seed}: update ${update}`,
    failed: 'The training cannot go on.',
    lost: 'The worker that trains was lost. What was trained is kept; train the rest.',
  },
  gap: {
    title: 'Widen the gap',
    text: (updates: string) =>
      `One of four symbols is marked; so many steps later, after nothing but distractors, it must be named. Each network has ${updates} updates (Adam, rate 0.01, batch 16, gradient clipped to 1) and ends early when it names 98 % of 256 held-out symbols.`,
    slider: 'Gap',
    picture: 'An example: the marked symbol and the window',
    answer: 'answer',
    window: (k: number) => `window of ${k}`,
    inside: (gap: number, k: number) =>
      `The marked symbol is ${gap} ${gap === 1 ? 'step' : 'steps'} back. The window reaches ${k - 1} back: it still sees the symbol.`,
    outside: (gap: number, k: number) =>
      `The marked symbol is ${gap} ${gap === 1 ? 'step' : 'steps'} back. The window reaches ${k - 1} back: the symbol has left it, and the network can only guess.`,
    chart: 'Share of symbols named right, over the gap',
    chance: 'guessing',
    bound: 'learned',
    reach: 'inside the window',
    axis: 'gap in steps',
    empty: 'Train to see where each network fails.',
    notYet: '–',
    table: (gap: number) => `At a gap of ${gap}`,
    all: 'All gaps in numbers',
    said: {
      inside:
        'Inside its reach the window learns fastest: nothing has to be kept, only read. One step beyond it fails at once, however long it trains: the symbol is not in its input.',
      weights:
        'To bridge a longer gap a window needs more weights, one set for each step it shows. A recurrent network has the same weights for every gap.',
      rnn: 'The simple RNN has no sharp edge. It overwrites a state of fixed size at every step, so the longer the gap, the harder it is to learn to keep something; where it fails here, it did not learn within this budget.',
    },
  },
  order: {
    title: 'Shuffle the steps',
    text: (scene: string, updates: string) =>
      `The task of the scene “${scene}”, each network with ${updates} updates. Then the steps of every held-out sequence are put in a random order, each step with its own target, and the same networks are asked again.`,
    textLast: (scene: string, updates: string) =>
      `The task of the scene “${scene}”, each network with ${updates} updates. Then the steps of every held-out sequence are put in a random order, its one answer stays the same, and the same networks are asked again.`,
    last: 'There is one answer for the whole sequence: the layer that sees one step alone sees the last one only, and shuffling makes another step the last.',
    predict: 'Predict first: which network loses nothing?',
    reveal:
      'The layer that sees one step alone. Its answer to a step cannot depend on where the step stands, so its score is the same to the last digit, and it was never better than what one step can tell. What the others gained over it lay in the order, and goes with it.',
    revealLast:
      'With one answer at the end, no network need lose nothing: the layer that sees one step alone now answers from whichever step came last.',
    also: 'Also train on shuffled steps',
    alsoNote:
      'A second set of networks is trained on shuffled sequences. They cannot win back what was in the order; what they still reach can be known without it.',
    chart: (metric: string) => `Held-out: ${metric}`,
    ordered: 'in order',
    shuffled: 'shuffled',
    reshuffled: 'trained and asked shuffled',
    better: { less: 'less is better', more: 'more is better' },
    bound: 'learned',
    loading: 'Preparing the task.',
    empty: 'Train to see what each network loses.',
  },
  table: {
    network: 'network',
    parameters: 'parameters',
    units: (n: string) => `${n} units`,
    learned: 'learned',
    of: (learned: number, seeds: number) => `${learned} of ${seeds}`,
    accuracy: 'right',
    updates: 'updates',
    range: (low: string, high: string) => `${low} – ${high}`,
    numbers: 'Numbers as a table',
    gap: 'gap',
    verdict: 'verdict',
    yes: 'learned',
    some: 'some seeds learned',
    no: 'did not learn within this budget',
    median: (seeds: number) => `middle of ${seeds} seeds, and from least to largest`,
  },
}

const es: typeof en = {
  title: 'Red feed forward frente a recurrencia',
  intro:
    '¿Qué gana una red al llevar algo de un paso al siguiente? Tres clases se enfrentan con los mismos datos y las mismas semillas, entrenadas aquí de verdad: una capa que ve un solo paso, la misma capa sobre una ventana de los últimos pasos, y celdas recurrentes.',
  side: 'Ajustes',
  models: {
    memoryless: 'Un solo paso',
    window: (k) => `Ventana de ${k}`,
  },
  modelNotes: {
    memoryless: 'Una capa feed forward lee x en t y nada más: no tiene memoria alguna.',
    window: (k) =>
      `La misma capa lee las últimas ${k} entradas una junto a otra, con ceros antes del comienzo. Recuerda ${k - 1} pasos hacia atrás, con exactitud, y nada más allá.`,
    recurrent:
      'Una celda recurrente lee un paso y su propio estado. Qué conserva, y por cuánto tiempo, lo tiene que aprender.',
  },
  setup: {
    window: 'Ventana',
    steps: (n) => (n === 1 ? '1 paso' : `${n} pasos`),
    cells: 'Celdas recurrentes',
    rnn: 'RNN',
    all: 'RNN, LSTM, GRU',
    allShort: 'las tres',
    equal: 'Igualar',
    units: 'unidades',
    parameters: 'parámetros',
    equalNote: {
      size: 'Todas las redes tienen las mismas unidades ocultas; una ventana más ancha tiene entonces más pesos.',
      parameters:
        'La red con más parámetros conserva sus unidades; las demás reciben las que más las acercan a ella.',
    },
    seeds: 'Semillas',
    seedsText: (n) => (n === 1 ? '1 semilla' : `${n} semillas`),
    seedsNote: 'Cada red se entrena una vez por semilla; todas las de una semilla ven las mismas secuencias.',
    start:
      'Inicio: U ortogonal en la RNN, crono donde una compuerta conserva, los valores de PyTorch sin memoria.',
  },
  run: {
    train: 'Entrenar',
    trainRest: 'Entrenar el resto',
    stop: 'Parar',
    made: (made, all) => `${made} de ${all} redes entrenadas`,
    now: (name, seed, update) => `${name}, semilla ${seed}: actualización ${update}`,
    failed: 'El entrenamiento no puede continuar.',
    lost: 'Se perdió el proceso que entrena. Lo entrenado se conserva; entrena el resto.',
  },
  gap: {
    title: 'Alargar la distancia',
    text: (updates) =>
      `Uno de cuatro símbolos está marcado; tantos pasos después, tras nada más que distractores, hay que nombrarlo. Cada red tiene ${updates} actualizaciones (Adam, tasa 0,01, lote 16, gradiente recortado a 1) y termina antes si nombra el 98 % de 256 símbolos reservados.`,
    slider: 'Distancia',
    picture: 'Un ejemplo: el símbolo marcado y la ventana',
    answer: 'respuesta',
    window: (k) => `ventana de ${k}`,
    inside: (gap, k) =>
      `El símbolo marcado está ${gap} ${gap === 1 ? 'paso' : 'pasos'} atrás. La ventana alcanza ${k - 1} atrás: todavía lo ve.`,
    outside: (gap, k) =>
      `El símbolo marcado está ${gap} ${gap === 1 ? 'paso' : 'pasos'} atrás. La ventana alcanza ${k - 1} atrás: el símbolo ha salido de ella y la red solo puede adivinar.`,
    chart: 'Proporción de símbolos acertados según la distancia',
    chance: 'adivinar',
    bound: 'aprendió',
    reach: 'dentro de la ventana',
    axis: 'distancia en pasos',
    empty: 'Entrena para ver dónde falla cada red.',
    notYet: '–',
    table: (gap) => `A una distancia de ${gap}`,
    all: 'Todas las distancias en números',
    said: {
      inside:
        'Dentro de su alcance la ventana es la que aprende más rápido: no hay que conservar nada, solo leer. Un paso más allá falla de golpe, por mucho que entrene: el símbolo no está en su entrada.',
      weights:
        'Para salvar una distancia mayor, una ventana necesita más pesos, un juego por cada paso que muestra. Una red recurrente tiene los mismos pesos para cualquier distancia.',
      rnn: 'La RNN simple no tiene un borde nítido. En cada paso reescribe un estado de tamaño fijo, así que cuanto mayor es la distancia, más cuesta aprender a conservar algo; donde aquí falla, no aprendió con este presupuesto.',
    },
  },
  order: {
    title: 'Barajar los pasos',
    text: (scene, updates) =>
      `La tarea de la escena «${scene}», cada red con ${updates} actualizaciones. Después los pasos de cada secuencia reservada se ponen en un orden al azar, cada paso con su propio objetivo, y se pregunta otra vez a las mismas redes.`,
    textLast: (scene, updates) =>
      `La tarea de la escena «${scene}», cada red con ${updates} actualizaciones. Después los pasos de cada secuencia reservada se ponen en un orden al azar, su única respuesta sigue siendo la misma, y se pregunta otra vez a las mismas redes.`,
    last: 'Hay una sola respuesta para toda la secuencia: la capa que ve un solo paso ve únicamente el último, y al barajar el último es otro.',
    predict: 'Predice primero: ¿qué red no pierde nada?',
    reveal:
      'La capa que ve un solo paso. Su respuesta a un paso no puede depender del lugar que ocupa, así que su resultado es el mismo hasta la última cifra, y nunca fue mejor que lo que un paso puede decir. Lo que las otras ganaban sobre ella estaba en el orden, y se va con él.',
    revealLast:
      'Con una sola respuesta al final puede que ninguna red salga sin pérdida: la capa que ve un solo paso responde ahora a partir de cualquiera que haya quedado el último.',
    also: 'Entrenar también con pasos barajados',
    alsoNote:
      'Un segundo grupo de redes se entrena con secuencias barajadas. No pueden recuperar lo que estaba en el orden; lo que aún alcanzan se puede saber sin él.',
    chart: (metric) => `Datos reservados: ${metric}`,
    ordered: 'en orden',
    shuffled: 'barajados',
    reshuffled: 'entrenada y preguntada con pasos barajados',
    better: { less: 'menos es mejor', more: 'más es mejor' },
    bound: 'aprendió',
    loading: 'Preparando la tarea.',
    empty: 'Entrena para ver qué pierde cada red.',
  },
  table: {
    network: 'red',
    parameters: 'parámetros',
    units: (n) => `${n} unidades`,
    learned: 'aprendieron',
    of: (learned, seeds) => `${learned} de ${seeds}`,
    accuracy: 'aciertos',
    updates: 'actualizaciones',
    range: (low, high) => `${low} – ${high}`,
    numbers: 'Los números en una tabla',
    gap: 'distancia',
    verdict: 'veredicto',
    yes: 'aprendió',
    some: 'aprendieron algunas semillas',
    no: 'no aprendió con este presupuesto',
    median: (seeds) => `la central de ${seeds} semillas, y de la menor a la mayor`,
  },
}

export const memoryless = { en, es } satisfies Catalogue

export type MemorylessMessages = Readonly<Record<'en' | 'es', typeof en>>['en']

/** Words of the laboratory of vanishing and exploding gradients. They come with it. */
import type { Catalogue, Language } from './catalogue.ts'

const en = {
  title: 'Vanishing and exploding gradients',
  intro:
    'How much does the state at step T still depend on the state at an earlier step t? Each step back multiplies by one more Jacobian: the norm of the product is drawn for every t.',
  side: 'Networks',
  setup: {
    start: 'Weights',
    fresh: 'Fresh, one bias',
    chrono: 'Fresh, chrono',
    trained: 'Trained',
    freshNote: 'Freshly initialised. Inputs: the shown example, repeated when T is longer.',
    trainedNote: (scene: string) =>
      `The networks trained on “${scene}”, over its shown example, repeated when T is longer. Left out: more than 64 units, or no first layer that reads forward. Their radii and gates are below.`,
    radius: 'Spectral radius of every U',
    radiusNote: 'The RNN has one U, the LSTM four, the GRU three. PyTorch’s default is near 0.58.',
    bias: 'Forget bias b: of f in the LSTM, of z in the GRU',
    biasNote: (f: string, steps: string) =>
      `Alone, it gives f = σ(b) = ${f}: a memory halves in ln ½ / ln σ(b) = ${steps} steps.`,
    chronoNote: (last: number) =>
      `b_f = log U(1, ${last}), b_i = −b_f: a half-life for each unit, spread over the delay.`,
    delay: 'Delay T',
    steps: (n: number) => `${n} steps`,
    seed: 'Seed of the initial weights',
    more: 'Beside them',
    none: 'no other cell',
    networks: 'These networks',
    cell: 'cell',
    radii: 'ρ(U)',
    kept: 'mean gate',
    never: 'never',
  },
  chart: {
    hidden: 'All paths: ‖∂h_T/∂h_t‖, log scale',
    direct: 'The direct path Π beside all paths of the memory',
    slider: 'Step t and cell',
    point: (cell: string, t: number, norm: string) => `${cell}, t = ${t}: ‖∂h_T/∂h_t‖ = ${norm}`,
    keys: 'Left and right move the step t, up and down choose the cell.',
    empty: 'The curves appear when a scene is loaded.',
  },
  at: {
    title: (cell: string, t: number, steps: number) =>
      `${cell}, t = ${t}: ${steps === 1 ? 'one step' : `${steps} steps`} before T`,
    choose: 'Matrix of',
    rows: 'A row is a unit at T, a column one at t.',
    key: (m: string) => `−${m} … +${m}, linear`,
    whole: 'whole matrix',
    block: 'block',
    spectral: 'largest singular value',
    frobenius: 'Frobenius norm',
    factor: 'factor a step',
    half: 'half-life in steps',
    all: (slot: string) => `all paths through ${slot}`,
    direct: (gate: string) => `direct path Π ${gate}`,
    ways: 'way back',
    norm: 'norm',
    bias: (bias: string) => `bias alone, σ(${bias})`,
    matrix: 'The matrix as a table',
    unit: (slot: string, unit: number) => `${slot} ${unit}`,
    grows: 'grows',
  },
  clip: {
    title: 'Clipping, where it acts',
    rule: 'Optimizer',
    intro: (name: string, updates: number, rate: string, isSgd: boolean) =>
      `${updates} updates of the ${name} on this scene’s task, from the weights above, learning rate ${rate}. A gradient longer than the bound is scaled down to it; its direction stays. ${
        isSgd
          ? 'Under SGD the step shrinks by the same factor.'
          : 'Adam divides by its running scale, so a clipped gradient shortens the step far less.'
      }`,
    clip: 'Largest gradient norm',
    failed: (message: string) => `The training stopped: ${message}`,
    waiting: 'The short training begins.',
    norms: 'Gradient norm of each update, log scale',
    steps: 'How far the weights move, ‖Δθ‖',
    losses: 'Loss of the batch, log scale',
    bound: 'bound',
    with: 'with clipping',
    without: 'without',
    slider: 'Update of the short training',
    keys: 'Left and right choose an update.',
    acted: (update: number, norm: string, clip: string, step: string, whole: string) =>
      `Update ${update}: clipped. The gradient’s norm ${norm} is scaled down to ${clip}; the weights move ${step} instead of ${whole}.`,
    rested: (update: number, norm: string, step: string) =>
      `Update ${update}: not clipped. The gradient’s norm is ${norm}; the weights move ${step}.`,
    count: (clipped: number, all: number) => `${clipped} of ${all} updates were clipped (triangles).`,
    diverged: (update: number) => `Without clipping the loss is not a number at update ${update}.`,
    table: 'The short training as a table',
    update: 'update',
    norm: 'gradient norm',
    clipped: 'clipped',
    step: '‖Δθ‖',
    whole: '‖Δθ‖ without',
    yes: 'yes',
    no: 'no',
  },
  said: {
    title: 'Does the LSTM solve vanishing gradients? Partly.',
    direct: (gate: string, mean: string, steps: number, left: string) =>
      `True: its memory has a direct path, Π ${gate}, with no matrix in it. It still decays where the gate is below 1: here the gate is ${mean} in the mean, and ${left} is left over ${steps} steps.`,
    noDirect:
      'True: its memory has a direct path, Π f, with no matrix in it. It still decays where f is below 1.',
    explode: (all: string, direct: string) =>
      `Not true: that its gradients cannot explode. The paths through h multiply by U at each step. Here all paths of c together give ${all}, the direct path ${direct}.`,
    noExplosion: 'Here they do not: raise the spectral radius of U.',
    rnn: (norm: string, steps: number) =>
      `The simple RNN overwrites a state of fixed size: each step multiplies by diag(1 − h²) U, and the product vanishes or explodes. Here ${norm} over ${steps} steps.`,
    start:
      'At default initialisation f is near one half, a half-life of one step: the LSTM does not reliably beat the RNN then. Raise the forget bias, or take chrono, which spreads half-lives over the delay.',
  },
  table: {
    title: 'Curves as a table',
    step: 't',
  },
}

const es: typeof en = {
  title: 'Gradientes desvanecientes y explosivos',
  intro:
    '¿Cuánto depende todavía el estado del paso T del estado de un paso anterior t? Cada paso hacia atrás multiplica por un jacobiano más: se dibuja la norma del producto para cada t.',
  side: 'Redes',
  setup: {
    start: 'Pesos',
    fresh: 'Iniciales, un sesgo',
    chrono: 'Iniciales, crono',
    trained: 'Entrenados',
    freshNote: 'Recién inicializadas. Entradas: el ejemplo mostrado, repetido si T es mayor.',
    trainedNote: (scene) =>
      `Las redes entrenadas en «${scene}», sobre el ejemplo mostrado, repetido si T es mayor. Sin las de más de 64 unidades ni las que no tienen una primera capa que lea hacia delante. Abajo, sus radios y compuertas.`,
    radius: 'Radio espectral de cada U',
    radiusNote: 'La RNN tiene una U, la LSTM cuatro, la GRU tres. Lo usual en PyTorch da cerca de 0,58.',
    bias: 'Sesgo de olvido b: de f en la LSTM, de z en la GRU',
    biasNote: (f, steps) =>
      `Por sí solo da f = σ(b) = ${f}: un recuerdo se reduce a la mitad en ln ½ / ln σ(b) = ${steps} pasos.`,
    chronoNote: (last) =>
      `b_f = log U(1, ${last}), b_i = −b_f: una vida media por unidad, repartidas en el retardo.`,
    delay: 'Retardo T',
    steps: (n) => `${n} pasos`,
    seed: 'Semilla de los pesos iniciales',
    more: 'Además',
    none: 'ninguna otra celda',
    networks: 'Estas redes',
    cell: 'celda',
    radii: 'ρ(U)',
    kept: 'compuerta media',
    never: 'nunca',
  },
  chart: {
    hidden: 'Todos los caminos: ‖∂h_T/∂h_t‖, escala log',
    direct: 'El camino directo Π junto a todos los de la memoria',
    slider: 'Paso t y celda',
    point: (cell, t, norm) => `${cell}, t = ${t}: ‖∂h_T/∂h_t‖ = ${norm}`,
    keys: 'Izquierda y derecha mueven el paso t; arriba y abajo eligen la celda.',
    empty: 'Las curvas aparecen cuando se carga una escena.',
  },
  at: {
    title: (cell, t, steps) => `${cell}, t = ${t}: ${steps === 1 ? 'un paso' : `${steps} pasos`} antes de T`,
    choose: 'Matriz de',
    rows: 'Una fila es una unidad en T; una columna, una en t.',
    key: (m) => `−${m} … +${m}, lineal`,
    whole: 'matriz entera',
    block: 'bloque',
    spectral: 'mayor valor singular',
    frobenius: 'norma de Frobenius',
    factor: 'factor por paso',
    half: 'vida media en pasos',
    all: (slot) => `todos los caminos por ${slot}`,
    direct: (gate) => `camino directo Π ${gate}`,
    ways: 'camino de vuelta',
    norm: 'norma',
    bias: (bias) => `solo el sesgo, σ(${bias})`,
    matrix: 'La matriz como tabla',
    unit: (slot, unit) => `${slot} ${unit}`,
    grows: 'crece',
  },
  clip: {
    title: 'El recorte, donde actúa',
    rule: 'Optimizador',
    intro: (name, updates, rate, isSgd) =>
      `${updates} actualizaciones de la ${name} en la tarea de esta escena, desde los pesos de arriba, con tasa de aprendizaje ${rate}. Un gradiente más largo que el límite se reduce hasta él; su dirección se conserva. ${
        isSgd
          ? 'Con SGD el paso se acorta por el mismo factor.'
          : 'Adam divide por su escala acumulada, así que un gradiente recortado acorta mucho menos el paso.'
      }`,
    clip: 'Mayor norma del gradiente',
    failed: (message) => `El entrenamiento se detuvo: ${message}`,
    waiting: 'Empieza el entrenamiento corto.',
    norms: 'Norma del gradiente en cada actualización, escala log',
    steps: 'Cuánto se mueven los pesos, ‖Δθ‖',
    losses: 'Pérdida del lote, escala log',
    bound: 'límite',
    with: 'con recorte',
    without: 'sin él',
    slider: 'Actualización del entrenamiento corto',
    keys: 'Izquierda y derecha eligen una actualización.',
    acted: (update, norm, clip, step, whole) =>
      `Actualización ${update}: recortada. La norma ${norm} del gradiente se reduce a ${clip}; los pesos se mueven ${step} en vez de ${whole}.`,
    rested: (update, norm, step) =>
      `Actualización ${update}: sin recorte. La norma del gradiente es ${norm}; los pesos se mueven ${step}.`,
    count: (clipped, all) => `Se recortaron ${clipped} de ${all} actualizaciones (triángulos).`,
    diverged: (update) => `Sin recorte la pérdida no es un número en la actualización ${update}.`,
    table: 'El entrenamiento corto como tabla',
    update: 'actualización',
    norm: 'norma del gradiente',
    clipped: 'recorte',
    step: '‖Δθ‖',
    whole: '‖Δθ‖ sin recorte',
    yes: 'sí',
    no: 'no',
  },
  said: {
    title: '¿Resuelve la LSTM el gradiente desvaneciente? En parte.',
    direct: (gate, mean, steps, left) =>
      `Cierto: su memoria tiene un camino directo, Π ${gate}, sin ninguna matriz. Aun así decae donde la compuerta es menor que 1: aquí vale ${mean} en promedio y en ${steps} pasos queda ${left}.`,
    noDirect:
      'Cierto: su memoria tiene un camino directo, Π f, sin ninguna matriz. Aun así decae donde f es menor que 1.',
    explode: (all, direct) =>
      `Falso: que sus gradientes no puedan explotar. Los caminos por h multiplican por U en cada paso. Aquí todos los caminos de c juntos dan ${all}; el directo, ${direct}.`,
    noExplosion: 'Aquí no explotan: sube el radio espectral de U.',
    rnn: (norm, steps) =>
      `La RNN simple sobrescribe un estado de tamaño fijo: cada paso multiplica por diag(1 − h²) U, y el producto se desvanece o explota. Aquí ${norm} en ${steps} pasos.`,
    start:
      'Con la inicialización usual f vale cerca de un medio, una vida media de un paso: así la LSTM no supera de forma fiable a la RNN. Sube el sesgo de olvido o usa crono, que reparte vidas medias en el retardo.',
  },
  table: {
    title: 'Las curvas como tabla',
    step: 't',
  },
}

export const vanishing = { en, es } satisfies Catalogue

export type VanishingMessages = Readonly<Record<Language, typeof en>>[Language]

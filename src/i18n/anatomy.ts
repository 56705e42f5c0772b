/** Words of the open cell. */
import type { Catalogue } from './catalogue.ts'

export const anatomy = {
  en: {
    pane: (cell: string, t: number) => `${cell} opened at step ${t}`,
    keys: 'Left and right go from part to part, up and down change the unit, Space selects.',
    opens: 'Enter opens its arithmetic.',
    part: (name: string, symbol: string, unit: number, value: string) =>
      `${name} ${symbol}, unit ${unit}: ${value}`,
    notComputed: 'not computed yet',
    concat: 'concat',
    noConveyor: 'no conveyor: the whole state is rewritten at every step',
    noConveyorShort: 'no conveyor: all is rewritten',
    noMemory: 'no memory: nothing is carried to the next step',
    noMemoryShort: 'no memory: nothing is carried',
    values: (unit: number, values: string) => `unit ${unit}: ${values}`,
    /** What fits on a card, by the full name in English; a name that is not here stands in full. */
    onCard: {
      'forget gate': 'forget',
      'input gate': 'input',
      'output gate': 'output',
      'reset gate': 'reset',
      'update gate': 'update',
      'new hidden state': 'new state',
    },
    /** The same on a narrow card. */
    onNarrowCard: {
      candidate: 'cand.',
      'input gate': 'input',
      'reset gate': 'reset',
      'update gate': 'update',
      activation: 'activ.',
    },
  },
  es: {
    pane: (cell: string, t: number) => `${cell}, abierta en el paso ${t}`,
    keys: 'Izquierda y derecha van de una parte a otra; arriba y abajo cambian la unidad; Espacio selecciona.',
    opens: 'Intro abre su aritmética.',
    part: (name: string, symbol: string, unit: number, value: string) =>
      `${name} ${symbol}, unidad ${unit}: ${value}`,
    notComputed: 'aún sin calcular',
    concat: 'unión',
    noConveyor: 'sin cinta: el estado entero se reescribe en cada paso',
    noConveyorShort: 'sin cinta: todo se reescribe',
    noMemory: 'sin memoria: nada pasa al paso siguiente',
    noMemoryShort: 'sin memoria: nada se conserva',
    values: (unit: number, values: string) => `unidad ${unit}: ${values}`,
    onCard: {
      'forget gate': 'olvido',
      'input gate': 'entrada',
      'output gate': 'salida',
      'reset gate': 'reinicio',
      'update gate': 'actualización',
      'new hidden state': 'estado',
    },
    onNarrowCard: {
      candidate: 'cand.',
      'input gate': 'entr.',
      'reset gate': 'rein.',
      'update gate': 'act.',
      activation: 'activ.',
    },
  },
} satisfies Catalogue

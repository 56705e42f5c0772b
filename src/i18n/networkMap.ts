/** Words of the map of a network: its layers and directions over time, and where h goes. */
import { inLanguages } from './catalogue.ts'

const en = {
  title: 'Map of the network: layers up, timesteps across',
  row: (layer: number, direction: 'forward' | 'reverse' | null) =>
    `layer ${layer}${direction === null ? '' : direction === 'forward' ? ', left to right' : ', right to left'}`,
  short: (layer: number, arrow: string) => `layer ${layer} ${arrow}`,
  size: (cell: string, H: number) => `${cell}, ${H} ${H === 1 ? 'unit' : 'units'}`,
  reads: (what: string) => `reads ${what}`,
  input: 'the input x',
  onward: (what: string, t: string) => `${what} to ${t}`,
  nothingOnward: 'nothing to the next step',
  up: (to: string) => `h to ${to}`,
  upEnds: 'last h of each direction to the output',
  upEnd: 'last h to the output',
  layer: (layer: number) => `layer ${layer}`,
  hOf: (layer: number) => `h of layer ${layer}`,
  output: 'the output',
  and: ' and ',
  keys: 'Up and down choose the layer or direction; so do Shift and up or down anywhere. Left and right move the timestep.',
}

const es: typeof en = {
  title: 'Mapa de la red: capas hacia arriba, pasos de tiempo a lo ancho',
  row: (layer, direction) =>
    `capa ${layer}${direction === null ? '' : direction === 'forward' ? ', de izquierda a derecha' : ', de derecha a izquierda'}`,
  short: (layer, arrow) => `capa ${layer} ${arrow}`,
  size: (cell, H) => `${cell}, ${H} ${H === 1 ? 'unidad' : 'unidades'}`,
  reads: (what) => `lee ${what}`,
  input: 'la entrada x',
  onward: (what, t) => `${what} hacia ${t}`,
  nothingOnward: 'nada al paso siguiente',
  up: (to) => `h hacia ${to}`,
  upEnds: 'último h de cada sentido hacia la salida',
  upEnd: 'último h hacia la salida',
  layer: (layer) => `la capa ${layer}`,
  hOf: (layer) => `el h de la capa ${layer}`,
  output: 'la salida',
  and: ' y ',
  keys: 'Arriba y abajo eligen la capa o el sentido; también Mayús con arriba o abajo en cualquier lugar. Izquierda y derecha mueven el paso de tiempo.',
}

export const networkMap = inLanguages(en, es)

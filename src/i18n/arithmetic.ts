/** Words of the open arithmetic. They come with it, not with the first paint. */
import type { Catalogue } from './catalogue.ts'

const en = {
  title: (name: string, t: number) => `Arithmetic of the ${name} at t = ${t}`,
  close: 'Close the arithmetic',
  unit: 'Unit',
  unitRow: (unit: number) => `unit ${unit}`,
  chooseUnit: (unit: number) => `Look at unit ${unit}`,
  unitRefused: (last: number, got: string, unit: number) =>
    `Expected 0 – ${last}; got ${got === '' ? 'no number' : `“${got}”`}. Unit ${unit} stays.`,
  table: (name: string, unit: number) =>
    `Rows: units. Unit ${unit} of the ${name} is worked out from left to right.`,
  keys: 'Arrow keys move between columns and units. Enter opens one product. Escape goes back.',
  value: 'value',
  product: 'product',
  runningSum: 'running sum',
  runningSumText: (sum: string, count: number) =>
    `${count} products and biases, added one after the other from 0 to ${sum}`,
  others: (count: number) => `${count} others`,
  rounding: (left: string) => `Rounding leaves ${left}.`,
  notYet: 'not computed yet',
  allProducts: 'All products',
  weight: 'weight',
  rank: (rank: number, count: number) => `Number ${rank} of ${count} products by size.`,
  raises: 'It raises the sum.',
  lowers: 'It lowers the sum.',
  adds: 'It adds nothing.',
  sameWeight: 'The weight is the same at every step; the value is not.',
  overTime: 'This product at every step',
  overTimeText: (low: string, high: string) => `from ${low} to ${high}`,
  goTo: (symbol: string) => `Open ${symbol}`,
  sorted: (shown: number, all: number) =>
    `The ${shown} largest of ${all} products, the rest in one column. Rows around the unit.`,
  map: 'All weights',
  mapText: (rows: number, columns: number, reach: string) => `${rows} × ${columns}, colours to ±${reach}`,
  mapPlace: (weight: string, value: string) => `${weight} = ${value}`,
  mapKeys: 'Arrow keys move by one weight, Page Up and Page Down by 16 units.',
}

export type ArithmeticMessages = typeof en

const es: ArithmeticMessages = {
  title: (name: string, t: number) => `Aritmética: ${name}, t = ${t}`,
  close: 'Cerrar la aritmética',
  unit: 'Unidad',
  unitRow: (unit: number) => `unidad ${unit}`,
  chooseUnit: (unit: number) => `Ver la unidad ${unit}`,
  unitRefused: (last: number, got: string, unit: number) =>
    `Se esperaba 0 – ${last}; se encontró ${got === '' ? 'ningún número' : `«${got}»`}. Sigue la unidad ${unit}.`,
  table: (name: string, unit: number) =>
    `Filas: unidades. La unidad ${unit} (${name}) se calcula de izquierda a derecha.`,
  keys: 'Las flechas se mueven entre columnas y unidades. Intro abre un producto. Escape vuelve atrás.',
  value: 'valor',
  product: 'producto',
  runningSum: 'suma parcial',
  runningSumText: (sum: string, count: number) =>
    `${count} productos y sesgos, sumados uno tras otro desde 0 hasta ${sum}`,
  others: (count: number) => `${count} más`,
  rounding: (left: string) => `El redondeo deja ${left}.`,
  notYet: 'aún sin calcular',
  allProducts: 'Todos los productos',
  weight: 'peso',
  rank: (rank: number, count: number) => `Número ${rank} de ${count} productos por tamaño.`,
  raises: 'Aumenta la suma.',
  lowers: 'Reduce la suma.',
  adds: 'No añade nada.',
  sameWeight: 'El peso es el mismo en todos los pasos; el valor no.',
  overTime: 'Este producto en cada paso',
  overTimeText: (low: string, high: string) => `de ${low} a ${high}`,
  goTo: (symbol: string) => `Abrir ${symbol}`,
  sorted: (shown: number, all: number) =>
    `Los ${shown} productos mayores de ${all}; el resto, en una columna. Filas en torno a la unidad.`,
  map: 'Todos los pesos',
  mapText: (rows: number, columns: number, reach: string) => `${rows} × ${columns}, colores hasta ±${reach}`,
  mapPlace: (weight: string, value: string) => `${weight} = ${value}`,
  mapKeys: 'Las flechas mueven un peso; Re Pág y Av Pág, 16 unidades.',
}

export const arithmetic = { en, es } satisfies Catalogue

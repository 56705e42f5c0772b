/** Words of the memory's provenance: earlier writes, what the gates have left of them, their shares. */
import { inLanguages } from './catalogue.ts'

const en = {
  memory: (unit: number) => `The memory of unit ${unit}`,
  title: (unit: number, slot: string, t: number, value: string) =>
    `The memory of unit ${unit}: where ${slot} = ${value} at step ${t} comes from`,
  lead: (written: string, keep: string, slot: string) =>
    `Each ribbon is one earlier write, ${written}. In every column it is as thick as what ${keep} has left of it by then: above zero what is positive, below it, hatched, what is negative. The heavy line is their sum, ${slot}.`,
  name: 'memory',
  given: 'Exact, given the gate values. The gates themselves also depend on the past.',
  notYet: (slot: string, t: number, before: number) =>
    `${slot} of step ${t} is not computed yet; this is step ${before}.`,
  nothingYet: (slot: string) => `Nothing is written yet: ${slot} of step 0 is not computed.`,
  ribbons: 'Earlier writes: left and right go to an older or a newer one, Enter opens its step',
  step: 'step',
  written: (symbol: string) => `written ${symbol}`,
  kept: (symbol: string) => `kept ${symbol}`,
  share: 'share',
  size: 'size',
  initial: (slot: string) => `initial ${slot}`,
  set: 'set by hand',
  now: 'now',
  others: (count: number) => `${count} others`,
  rounding: 'rounding',
  sum: 'sum',
  sumIs: (slot: string) => `sum = ${slot}`,
  caption: 'Shares of the earlier writes, the largest first',
  shareText: (from: string, written: string, kept: string, share: string) =>
    `${from}: written ${written}, of which ${kept} is kept: share ${share}`,
  stepName: (t: number) => `step ${t}`,
  goTo: (t: number) => `Open step ${t}`,
  all: (count: number) => `Show all ${count} parts`,
  fewer: 'Show the largest only',
}

const es: typeof en = {
  memory: (unit: number) => `La memoria de la unidad ${unit}`,
  title: (unit: number, slot: string, t: number, value: string) =>
    `La memoria de la unidad ${unit}: de dónde sale ${slot} = ${value} en el paso ${t}`,
  lead: (written: string, keep: string, slot: string) =>
    `Cada cinta es una escritura anterior, ${written}. En cada columna su grosor es lo que ${keep} ha dejado de ella hasta entonces: por encima de cero lo positivo; por debajo, rayado, lo negativo. La línea gruesa es su suma, ${slot}.`,
  name: 'memoria',
  given: 'Exacto, dados los valores de las compuertas. Las propias compuertas también dependen del pasado.',
  notYet: (slot: string, t: number, before: number) =>
    `${slot} del paso ${t} aún no está calculado; esto es el paso ${before}.`,
  nothingYet: (slot: string) => `Aún no hay nada escrito: ${slot} del paso 0 está sin calcular.`,
  ribbons:
    'Escrituras anteriores: izquierda y derecha van a una más antigua o más reciente; Intro abre su paso',
  step: 'paso',
  written: (symbol: string) => `escrito ${symbol}`,
  kept: (symbol: string) => `conservado ${symbol}`,
  share: 'aporte',
  size: 'tamaño',
  initial: (slot: string) => `${slot} inicial`,
  set: 'fijado a mano',
  now: 'ahora',
  others: (count: number) => `otros ${count}`,
  rounding: 'redondeo',
  sum: 'suma',
  sumIs: (slot: string) => `suma = ${slot}`,
  caption: 'Aportes de las escrituras anteriores, de mayor a menor',
  shareText: (from: string, written: string, kept: string, share: string) =>
    `${from}: se escribió ${written} y se conserva ${kept}: aporte ${share}`,
  stepName: (t: number) => `paso ${t}`,
  goTo: (t: number) => `Abrir el paso ${t}`,
  all: (count: number) => `Mostrar las ${count} partes`,
  fewer: 'Mostrar solo las mayores',
}

export const provenance = inLanguages(en, es)

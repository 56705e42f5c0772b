/** Words for the layers of a network and for what one hands to the next. */
import { inLanguages } from './catalogue.ts'

const en = {
  /** One unit of a layer below, as an input. */
  unitBelow: (number: number, unit: number) => `layer ${number} h[${unit}]`,
  reverseUnitBelow: (number: number, unit: number) => `layer ${number} ← h[${unit}]`,
  hBelow: (number: number) => `h of layer\u00a0${number}`,
  hBelowBoth: (number: number) => `h of layer\u00a0${number}, both directions`,
}

const es: typeof en = {
  unitBelow: (number, unit) => `capa ${number} h[${unit}]`,
  reverseUnitBelow: (number, unit) => `capa ${number} ← h[${unit}]`,
  hBelow: (number) => `h de la capa\u00a0${number}`,
  hBelowBoth: (number) => `h de la capa\u00a0${number}, ambos sentidos`,
}

export const layers = inLanguages(en, es)

/** Phases 2 and 3 in a sentence: weighted sums, then what the gates make of them. */
import type { Role, Words } from '../../engine/index.ts'
import { ops } from '../../engine/index.ts'
import { phaseOf, shapeOf } from '../phases.ts'
import {
  compose,
  heading,
  listOf,
  numberPart,
  percentPart,
  plainNumber,
  symbolPart,
  type Part,
} from './parts.ts'
import { outputSlot, roleOf, slotsOf, squashed, valueOf, type Place } from './place.ts'

const sums: Words = {
  en: ' Unit {unit} adds up its weighted inputs: {list}.',
  es: ' La unidad {unit} suma sus entradas ponderadas: {list}.',
}
const fromInput: Words = { en: ' from the input', es: ' de la entrada' }
const fromPast: Words = { en: ' from the past', es: ' del pasado' }

/** Phase 2: the pre-activation of each gate, or the halves of one that a gate still has to join. */
export const preActivation = (place: Place): readonly Part[] => {
  const { run, speech, unit } = place
  const { cell } = run
  const ready = slotsOf(cell).filter((slot) => !slot.named && phaseOf(cell, slot.name) === 2)
  const items = Object.keys(cell.equations).flatMap((equation): (readonly Part[])[] => {
    const own = ready.filter((slot) => slot.equation === equation)
    const whole = own.find((slot) => slot.name === `a_${equation}`)
    const halves = whole ? [whole] : own.filter((slot) => slot.op === 'affine')
    if (halves.length === 0) return []
    const numbers = halves.map((slot): readonly Part[] => {
      const number = numberPart(speech, valueOf(place, slot), roleOf(cell, slot))
      const one = halves.length > 1 ? slot.args[0] : undefined
      return one
        ? [number, { text: (one.from === 'input' ? fromInput : fromPast)[speech.language] }]
        : [number]
    })
    const first = halves[0] ? symbolPart(equation, roleOf(cell, halves[0])) : symbolPart(equation)
    return [[first, { text: ' ' }, ...listOf(numbers, speech.language)]]
  })
  const list = listOf(items, speech.language)
  return [
    heading({ en: 'Pre-activation', es: 'Preactivación' }, speech.language),
    ...compose(sums, speech.language, { unit, list }),
  ]
}

const deeds: Readonly<Record<Role, Words>> = {
  keep: { en: '{gate} keeps {share}', es: '{gate} conserva el {share}' },
  write: { en: '{gate} writes {share}', es: '{gate} escribe el {share}' },
  expose: { en: '{gate} shows {share}', es: '{gate} muestra el {share}' },
  read: {
    en: '{gate} lets {share} of the past into the candidate',
    es: '{gate} deja pasar el {share} del pasado al candidato',
  },
  candidate: { en: '{gate} proposes {number}', es: '{gate} propone {number}' },
  cell: { en: '{gate} is {number}', es: '{gate} vale {number}' },
  hidden: { en: '{gate} is {number}', es: '{gate} vale {number}' },
}

/** In a cell without gates, the activation. */
const activation = (place: Place): readonly Part[] => {
  const { run, speech, unit } = place
  const output = outputSlot(run.cell)
  const before = output && squashed(run.cell, output)
  if (!output || !before) return []
  const words: Words = {
    en: ' In unit {unit}, {op} brings {a} to {value}.',
    es: ' En la unidad {unit}, {op} lleva {a} a {value}.',
  }
  return [
    heading({ en: 'Activation', es: 'Activación' }, speech.language),
    ...compose(words, speech.language, {
      unit,
      op: ops[output.op].glyph,
      a: plainNumber(speech, valueOf(place, before)),
      value: numberPart(speech, valueOf(place, output)),
    }),
  ]
}

/** Phase 3: what each gate decides; in a cell without gates, the activation. */
export const gates = (place: Place): readonly Part[] => {
  const { run, speech, unit } = place
  const { cell } = run
  const { language } = speech
  if (shapeOf(cell) === 'rewrite') return activation(place)
  const ready = slotsOf(cell).filter((slot) => slot.named && phaseOf(cell, slot.name) === 3)
  const items = ready.map((slot) => {
    const role = roleOf(cell, slot)
    const value = valueOf(place, slot)
    return compose(deeds[role], language, {
      gate: symbolPart(slot.name, role),
      share: percentPart(speech, value, role),
      number: numberPart(speech, value, role),
    })
  })
  return [
    heading({ en: 'Gates', es: 'Compuertas' }, language),
    ...compose({ en: ' In unit {unit}, {list}.', es: ' En la unidad {unit}, {list}.' }, language, {
      unit,
      list: listOf(items, language),
    }),
  ]
}

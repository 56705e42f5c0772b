/** Phases 4 and 5 in a sentence: the long memory or the candidate, then h. */
import type { CellSlot, Words } from '../../engine/index.ts'
import { ops } from '../../engine/index.ts'
import { exposureOf, mixOf, readingOf } from '../mix.ts'
import { phaseOf, shapeOf } from '../phases.ts'
import { compose, heading, numberPart, percentPart, plainNumber, symbolPart, type Part } from './parts.ts'
import { beforeOf, outputSlot, roleOf, slotsOf, squashed, valueOf, type Place } from './place.ts'

const mixed: Words = {
  en: ' Unit {unit} keeps {keep} of {old} and writes {write} of {candidate}, so {what} goes to {value}.',
  es: ' La unidad {unit} conserva el {keep} de {old} y escribe el {write} de {candidate}, así que {what} pasa a {value}.',
}

/** keep ⊙ old + write ⊙ candidate, of the long memory or of h itself. */
const mixSentence = (place: Place, slot: CellSlot, what: Words): readonly Part[] | null => {
  const { run, speech, unit } = place
  const mix = mixOf(run.cell, slot.name)
  if (!mix) return null
  return compose(mixed, speech.language, {
    unit,
    keep: percentPart(speech, valueOf(place, mix.keep), 'keep'),
    old: plainNumber(speech, beforeOf(place, mix.old)),
    write: percentPart(speech, valueOf(place, mix.write), 'write'),
    candidate: numberPart(speech, valueOf(place, mix.candidate), 'candidate'),
    what: what[speech.language],
    value: numberPart(speech, valueOf(place, slot)),
  })
}

/** For an equation that fits no rule: its value alone. */
const plain = (place: Place, slot: CellSlot): readonly Part[] =>
  compose(
    { en: ' In unit {unit}, {symbol} is {value}.', es: ' En la unidad {unit}, {symbol} vale {value}.' },
    place.speech.language,
    {
      unit: place.unit,
      symbol: symbolPart(slot.name, roleOf(place.run.cell, slot)),
      value: numberPart(place.speech, valueOf(place, slot)),
    },
  )

const candidateSentence = (place: Place, slot: CellSlot): readonly Part[] => {
  const { run, speech, unit } = place
  const { language } = speech
  const value = numberPart(speech, valueOf(place, slot), 'candidate')
  const op = ops[slot.op].glyph
  const reading = readingOf(run.cell, slot.name)
  if (reading)
    return compose(
      {
        en: ' Unit {unit} proposes {value}: {op} of {rest} from the input and {share} of {past} from the past.',
        es: ' La unidad {unit} propone {value}: {op} de {rest} de la entrada y el {share} de {past} del pasado.',
      },
      language,
      {
        unit,
        value,
        op,
        rest: plainNumber(speech, valueOf(place, reading.rest)),
        share: percentPart(speech, valueOf(place, reading.gate), 'read'),
        past: plainNumber(speech, valueOf(place, reading.past)),
      },
    )
  const before = squashed(run.cell, slot)
  if (!before)
    return compose(
      {
        en: ' Unit {unit} proposes {value}, a weighted sum of the input.',
        es: ' La unidad {unit} propone {value}, una suma ponderada de la entrada.',
      },
      language,
      { unit, value },
    )
  const scaled = slotsOf(run.cell).some(
    (part) => part.equation === slot.equation && part.op === 'multiply' && !part.named,
  )
  return compose(
    scaled
      ? {
          en: ' Unit {unit} proposes {value}: {op} of {a}. The reset gates scaled the past before U.',
          es: ' La unidad {unit} propone {value}: {op} de {a}. Las compuertas de reinicio escalaron el pasado antes de U.',
        }
      : {
          en: ' Unit {unit} proposes {value}: {op} of {a}.',
          es: ' La unidad {unit} propone {value}: {op} de {a}.',
        },
    language,
    { unit, value, op, a: plainNumber(speech, valueOf(place, before)) },
  )
}

/** Phase 4: the long memory, or the candidate, or nothing. */
export const stateUpdate = (place: Place): readonly Part[] => {
  const { run, speech } = place
  const { cell } = run
  const role = shapeOf(cell) === 'memory' ? 'cell' : 'candidate'
  const slot = slotsOf(cell).find(
    (own) => own.named && phaseOf(cell, own.name) === 4 && cell.equations[own.name]?.role === role,
  )
  if (!slot)
    return [
      heading({ en: 'State', es: 'Estado' }, speech.language),
      ...compose(
        {
          en: ' Nothing happens here: this cell has no long memory and no candidate.',
          es: ' Aquí no ocurre nada: esta celda no tiene memoria larga ni candidato.',
        },
        speech.language,
      ),
    ]
  if (role === 'candidate')
    return [heading({ en: 'Candidate', es: 'Candidato' }, speech.language), ...candidateSentence(place, slot)]
  return [
    heading({ en: 'Cell update', es: 'Actualización de la celda' }, speech.language),
    ...(mixSentence(place, slot, { en: 'its cell', es: 'su celda' }) ?? plain(place, slot)),
  ]
}

const anew: Words = {
  en: ' Unit {unit} is written anew: {op} of {a} is {value}. Nothing of the old value is kept by itself.',
  es: ' La unidad {unit} se escribe de nuevo: {op} de {a} es {value}. Nada del valor anterior se conserva por sí solo.',
}
const memoryless: Words = {
  en: ' Unit {unit} sees this step alone: {op} of {a} is {value}. Nothing is carried to the next step.',
  es: ' La unidad {unit} solo ve este paso: {op} de {a} es {value}. Nada pasa al paso siguiente.',
}
const shown: Words = {
  en: ' Unit {unit} squashes its cell to {inner} and lets {share} of it out, so h is {value}.',
  es: ' La unidad {unit} comprime su celda a {inner} y deja salir el {share}, así que h vale {value}.',
}

/** Phase 5: h, in every cell. */
export const hiddenState = (place: Place): readonly Part[] => {
  const { run, speech, unit } = place
  const { cell } = run
  const { language } = speech
  const slot = outputSlot(cell)
  if (!slot) return []
  const title: Words =
    shapeOf(cell) === 'mix' ? { en: 'Mix', es: 'Mezcla' } : { en: 'Hidden state', es: 'Estado oculto' }
  const value = numberPart(speech, valueOf(place, slot))
  const exposure = exposureOf(cell, slot.name)
  const before = squashed(cell, slot)
  if (exposure)
    return [
      heading(title, language),
      ...compose(shown, language, {
        unit,
        inner: numberPart(speech, valueOf(place, exposure.shown)),
        share: percentPart(speech, valueOf(place, exposure.gate), 'expose'),
        value,
      }),
    ]
  if (before)
    return [
      heading(title, language),
      ...compose(cell.carry.length > 0 ? anew : memoryless, language, {
        unit,
        op: ops[slot.op].glyph,
        a: plainNumber(speech, valueOf(place, before)),
        value,
      }),
    ]
  return [heading(title, language), ...(mixSentence(place, slot, { en: 'h', es: 'h' }) ?? plain(place, slot))]
}

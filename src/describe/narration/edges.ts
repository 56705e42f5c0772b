/** What goes into a step and what comes out of it, in one sentence each: phases 1 and 6. */
import type { Words } from '../../engine/index.ts'
import {
  compose,
  heading,
  listOf,
  numberPart,
  percentPart,
  plainNumber,
  symbolPart,
  type NarratedRun,
  type NarratedScene,
  type Part,
  type Speech,
} from './parts.ts'
import type { Place } from './place.ts'

const joined: Words = {
  en: ' The input says {said}. With the {size} units of {h} {before}, it is what every weighted sum reads.',
  es: ' La entrada dice {said}. Con las {size} unidades de {h} {before}, es lo que lee cada suma ponderada.',
}
const below: Words = {
  en: ' The input is {said}, which the layer below has just given out. With the {size} units of {h} {before}, it is what every weighted sum reads.',
  es: ' La entrada es {said}, lo que la capa inferior acaba de entregar. Con las {size} unidades de {h} {before}, es lo que lee cada suma ponderada.',
}
const belowAlone: Words = {
  en: ' The input is {said}. It is all that the weights see: nothing of the past is joined to it.',
  es: ' La entrada es {said}. Es todo lo que ven los pesos: nada del pasado se le une.',
}
const inputAlone: Words = {
  en: ' The input says {said}. It is all that the weights see: nothing of the past is joined to it.',
  es: ' La entrada dice {said}. Es todo lo que ven los pesos: nada del pasado se le une.',
}

/** Phase 1: x, and h as the previous step left it. */
export const inputs = ({ run, t, speech }: Place, scene: NarratedScene): readonly Part[] => {
  const { language } = speech
  const said: Part = { text: scene.inputName ?? scene.said[t] ?? '', strong: true }
  const reads = run.cell.flat.single.slots.some(
    (slot) => slot.op === 'affine' && slot.args.some((arg) => arg.from !== 'input'),
  )
  const before = run.layer.reversed ? t + 1 : t - 1
  const first = before < 0 || before >= run.layer.T
  const from: Words = first
    ? { en: 'from the start', es: 'del inicio' }
    : { en: `from t = ${before}`, es: `de t = ${before}` }
  const [withPast, alone] = scene.inputName === null ? [joined, inputAlone] : [below, belowAlone]
  const sentence = reads ? withPast : alone
  return [
    heading({ en: 'Concat', es: 'Unión' }, language),
    ...compose(sentence, language, {
      said,
      size: run.layer.program.H,
      h: symbolPart(run.cell.output, 'hidden'),
      before: from[language],
    }),
  ]
}

const notYet: Words = {
  en: ' No output at this step: the readout reads only the last one.',
  es: ' Sin salida en este paso: la capa de lectura solo lee el último.',
}
const unasked: Words = {
  en: ' The readout gives {y}. Nothing is asked for at this step.',
  es: ' La capa de lectura da {y}. En este paso no se pide nada.',
}
const resting: Words = {
  en: ' The readout gives {y}. Nothing is asked for at this step: it should say {target}.',
  es: ' La capa de lectura da {y}. En este paso no se pide nada: debe decir {target}.',
}
const asked: Words = {
  en: ' The readout gives {y}; asked for is {target}.',
  es: ' La capa de lectura da {y}; se pide {target}.',
}
const guess: Words = {
  en: ' The readout puts most on {name}, {share}.',
  es: ' La capa de lectura apuesta sobre todo por {name}, {share}.',
}
const guessAsked: Words = {
  en: ' The readout puts most on {name}, {share}; the right one is {target}, {targetShare}.',
  es: ' La capa de lectura apuesta sobre todo por {name}, {share}; lo correcto es {target}, {targetShare}.',
}

const largest = (values: readonly number[]): number => values.indexOf(Math.max(...values))

/** The output's row of step t, or null where there is none. */
export const outputsAt = ({ trace }: NarratedRun, t: number): readonly number[] | null => {
  const K = trace.network.outputs
  const row = trace.network.spec.outputs === 'every' ? t : t === trace.T - 1 ? 0 : -1
  return row < 0 ? null : Array.from(trace.outputs.subarray(row * K, (row + 1) * K))
}

const numbersOf = (speech: Speech, values: readonly number[]): readonly Part[] =>
  listOf(
    values.map((value) => [numberPart(speech, value)]),
    speech.language,
  )

const upwards: Words = {
  en: ' {h} goes up: {layer} reads it as its input at this step.',
  es: ' {h} sube: la {layer} lo lee como su entrada en este paso.',
}

/** The layer above the one that is looked at, counted from 1, or null for the last. */
const layerAbove = ({ trace, part }: NarratedRun): number | null => {
  const { parts, spec } = trace.network
  const layer = parts[part]?.layer ?? 0
  return layer + 1 < spec.layers.length ? layer + 2 : null
}

/** Phase 6: what the readout makes of h, beside what is asked for; below the last layer, who reads h. */
export const output = ({ run, t, speech }: Place, scene: NarratedScene): readonly Part[] => {
  const { language } = speech
  const title = heading({ en: 'Output', es: 'Salida' }, language)
  const above = layerAbove(run)
  if (above !== null)
    return [
      title,
      ...compose(upwards, language, {
        h: symbolPart(run.cell.output, 'hidden'),
        layer: { text: language === 'en' ? `layer ${above}` : `capa ${above}`, strong: true },
      }),
    ]
  const values = outputsAt(run, t)
  if (!values) return [title, ...compose(notYet, language)]
  const target = scene.targets[t] ?? null
  if (run.trace.network.spec.readout?.activation === 'softmax' && scene.outputNames.length > 0) {
    const best = largest(values)
    const right = target ? largest(target) : -1
    const named = (k: number): Part => ({ text: scene.outputNames[k] ?? String(k), strong: true })
    const share = (k: number): Part => percentPart(speech, values[k] ?? NaN)
    const fillings = { name: named(best), share: share(best) }
    return [
      title,
      ...(target
        ? compose(guessAsked, language, { ...fillings, target: named(right), targetShare: share(right) })
        : compose(guess, language, fillings)),
    ]
  }
  const y = numbersOf(speech, values)
  const wanted = target ?? scene.rest
  return [
    title,
    ...(wanted
      ? compose(target ? asked : resting, language, {
          y,
          target: listOf(
            wanted.map((value) => [plainNumber(speech, value)]),
            language,
          ),
        })
      : compose(unasked, language, { y })),
  ]
}

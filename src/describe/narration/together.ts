/** One sentence for several cells on one clock. */
import type { Words } from '../../engine/index.ts'
import { meanOf, slotOfJob, weightedSums } from '../jobs.ts'
import type { PhaseNumber } from '../phases.ts'
import { outputsAt } from './edges.ts'
import {
  compose,
  heading,
  listOf,
  numberPart,
  percentPart,
  plainNumber,
  type NarratedRun,
  type NarratedScene,
  type Part,
  type Speech,
} from './parts.ts'

const titles: Readonly<Record<PhaseNumber, Words>> = {
  1: { en: 'Concat', es: 'Unión' },
  2: { en: 'Pre-activation', es: 'Preactivación' },
  3: { en: 'Gates', es: 'Compuertas' },
  4: { en: 'State', es: 'Estado' },
  5: { en: 'Hidden state', es: 'Estado oculto' },
  6: { en: 'Output', es: 'Salida' },
}

const sentences: Readonly<Record<PhaseNumber, Words>> = {
  1: {
    en: ' All read the same input, {said}, each with the h that it left itself.',
    es: ' Todas leen la misma entrada, {said}, cada una con el h que ella misma dejó.',
  },
  2: {
    en: ' Weighted sums a unit, each with its own weights: {list}.',
    es: ' Sumas ponderadas por unidad, cada una con sus pesos: {list}.',
  },
  3: {
    en: ' Kept of the old state, mean over units: {list}.',
    es: ' Lo que se conserva del estado anterior, media de las unidades: {list}.',
  },
  4: {
    en: ' Size of what is new, mean over units: {list}.',
    es: ' Tamaño de lo nuevo, media de las unidades: {list}.',
  },
  5: {
    en: ' Size of h, mean over units: {list}. It goes right, to the next step, and up, to the readout.',
    es: ' Tamaño de h, media de las unidades: {list}. Va a la derecha, al paso siguiente, y hacia arriba, a la lectura.',
  },
  6: { en: ' {list}.', es: ' {list}.' },
}

/** With a layer without memory among them, what holds for the recurrent cells alone is said of them alone. */
const besideMemoryless: Readonly<Partial<Record<PhaseNumber, Words>>> = {
  1: {
    en: ' All read the same input, {said}; each recurrent cell also reads the h that it left itself.',
    es: ' Todas leen la misma entrada, {said}; cada celda recurrente lee además el h que ella misma dejó.',
  },
  5: {
    en: ' Size of h, mean over units: {list}. It goes up, to the readout, and in recurrent cells right, to the next step.',
    es: ' Tamaño de h, media de las unidades: {list}. Va a la lectura y, en las celdas recurrentes, al paso siguiente.',
  },
}

const noGate: Words = { en: 'no gate', es: 'sin compuerta' }
const noOutput: Words = {
  en: ' No output at this step: the readout reads only the last one.',
  es: ' Sin salida en este paso: la capa de lectura solo lee el último.',
}
const target: Words = { en: ' Asked for is {target}.', es: ' Se pide {target}.' }

/**
 * The sentence for cells compared at a moment.
 * @throws Error for a step outside the sequence.
 */
export const narrateTogether = (
  runs: readonly NarratedRun[],
  scene: NarratedScene,
  { t, phase }: { readonly t: number; readonly phase: PhaseNumber },
  speech: Speech,
): readonly Part[] => {
  const { language } = speech
  const each = (part: (run: NarratedRun) => readonly Part[]): readonly Part[] =>
    listOf(
      runs.map((run) => [{ text: `${run.cell.name} ` }, ...part(run)]),
      language,
    )
  const size = (run: NarratedRun, slot: string | null): readonly Part[] =>
    slot === null
      ? [{ text: noGate[language] }]
      : [
          numberPart(
            speech,
            meanOf(run.layer, t, slot, true),
            slot === run.cell.output ? 'hidden' : 'candidate',
          ),
        ]
  const share = (run: NarratedRun): readonly Part[] => {
    const slot = slotOfJob(run.cell, 'keep')
    return slot === null
      ? [{ text: noGate[language] }]
      : [percentPart(speech, meanOf(run.layer, t, slot, false), 'keep')]
  }
  const title = heading(titles[phase], language)
  const isBeside = runs.some(({ cell }) => cell.carry.length === 0)
  const sentence = (isBeside ? besideMemoryless[phase] : undefined) ?? sentences[phase]
  const say = (list: readonly Part[]): readonly Part[] => [
    title,
    ...compose(sentence, language, { list, said: { text: scene.said[t] ?? '', strong: true } }),
  ]
  if (phase === 1) return say([])
  if (phase === 2) return say(each((run) => [{ text: String(weightedSums(run.cell.id)), strong: true }]))
  if (phase === 3) return say(each(share))
  if (phase === 4) return say(each((run) => size(run, slotOfJob(run.cell, 'candidate'))))
  if (phase === 5) return say(each((run) => size(run, run.cell.output)))
  if (runs.every((run) => outputsAt(run, t) === null)) return [title, ...compose(noOutput, language)]
  const wanted = scene.targets[t] ?? null
  const named = scene.outputNames.length > 0
  const right = wanted ? wanted.indexOf(Math.max(...wanted)) : -1
  const outputOf = (run: NarratedRun): readonly Part[] => {
    const values = outputsAt(run, t) ?? []
    if (!named)
      return listOf(
        values.map((value) => [numberPart(speech, value)]),
        language,
      )
    const best = values.indexOf(Math.max(...values))
    return [
      { text: `${scene.outputNames[best] ?? best} `, strong: true },
      percentPart(speech, values[best] ?? NaN),
    ]
  }
  const asked: readonly Part[] = named
    ? [{ text: scene.outputNames[right] ?? '', strong: true }]
    : listOf(
        (wanted ?? []).map((value) => [plainNumber(speech, value)]),
        language,
      )
  return [...say(each(outputOf)), ...(wanted ? compose(target, language, { target: asked }) : [])]
}

/** One sentence for a phase of the way back: what happens to the selected unit's gradient, with its numbers. */
import type { CellSlot, Words } from '../engine/index.ts'
import { gradAt, ops } from '../engine/index.ts'
import { backPhases, type BackPhase } from './backPhases.ts'
import type { GradientSite } from './gradientFactors.ts'
import { goesTo } from './gradientOnward.ts'
import { comesFrom, sentBack, type Link } from './gradientTerms.ts'
import {
  compose,
  heading,
  listOf,
  percentPart,
  plainNumber,
  symbolPart,
  type Part,
  type Speech,
} from './narration/parts.ts'
import type { PhaseNumber } from './phases.ts'
import { memoryUpdateOf } from './provenance.ts'

export interface BackPlace {
  readonly site: GradientSite
  readonly t: number
  readonly unit: number
  /** What is differentiated: 'L', or 'y'. */
  readonly of: string
  /** What this step's own loss is, null where none is sent back. */
  readonly loss: number | null
  readonly speech: Speech
}

const headings: Readonly<Record<BackPhase, Words>> = {
  arrives: { en: 'Arrives', es: 'Llega' },
  hidden: { en: 'Back into h', es: 'De vuelta en h' },
  mix: { en: 'Back through the mix', es: 'De vuelta por la mezcla' },
  cell: { en: 'Back into the cell', es: 'De vuelta en la celda' },
  candidate: { en: 'Back into the candidate', es: 'De vuelta en el candidato' },
  gates: { en: 'Back into the gates', es: 'De vuelta en las compuertas' },
  activation: { en: 'Back through the activation', es: 'De vuelta por la activación' },
  nothing: { en: 'Nothing here', es: 'Nada aquí' },
  weights: { en: 'Into the weights', es: 'A los pesos' },
  back: { en: 'To the step before', es: 'Al paso anterior' },
}

const layerOf = ({ site }: BackPlace) => site.network.traces[site.part]!

const slotOf = (place: BackPlace, name: string): CellSlot | undefined =>
  layerOf(place).program.slots.find((slot) => slot.name === name)

const gradientOf = (place: BackPlace, slot: string, t = place.t): number =>
  gradAt(layerOf(place), t, slot)[place.unit] ?? NaN

/** ∂L/∂f */
const partial = ({ of, site }: BackPlace, slot: string): Part =>
  symbolPart(`∂${of}/∂${slot}`, site.network.traces[site.part]?.program.cell.equations[slot]?.role)

const number = ({ speech }: BackPlace, value: number): Part => ({
  ...plainNumber(speech, value),
  strong: true,
})

const total = (links: readonly Link[]): number => links.reduce((sum, { product }) => sum + product, 0)

const previousStep = (place: BackPlace): number => place.t + (layerOf(place).reversed ? 1 : -1)

const arrivesLast: Words = {
  en: ' Nothing comes from a later step: this is the last one.',
  es: ' De un paso posterior no llega nada: este es el último.',
}
const arrivesFrom: Words = {
  en: ' From step {next} unit {unit} gets {list}.',
  es: ' Del paso {next} la unidad {unit} recibe {list}.',
}
const arrivesLoss: Words = {
  en: ' The loss of this step, {loss}, adds {own} to {h}.',
  es: ' La pérdida de este paso, {loss}, suma {own} a {h}.',
}
const arrivesOutput: Words = {
  en: ' The output of this step adds {own} to {h}.',
  es: ' La salida de este paso suma {own} a {h}.',
}

const arrived = (place: BackPlace): readonly Part[] => {
  const layer = layerOf(place)
  const { language } = place.speech
  const { cell } = layer.program
  const next = place.t + (layer.reversed ? -1 : 1)
  const hasNext = next >= 0 && next < layer.T && cell.carry.length > 0
  const sums = cell.carry.map((slot) => comesFrom(place.site, slot, place.unit, place.t).links)
  const list = listOf(
    cell.carry.map((slot, k) => [
      number(place, total(sums[k]!.filter(({ step }) => step === next))),
      { text: language === 'es' ? ' para ' : ' for ' },
      partial(place, slot),
    ]),
    language,
  )
  const above = comesFrom(place.site, cell.output, place.unit, place.t).links.filter(
    (link) => link.kind === 'weights' && link.from !== 'cell',
  )
  return [
    ...(hasNext
      ? compose(arrivesFrom, language, { next, unit: place.unit, list })
      : cell.carry.length > 0
        ? compose(arrivesLast, language)
        : []),
    ...(above.length === 0
      ? []
      : compose(place.loss === null ? arrivesOutput : arrivesLoss, language, {
          own: number(place, total(above)),
          h: partial(place, cell.output),
          loss: number(place, place.loss ?? NaN),
        })),
  ]
}

const isSum: Words = {
  en: ' In unit {unit} all parts of {gradient} add up to {value}.',
  es: ' En la unidad {unit} las partes de {gradient} suman {value}.',
}

const sumOf = (place: BackPlace, slot: string): readonly Part[] =>
  compose(isSum, place.speech.language, {
    unit: place.unit,
    gradient: partial(place, slot),
    value: number(place, gradientOf(place, slot)),
  })

const goesOn: Words = {
  en: ' {gate} = {value}: {share} of it goes on along {state}. What the gate erased gets no credit.',
  es: ' {gate} = {value}: el {share} sigue por {state}. Lo que la compuerta borró no recibe crédito.',
}
const keptAll: Words = {
  en: ' {gate} = {value}: {share} of it goes on along {state}.',
  es: ' {gate} = {value}: el {share} sigue por {state}.',
}

/** How much of the state's gradient its keep gate lets through to the step before. */
const keeps = (place: BackPlace): readonly Part[] => {
  const layer = layerOf(place)
  const update = memoryUpdateOf(layer.program.cell)
  if (!update) return []
  const onward = goesTo(place.site, update.slot, place.unit, place.t).find(
    (way) => way.kind === 'elementwise' && way.to.from === 'previous',
  )
  if (onward?.kind !== 'elementwise') return []
  const role = layer.program.cell.equations[update.keep.equation]?.role
  return compose(onward.factor < 0.5 ? goesOn : keptAll, place.speech.language, {
    gate: symbolPart(update.keep.name.replace('-', ' − '), role),
    value: number(place, onward.factor),
    share: percentPart(place.speech, onward.factor),
    state: symbolPart(update.slot, 'cell'),
  })
}

const inGates: Words = { en: ' In unit {unit}: {list}.', es: ' En la unidad {unit}: {list}.' }

const each = (place: BackPlace, slots: readonly string[]): readonly Part[] =>
  compose(inGates, place.speech.language, {
    unit: place.unit,
    list: listOf(
      slots.map((slot) => [partial(place, slot), { text: ' ' }, number(place, gradientOf(place, slot))]),
      place.speech.language,
    ),
  })

const slope: Words = {
  en: ' The slope of {op} is {slope}: {value} is left for the weighted sum of unit {unit}.',
  es: ' La pendiente de {op} es {slope}: para la suma ponderada de la unidad {unit} queda {value}.',
}

const throughActivation = (place: BackPlace): readonly Part[] => {
  const { cell } = layerOf(place).program
  const way = goesTo(place.site, cell.output, place.unit, place.t)[0]
  const own = slotOf(place, cell.output)
  if (way?.kind !== 'elementwise' || !own) return []
  return compose(slope, place.speech.language, {
    op: ops[own.op].glyph,
    slope: number(place, way.factor),
    value: number(place, way.product),
    unit: place.unit,
  })
}

const share: Words = {
  en: ' This step’s share of {dW} is one column times one row: {da} times {read}. All steps add up, because W is the same at each.',
  es: ' La parte de este paso en {dW} es una columna por una fila: {da} por {read}. Se suman todos los pasos, porque W es la misma en cada uno.',
}

const toBefore: Words = {
  en: ' Through {weights}, unit {unit} of {h} at step {before} gets {value}.',
  es: ' Por {weights}, la unidad {unit} de {h} en el paso {before} recibe {value}.',
}
const toStart: Words = {
  en: ' Through {weights}, the initial {h} of unit {unit} gets {value}.',
  es: ' Por {weights}, la {h} inicial de la unidad {unit} recibe {value}.',
}
const toMemory: Words = {
  en: ' {c} gets {value}, what {gate} lets through.',
  es: ' {c} recibe {value}, lo que deja pasar {gate}.',
}
const toNowhere: Words = {
  en: ' This cell carries nothing: no gradient goes back in time.',
  es: ' Esta celda no guarda nada: ningún gradiente va hacia atrás en el tiempo.',
}

const sent = (place: BackPlace): readonly Part[] => {
  const layer = layerOf(place)
  const { cell } = layer.program
  const { language } = place.speech
  const before = previousStep(place)
  const isStart = before < 0 || before >= layer.T
  if (cell.carry.length === 0) return compose(toNowhere, language)
  const update = memoryUpdateOf(cell)
  return cell.carry.flatMap((slot) => {
    const value = number(place, sentBack(place.site, slot, place.t)[place.unit] ?? NaN)
    const symbol = symbolPart(slot, cell.equations[slot]?.role)
    if (slot !== cell.output && update?.slot === slot)
      return compose(toMemory, language, {
        c: symbol,
        value,
        gate: symbolPart(update.keep.name, cell.equations[update.keep.equation]?.role),
      })
    const also = update?.slot === slot
    const weights: Words = also
      ? {
          en: `${update.keep.name.replace('-', ' − ')} and U`,
          es: `${update.keep.name.replace('-', ' − ')} y U`,
        }
      : { en: 'U', es: 'U' }
    return compose(isStart ? toStart : toBefore, language, {
      weights: symbolPart(weights[language]),
      unit: place.unit,
      h: symbol,
      before,
      value,
    })
  })
}

const noWeights = (place: BackPlace): Part => {
  const layer = layerOf(place)
  const reads = layer.program.cell.carry.length > 0
  const before = String(previousStep(place)).replace('-', '−')
  return symbolPart(reads ? `[h(${before}), x(${place.t})]` : `x(${place.t})`)
}

/** The sentence of a phase, as parts. */
export const narrateBack = (place: BackPlace, phase: PhaseNumber): readonly Part[] => {
  const layer = layerOf(place)
  const { cell } = layer.program
  const { language } = place.speech
  const key = backPhases(cell)[phase - 1]!
  const title = heading(headings[key], language)
  const gates = Object.entries(cell.equations)
  const memory = gates.find(([, { role }]) => role === 'cell')?.[0]
  const candidate = gates.find(([, { role }]) => role === 'candidate')?.[0]
  const isGate = (name: string): boolean => name !== memory && name !== cell.output
  const inGate = gates.map(([name]) => name).filter(isGate)
  switch (key) {
    case 'arrives':
      return [title, ...arrived(place)]
    case 'hidden':
      return [title, ...sumOf(place, cell.output)]
    case 'mix':
      return [title, ...sumOf(place, cell.output), ...keeps(place)]
    case 'cell':
      return [title, ...(memory ? sumOf(place, memory) : []), ...keeps(place)]
    case 'candidate':
      return [title, ...(candidate ? each(place, [candidate]) : [])]
    case 'gates':
      return [
        title,
        ...each(
          place,
          cell.carry.includes(memory ?? '') ? inGate : inGate.filter((name) => name !== candidate),
        ),
      ]
    case 'activation':
      return [title, ...throughActivation(place)]
    case 'weights':
      return [
        title,
        ...compose(share, language, {
          dW: symbolPart(`∂${place.of}/∂W`),
          da: symbolPart(`∂${place.of}/∂a`),
          read: noWeights(place),
        }),
      ]
    case 'back':
      return [title, ...sent(place)]
    default:
      return [title]
  }
}

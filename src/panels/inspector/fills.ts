/** Texts for a formula's placeholders, from the trace: see `Fill` of describe/formula.ts. */
import { balance } from '../../describe/balance.ts'
import { contributions, readoutContributions, sumOf } from '../../describe/contributions.ts'
import { phaseOf } from '../../describe/phases.ts'
import { at, carryInto, formatNumber, type CellRun } from '../../store/index.ts'
import type { Inspected } from './useInspected.ts'

/** What a formula is filled from: a unit of a run at a step. */
export interface Filled extends Pick<
  Inspected,
  'site' | 'unit' | 'moment' | 'known' | 'name' | 'phase' | 'language'
> {
  readonly run: Pick<CellRun, 'cell' | 'layer'>
}

/** What stands for a number that is not computed yet. */
export const UNKNOWN = '?'

/** The step of the carry that a step reads: the one before, or after in a reversed layer. */
const carryStep = ({ run, moment }: Filled): number => moment.t + (run.layer.reversed ? 1 : -1)

const numberOf = (inspected: Filled, fill: string): number | null => {
  const { run, site, unit, moment, known } = inspected
  const slot = run.cell.flat.single.slots[Number(fill.slice(1))]
  if (!slot) return null
  const kind = fill.slice(0, 1)
  if (kind === 'c') return carryInto(run.layer, moment.t, slot.name)[unit] ?? null
  if (!known(phaseOf(run.cell, slot.name)) && !(slot.name === inspected.name && known(inspected.phase)))
    return null
  if (kind === 's') return at(run.layer, moment.t, slot.name)[unit] ?? null
  const sums = sumOf(contributions(site, slot.name, unit, moment.t))
  return kind === 'w' ? sums.products : sums.biases
}

/** Decimals that a formula may need so that a sum in it adds up: there is no row for what rounding leaves. */
const MORE = 4

const decimalsOfSum = ({ products, biases }: ReturnType<typeof sumOf>, sum: number): number =>
  balance([products, biases], sum, MORE).least

/** Decimals of a placeholder: with a weighted sum, those with which its two parts and it add up. */
const decimalsOf = ({ run, site, unit, moment }: Filled, fill: string): number | undefined => {
  const slot = run.cell.flat.single.slots[Number(fill.slice(1))]
  if (slot?.op !== 'affine' || fill.startsWith('c')) return undefined
  const parts = contributions(site, slot.name, unit, moment.t)
  return decimalsOfSum(sumOf(parts), parts.value)
}

/** Fills a formula: the text of a placeholder, and the number behind it where it is one and known. */
export interface Filler {
  readonly textOf: (fill: string) => string
  readonly valueOf: (fill: string) => number | null
  /** The datum that a term stands for, as attributes (panels/hover/datum.ts); symbols stand for all units. */
  readonly marksOf: (term: string, isNumber: boolean) => Marks
}

type Marks = Readonly<Record<`data-${string}`, string | number>>

const marksOf = (inspected: Filled, term: string, isNumber: boolean): Marks => {
  const { run, unit, moment } = inspected
  const [kind = '', name = ''] = term.split(/-(.*)/)
  if (kind === 'weight') return { 'data-carries': name }
  if (kind === 'input') return { 'data-carries': `x@${moment.t}` }
  const slot = kind === 'slot' || kind === 'prev' ? run.cell.flat.single.slots[Number(name)] : undefined
  if (!slot || unit >= run.layer.program.H) return {}
  const t = kind === 'prev' ? carryStep(inspected) : moment.t
  return {
    'data-slot': slot.name,
    'data-unit': unit,
    'data-t': t,
    ...(isNumber ? {} : { 'data-carries': `${slot.name}@${t}` }),
  }
}

/** True for a placeholder that a timestep fills, not a number of the run. */
export const isStep = (fill: string): boolean => fill === 't' || fill === 'p'

/** Fills the formula of a slot of the inspected unit. */
export const fillerOf = (inspected: Filled): Filler => ({
  marksOf: (term, isNumber) => marksOf(inspected, term, isNumber),
  valueOf: (fill) => (isStep(fill) ? null : numberOf(inspected, fill)),
  textOf: (fill) => {
    if (fill === 't') return String(inspected.moment.t)
    if (fill === 'p') return String(carryStep(inspected)).replace('-', '\u2212')
    const value = numberOf(inspected, fill)
    return value === null ? UNKNOWN : formatNumber(value, inspected.language, decimalsOf(inspected, fill))
  },
})

/** Fills the formula of an output of the readout. */
export const readoutFillerOf = (inspected: Inspected, output: number, row: number): Filler => {
  const { run, moment, language, known } = inspected
  const parts = readoutContributions(run.trace, output, row)
  const sums = sumOf(parts)
  const values: Readonly<Record<string, number | undefined>> = {
    w0: sums.products,
    b0: sums.biases,
    s1: parts.value,
    s0: run.trace.outputs[row * run.trace.network.outputs + output],
  }
  const valueOf = (fill: string): number | null => (known(6) ? (values[fill] ?? null) : null)
  return {
    valueOf,
    marksOf: (term) =>
      term === 'slot-y' ? { 'data-slot': 'y', 'data-unit': output, 'data-t': moment.t } : {},
    textOf: (fill) => {
      if (isStep(fill)) return String(moment.t)
      const value = valueOf(fill)
      const least = fill === 's0' ? undefined : decimalsOfSum(sums, parts.value)
      return value === null ? UNKNOWN : formatNumber(value, language, least)
    },
  }
}

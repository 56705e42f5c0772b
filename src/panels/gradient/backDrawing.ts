/**
 * What the marks of the open cell read on the way back: the values of factors, the gradients of everything
 * else, on one signed logarithmic scale; and how far the step is gone through, counted from its end.
 */
import type { BackPlacement, BackValue } from '../../describe/backParts.ts'
import { backCardPhaseOf, backPhaseOf } from '../../describe/backPhases.ts'
import { arrives, sentBack } from '../../describe/gradientTerms.ts'
import type { Strand } from '../../describe/strands.ts'
import { at, gradAt } from '../../engine/index.ts'
import { scaleOf, tableOf, type ColourScale, type Theme } from '../../ui/colour.ts'
import { signedLog } from '../../ui/signedLog.ts'
import { drawingOf, valuesAt, type Drawing, type PartState } from '../anatomy/drawing.ts'
import { partialOf, type Back } from './useBack.ts'

/** ∂a and ∂W are smaller than ∂ a gate by the slope of its activation, and drawn on a finer scale. */
export const FINER = 30

/** A gradient's colour on the logarithmic scale that ends at `reach`. */
export const gradientColour = (theme: Theme, reach: number): ColourScale => {
  const signed = scaleOf(tableOf('cell', theme))
  return (value) => signed(signedLog(value, reach))
}

/** What a mark is called: ∂L/∂c itself, or a part of it. */
export const nameOf = (back: Pick<Back, 'of'>, what: BackValue): string => {
  const whole = partialOf(back, what.slot)
  switch (what.kind) {
    case 'gradient':
      return whole
    case 'arrives':
      return `⇠ ${whole}`
    case 'sent':
      return `${whole} ⇠`
    case 'through':
      return `U·${whole}`
    case 'local':
      return `+ ${whole}`
    default:
      return `${what.keeper}·${whole}`
  }
}

const difference = (a: ArrayLike<number>, b: ArrayLike<number>): Float64Array =>
  Float64Array.from(a, (value, k) => value - (b[k] ?? NaN))

/** The numbers of a part of the picture at step t, [H]. */
export const numbersOf = ({ found }: Pick<Back, 'found'>, what: BackValue, t: number): ArrayLike<number> => {
  const { layer, site } = found
  switch (what.kind) {
    case 'gradient':
      return gradAt(layer, t, what.slot)
    case 'arrives':
      return arrives(site, what.slot, t)
    case 'sent':
      return sentBack(site, what.slot, t)
    case 'through':
      return difference(
        sentBack(site, what.slot, t),
        numbersOf({ found }, { kind: 'kept', slot: what.kept, keeper: what.keeper }, t),
      )
    case 'local':
      return difference(gradAt(layer, t, what.slot), arrives(site, what.slot, t))
    default: {
      const keeper = at(layer, t, what.keeper)
      return Float64Array.from(gradAt(layer, t, what.slot), (value, unit) => value * (keeper[unit] ?? NaN))
    }
  }
}

export interface BackDrawing {
  /** The values that multiply: what the way forward recorded. */
  readonly factors: Drawing
  /** Gradients, by the names that `nameOf` gives. */
  readonly gradients: Drawing
}

export const backDrawingOf = (
  back: Back,
  placed: BackPlacement,
  strands: readonly Strand[],
  selected: Drawing['selected'],
): BackDrawing => {
  const { found, run, moment, reveal, theme } = back
  const { cell } = run
  const stateAt = (phase: number): PartState => {
    if (phase === moment.phase) return 'active'
    return phase > moment.phase || reveal ? 'done' : 'future'
  }
  const state = {
    stateOf: (since: string): PartState => stateAt(backPhaseOf(cell, since)),
    stateInCard: (slot: string): PartState => stateAt(backCardPhaseOf(cell, slot)),
  }
  const own = { reveal, theme, strands, selected, values: valuesAt(run.layer, moment.t) }
  const factors: Drawing = { ...drawingOf(run, moment, own), ...state }
  const values = new Map<string, ArrayLike<number>>()
  const learn = (what: BackValue): void => {
    values.set(nameOf(back, what), numbersOf(back, what, moment.t))
  }
  for (const { what } of [...placed.ribbons, ...placed.joins]) learn(what)
  for (const { name } of run.layer.program.slots) learn({ kind: 'gradient', slot: name })
  const colours = new Map<number, ColourScale>()
  const colour: Drawing['colour'] = (_tone, reach = 1) => {
    const end = reach === 1 ? found.reach : found.reach / FINER
    const known = colours.get(end) ?? gradientColour(theme, end)
    colours.set(end, known)
    return known
  }
  const gradients: Drawing = {
    ...factors,
    values: ({ slot }) => values.get(slot) ?? [],
    // One scale for all gradients: see `colour`.
    reachOf: () => 1,
    colour,
  }
  return { factors, gradients }
}

/** The slot that a mark of either drawing belongs to: ∂L/∂c_t, a part of it, or a factor. */
export const slotOfMark = (back: Pick<Back, 'run'>, name: string): string => {
  const shown = name.split('/∂')[1]?.replace(' ⇠', '')
  if (shown === undefined) return name
  const slots = back.run.layer.program.slots.map((slot) => slot.name)
  return slots.find((slot) => partialOf({ of: 'L' }, slot) === `∂L/∂${shown}`) ?? shown
}

/**
 * What every mark of the open cell reads: the values at the moment on screen, how far the step is
 * computed, the strands of units, the colours. A pure function of run, moment and selection.
 */
import { cardPhaseOf, phaseOf } from '../../describe/phases.ts'
import { reachOf } from '../../describe/reach.ts'
import type { Reading } from '../../describe/graph.ts'
import type { PartTone } from '../../describe/placementParts.ts'
import type { Strand } from '../../describe/strands.ts'
import type { Trace } from '../../engine/index.ts'
import { at, carryInto, type CellRun, type Moment } from '../../store/index.ts'
import { scaleOf, tableOf, toneVariable, type ColourScale, type Theme } from '../../ui/colour.ts'

/** How a part stands to the playhead. */
export type PartState = 'future' | 'active' | 'done'

export interface Drawing {
  readonly run: CellRun
  readonly moment: Moment
  readonly theme: Theme
  /** The units of a column, strip or ribbon, from top to bottom. */
  readonly strands: readonly Strand[]
  /** Selected slot and unit, or null where the pane shows no selection. */
  readonly selected: { readonly slot: string; readonly unit: number } | null
  /** The step that left the carry which this step reads: the one after in a reversed layer. */
  readonly carryStep: number
  readonly values: (reading: Reading) => ArrayLike<number>
  readonly stateOf: (since: string) => PartState
  /** The state of a value within its card. */
  readonly stateInCard: (slot: string) => PartState
  /** How far the scale of a state, or of a part of it, goes. */
  readonly reachOf: (slot: string) => number
  readonly colour: (tone: PartTone, reach?: number) => ColourScale
}

const colours = new Map<string, ColourScale>()

const colourOf = (tone: PartTone, theme: Theme, reach: number): ColourScale => {
  const key = `${tone} ${theme} ${reach}`
  const scale = colours.get(key) ?? scaleOf(tableOf(tone === 'muted' ? 'cell' : tone, theme, reach))
  colours.set(key, scale)
  return scale
}

/** The line colour of a tone. */
export const lineColour = (tone: PartTone): string => (tone === 'muted' ? 'var(--ink3)' : toneVariable(tone))

/** What the slots hold at step t: of each the same array every time, so that rows of it need not be drawn again. */
export const valuesAt = (layer: Trace, t: number): Drawing['values'] => {
  const known = new Map<string, ArrayLike<number>>()
  return ({ slot, previous }) => {
    const key = previous ? `${slot} previous` : slot
    const values = known.get(key) ?? (previous ? carryInto(layer, t, slot) : at(layer, t, slot))
    known.set(key, values)
    return values
  }
}

type Given = Pick<Drawing, 'theme' | 'strands' | 'selected' | 'values'> & { readonly reveal: boolean }

export const drawingOf = (
  run: CellRun,
  moment: Moment,
  { reveal, theme, strands, selected, values }: Given,
): Drawing => {
  const { cell, layer } = run
  const stateAt = (phase: number): PartState => {
    if (phase === moment.phase) return 'active'
    return phase < moment.phase || reveal ? 'done' : 'future'
  }
  return {
    run,
    moment,
    theme,
    strands,
    selected,
    carryStep: moment.t + (layer.reversed ? 1 : -1),
    values,
    stateOf: (since) => stateAt(phaseOf(cell, since)),
    stateInCard: (slot) => stateAt(cardPhaseOf(cell, slot)),
    reachOf: (slot) => reachOf(layer, equationOf(run, slot)),
    colour: (tone, reach = 1) => colourOf(tone, theme, reach),
  }
}

/** The equation that a mark belongs to: what a click on it selects. */
export const equationOf = (run: CellRun, slot: string): string => {
  const { slots } = run.layer.program
  const own = slots.find((candidate) => candidate.name === slot)
  if (!own || own.named) return slot
  // 1 − z is read off z.
  const [arg] = own.args
  if (own.op === 'complement' && arg?.from === 'slot') return slots[arg.slot]?.name ?? slot
  return own.equation
}

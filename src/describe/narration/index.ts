/** One sentence for a cell, a phase, a unit and a step: what happens there, with its numbers. */
import type { PhaseNumber } from '../phases.ts'
import { inputs, output } from './edges.ts'
import { gates, preActivation } from './gatePhases.ts'
import type { NarratedRun, NarratedScene, Part, Speech } from './parts.ts'
import { hiddenState, stateUpdate } from './statePhases.ts'

export { narrateTogether } from './together.ts'
export { textOf, type NarratedRun, type NarratedScene, type Part, type Speech } from './parts.ts'

export interface NarratedMoment {
  readonly t: number
  readonly phase: PhaseNumber
}

/**
 * The sentence for a unit at a moment, as parts: numbers carry their value and the tone of their role.
 * @throws Error for a step outside the sequence.
 */
export const narrate = (
  run: NarratedRun,
  scene: NarratedScene,
  { t, phase }: NarratedMoment,
  unit: number,
  speech: Speech,
): readonly Part[] => {
  const place = { run, t, unit, speech }
  if (phase === 1) return inputs(place, scene)
  if (phase === 2) return preActivation(place)
  if (phase === 3) return gates(place)
  if (phase === 4) return stateUpdate(place)
  if (phase === 5) return hiddenState(place)
  return output(place, scene)
}

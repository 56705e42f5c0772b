/**
 * The phases of a step read backward: 6 what arrives, then the same six sub-steps in reverse, down to 1, what
 * goes to the step before. A gradient is known in the phase in which its value was made, because everything
 * that reads the value was made later.
 */
import type { Cell } from '../engine/index.ts'
import { cardPhaseOf, phaseOf, shapeOf, type PhaseNumber } from './phases.ts'

/** Keys of the six names, from phase 1 to phase 6. */
export type BackPhase =
  | 'back'
  | 'weights'
  | 'gates'
  | 'activation'
  | 'cell'
  | 'candidate'
  | 'mix'
  | 'hidden'
  | 'nothing'
  | 'arrives'

export const backPhases = (cell: Cell): readonly BackPhase[] => {
  const shape = shapeOf(cell)
  if (shape === 'memory') return ['back', 'weights', 'gates', 'cell', 'hidden', 'arrives']
  if (shape === 'mix') return ['back', 'weights', 'gates', 'candidate', 'mix', 'arrives']
  return ['back', 'weights', 'activation', 'nothing', 'hidden', 'arrives']
}

/** The phase, counted back from 6, from which ∂L/∂ a slot is known. What arrives, 'y', comes first. */
export const backPhaseOf = (cell: Cell, slot: string): PhaseNumber => phaseOf(cell, slot)

/** The same within a card: where h is an activation itself, its card shows ∂L/∂h with the activation. */
export const backCardPhaseOf = (cell: Cell, slot: string): PhaseNumber => cardPhaseOf(cell, slot)

/** Whether a gradient is known at a moment: at the open step once its phase is reached, after it always. */
export const isKnownBack = (phase: PhaseNumber, now: PhaseNumber): boolean => now <= phase

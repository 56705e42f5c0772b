/** The parts of the bands that move with the fold and the lens of the stage. */
import { movementOf } from '../../ui/movement.tsx'
import type { BandsFrame } from './bandsFrame.ts'

export const { Stage: BandsMovement, Part } = movementOf<BandsFrame>()

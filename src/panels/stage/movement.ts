/** The parts of the stage that move with its fold and its lens. */
import { movementOf } from '../../ui/movement.tsx'
import type { StageFrame, StageShape } from './stageFrame.ts'

/** A frame, with the shape that it is a frame of. */
export interface StageScene {
  readonly shape: StageShape
  readonly frame: StageFrame
}

export const { Stage: StageMovement, Part } = movementOf<StageScene>()

export const translate = (x: number, y: number): string =>
  `translate(${Math.round(x * 1e3) / 1e3} ${Math.round(y * 1e3) / 1e3})`

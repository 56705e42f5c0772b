/** What panels show: one network a cell, run over the scene's example, and the example itself. */
import type { Cell, Network, NetworkTrace, Trace } from '../engine/index.ts'
import type { TrainingRecord } from '../scenes/schema.ts'
import type { CellChoice } from './view.ts'

export type CellId = 'feedforward' | CellChoice

export interface CellRun {
  readonly cellId: CellId
  /** The cell of the part that is looked at. */
  readonly cell: Cell
  readonly network: Network
  readonly parameters: Float64Array
  /** The whole network, every intermediate recorded. */
  readonly trace: NetworkTrace
  /** The layer and direction that is looked at: its index in network.parts, and its trace. */
  readonly part: number
  readonly layer: Trace
  /** How its weights were trained. */
  readonly record: TrainingRecord
}

/** The example of a scene as panels draw it, in one language. */
export interface SceneView {
  readonly id: string
  readonly T: number
  readonly I: number
  /** Names of the components of x. */
  readonly features: readonly string[]
  readonly featureKinds: readonly ('signed' | 'binary')[]
  /** A short mark under a step: 'S', 'R', 'not', '1990-01'. */
  readonly marks: readonly (string | null)[]
  /** What x is, where it is not the scene's own input: 'h of layer 1'. */
  readonly inputName: string | null
  /** What a step's input says, in full: 'store −0.78'. */
  readonly said: readonly string[]
  readonly outputs: 'every' | 'last'
  /** Names of the outputs: symbols or classes; [] when there is only a number. */
  readonly outputNames: readonly string[]
  /** The target of each step, a number an output, or null where no loss is counted. */
  readonly targets: readonly (readonly number[] | null)[]
  /** What steps without a target should say and are trained on; null where they do not count. */
  readonly rest: readonly number[] | null
  /** The output of a series that repeats the last value, step by step; null where there is no series. */
  readonly repeated: number | null
}

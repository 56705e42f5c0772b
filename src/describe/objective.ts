/**
 * What a gradient is of: the loss that the network was trained with, over all steps that count or some of
 * them, or one output. Value and derivative come from the same few lines, so that they cannot part.
 */
import { losses, type LossName, type NetworkTrace } from '../engine/index.ts'

export type Objective =
  | {
      readonly kind: 'loss'
      readonly loss: LossName
      /** [rows][outputs] of numbers; for cross-entropy [rows] of classes. */
      readonly target: readonly number[]
      /** One entry a row, 1 where the row's loss is sent back. */
      readonly mask: readonly number[]
      /** Elements that the mean of training runs over: also when only some of its terms are sent back. */
      readonly divisor: number
    }
  /** One output after the readout's activation. */
  | { readonly kind: 'output'; readonly row: number; readonly output: number }

type Read = Pick<NetworkTrace, 'network' | 'logits' | 'outputs'>

const lossOf = (
  { loss, target, mask, divisor }: Extract<Objective, { kind: 'loss' }>,
  { network, logits }: Read,
): ReturnType<(typeof losses)[LossName]> =>
  losses[loss](logits, target, { columns: network.outputs, mask, divisor })

/** The number itself, of a network that has been run. */
export const objectiveValue = (objective: Objective, trace: Read): number =>
  objective.kind === 'loss'
    ? lossOf(objective, trace).value
    : (trace.outputs[objective.row * trace.network.outputs + objective.output] ?? NaN)

/** ∂ objective / ∂ the readout before its activation, [rows][outputs]: where the way back starts. */
export const objectiveSeed = (objective: Objective, trace: Read): Float64Array => {
  if (objective.kind === 'loss') return lossOf(objective, trace).gradient
  const { network, logits, outputs } = trace
  const seed = new Float64Array(logits.length)
  const K = network.outputs
  const row = objective.row * K
  const y = outputs[row + objective.output] ?? NaN
  const activation = network.spec.readout?.activation ?? 'identity'
  if (activation === 'softmax')
    for (let k = 0; k < K; k++)
      seed[row + k] = y * ((k === objective.output ? 1 : 0) - (outputs[row + k] ?? NaN))
  else seed[row + objective.output] = activation === 'sigmoid' ? y * (1 - y) : 1
  return seed
}

/** Each row's own term of a loss, 0 where none is sent back; null for an output. */
export const rowLosses = (objective: Objective, trace: Read): Float64Array | null => {
  if (objective.kind === 'output') return null
  return Float64Array.from(objective.mask, (counts, row) => {
    if (!counts) return 0
    return lossOf({ ...objective, mask: objective.mask.map((_, k) => (k === row ? 1 : 0)) }, trace).value
  })
}

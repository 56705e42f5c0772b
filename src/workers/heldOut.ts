/** How a network does on sequences that it was never trained on: loss and metric from one pass. */
import { losses, run, type Network } from '../engine/index.ts'
import type { Exercise } from '../scenes/task.ts'
import { layerBackend } from './backend.ts'

export interface HeldOut {
  /** The task's loss over all validation sequences, as the engine's `evaluate` gives it. */
  readonly loss: number
  /** The task's metric, in words that a reader understands. */
  readonly metric: number
}

/** What the mean runs over: rows that count, times columns except for cross-entropy. */
const counted = (task: Exercise, columns: number): number => {
  const width = task.loss === 'cross-entropy' ? 1 : columns
  let sum = 0
  for (const { target, mask } of task.validation)
    for (let t = 0; t < target.length / width; t++) sum += mask && !mask[t] ? 0 : width
  return sum
}

/**
 * Result of a network on a task's validation data. Weights that overflow give NaN or ∞, not an error.
 * @throws Error as `run`
 */
export const heldOutResult = (task: Exercise, network: Network, parameters: Float64Array): HeldOut => {
  const columns = network.outputs
  const divisor = counted(task, columns)
  const options = { recording: 'display', backend: layerBackend() } as const
  const seen = new Map<unknown, Float64Array>()
  let loss = 0
  for (const { sequence, target, mask } of task.validation) {
    const { logits, outputs } = run(network, parameters, sequence, options)
    loss += losses[task.loss](logits, target, { columns, mask, divisor }).value
    seen.set(sequence, outputs)
  }
  // A metric mostly asks for the same sequences again.
  const metric = task.measure(
    (sequence) => seen.get(sequence) ?? run(network, parameters, sequence, options).outputs,
  )
  return { loss, metric }
}

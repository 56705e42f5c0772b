/**
 * Training, one update at a time: forward, loss, backpropagation through time, clipping, optimizer.
 * Deterministic: the same network, start values and batches give the same bits.
 */
import { javascript, type LayerBackend } from './backend.ts'
import { backward, type Gradients } from './backward.ts'
import { expectOneOf } from './choice.ts'
import { clipByNorm, norm } from './clipping.ts'
import { losses, type LossName } from './losses.ts'
import type { Network } from './network.ts'
import { startOptimizer, stepOptimizer, type OptimizerSettings, type OptimizerState } from './optimizers.ts'
import type { Sequence } from './inputs.ts'
import { checkParameters } from './parameters.ts'
import { run, type NetworkTrace } from './run.ts'

/** One sequence to learn from. */
export interface TrainingSequence {
  readonly sequence: Sequence
  /** [rows, outputs] numbers, or [rows] classes for cross-entropy; rows as in the network's outputs. */
  readonly target: ArrayLike<number>
  /** Non-zero where a row counts; null when all do. */
  readonly mask: ArrayLike<number> | null
}

export type Batch = readonly TrainingSequence[]

export interface TrainerSettings {
  readonly optimizer: OptimizerSettings
  readonly loss: LossName
  /** Largest norm of the gradient; null for no clipping. */
  readonly clip: number | null
  /** What runs the layers: JavaScript unless told. All back ends give the same bits. */
  readonly backend?: LayerBackend
}

export interface StepReport {
  /** Loss of the batch before the update. */
  readonly loss: number
  /** Norm of the gradient before clipping. */
  readonly gradientNorm: number
}

export interface Trainer {
  readonly network: Network
  /** The parameters that are being trained, updated in place. */
  readonly parameters: Float64Array
  readonly state: OptimizerState
  /** One update. Throws Error when loss or gradient are not finite, before anything is changed. */
  readonly step: (batch: Batch) => StepReport
}

/** The activation that each loss expects of the readout, because its gradient is with respect to logits. */
const activationOf: Readonly<Record<LossName, string>> = {
  'squared-error': 'identity',
  'cross-entropy': 'softmax',
  'binary-cross-entropy': 'sigmoid',
}

const expectMatch = (network: Network, loss: LossName): void => {
  expectOneOf('the loss', Object.keys(losses), loss)
  const activation = network.spec.readout?.activation ?? 'identity'
  if (activation !== activationOf[loss])
    throw new Error(
      `Loss ${loss}: expected a readout with ${activationOf[loss]}, got ${activation}. Change the readout or the loss.`,
    )
}

/**
 * How many elements the mean runs over: counted rows, times columns except for cross-entropy.
 * @param outputs columns of what is compared with the targets
 * @throws Error when no step of the batch counts
 */
export const countedElements = (outputs: number, loss: LossName, batch: Batch): number => {
  const columns = loss === 'cross-entropy' ? 1 : outputs
  let counted = 0
  for (const { target, mask } of batch) {
    const rows = target.length / columns
    if (mask) for (let t = 0; t < rows; t++) counted += mask[t] ? columns : 0
    else counted += rows * columns
  }
  if (counted === 0) throw new Error('Batch: expected at least one step that counts, got none. Widen a mask.')
  return counted
}

/**
 * Loss of a batch: PyTorch's mean over all counted elements of all its sequences.
 * @param parameters flat, in the layout of network.parameters
 * @throws Error when the loss does not fit the readout or no step counts; and as `run` and the loss
 */
export const evaluate = (
  network: Network,
  parameters: Float64Array,
  loss: LossName,
  batch: Batch,
  backend: LayerBackend = javascript,
): number => {
  expectMatch(network, loss)
  const divisor = countedElements(network.outputs, loss, batch)
  let sum = 0
  for (const { sequence, target, mask } of batch) {
    const { logits } = run(network, parameters, sequence, { recording: 'display', backend })
    sum += losses[loss](logits, target, { columns: network.outputs, mask, divisor }).value
  }
  return sum
}

/** What the sequences of one length left behind: memory for the next of that length. */
interface Memory {
  readonly trace: NetworkTrace
  readonly dLogits: Float64Array
  readonly gradients: Gradients
}

/** Memory of the updates made so far, for those to come. */
interface Memories {
  /** ∂L/∂ parameters of the batch. */
  readonly gradient: Float64Array
  /** ∂L/∂ parameters of one sequence, of whatever length. */
  readonly part: Float64Array
  /** By the length of the sequence. */
  readonly lengths: Map<number, Memory>
}

/**
 * Of how many lengths memory is kept. Tasks have few lengths or have them all alike; with more of them, fresh
 * memory is the lesser cost.
 */
export const MOST_LENGTHS = 8

const memoriesOf = ({ parameterCount }: Network): Memories => ({
  gradient: new Float64Array(parameterCount),
  part: new Float64Array(parameterCount),
  lengths: new Map(),
})

const addTo = (sum: Float64Array, part: Float64Array): void => {
  for (let p = 0; p < sum.length; p++) sum[p]! += part[p]!
}

/** Writes a batch's gradient into the memories' own and returns its loss. */
const differentiate = (
  network: Network,
  parameters: Float64Array,
  loss: LossName,
  batch: Batch,
  { gradient, part, lengths }: Memories,
  backend: LayerBackend,
): number => {
  expectMatch(network, loss)
  const divisor = countedElements(network.outputs, loss, batch)
  let sum = 0
  batch.forEach(({ sequence, target, mask }, k) => {
    const known = lengths.get(sequence.length) ?? null
    const unchanged = k > 0
    const trace = run(network, parameters, sequence, {
      recording: 'backward',
      reuse: known?.trace ?? null,
      unchanged,
      backend,
    })
    const { value, gradient: dLogits } = losses[loss](trace.logits, target, {
      columns: network.outputs,
      mask,
      divisor,
      reuse: known?.dLogits ?? null,
    })
    sum += value
    const gradients = backward(trace, dLogits, {
      slots: false,
      reuse: { ...known?.gradients, parameters: part },
      unchanged,
      backend,
    })
    if (k === 0) gradient.set(gradients.parameters)
    else addTo(gradient, gradients.parameters)
    if (known === null && lengths.size === MOST_LENGTHS) lengths.clear()
    lengths.set(sequence.length, { trace, dLogits, gradients })
  })
  return sum
}

/**
 * Loss of a batch and its gradient, flat in the layout of network.parameters. Parameters and errors as
 * for `evaluate`.
 */
export const lossAndGradient = (
  network: Network,
  parameters: Float64Array,
  loss: LossName,
  batch: Batch,
): { loss: number; gradient: Float64Array } => {
  const memories = memoriesOf(network)
  return {
    loss: differentiate(network, parameters, loss, batch, memories, javascript),
    gradient: memories.gradient,
  }
}

/**
 * A trainer over `parameters`, which it updates in place.
 * @param parameters flat, in the layout of network.parameters
 * @throws Error when the loss does not fit the readout's activation, or parameters do not fit the network
 */
export const createTrainer = (
  network: Network,
  parameters: Float64Array,
  settings: TrainerSettings,
): Trainer => {
  expectMatch(network, settings.loss)
  checkParameters(network.parameters, parameters)
  const state = startOptimizer(settings.optimizer, parameters.length)
  const memories = memoriesOf(network)
  const { gradient } = memories
  const { backend = javascript } = settings
  const step = (batch: Batch): StepReport => {
    const loss = differentiate(network, parameters, settings.loss, batch, memories, backend)
    const gradientNorm = norm(gradient)
    if (!Number.isFinite(loss) || !Number.isFinite(gradientNorm))
      throw new Error(
        `Update ${state.step + 1}: expected a finite loss and gradient, got loss ${loss}, norm ${gradientNorm}. Lower the learning rate or clip the gradient.`,
      )
    if (settings.clip !== null) clipByNorm(gradient, settings.clip)
    stepOptimizer(settings.optimizer, state, parameters, gradient)
    return { loss, gradientNorm }
  }
  return { network, parameters, state, step }
}

/** A training run as files: the weights of one network for other programs, and how the run went. */
import { parameterView, type Network } from '../engine/index.ts'
import { toPytorch } from '../formats/pytorchNames.ts'
import { writeSafetensors } from '../formats/safetensors.ts'
import type { Tensor } from '../formats/tensor.ts'
import type { ShownRun } from './trainingHooks.ts'
import { checkpointsOf, type Run } from './trainingRun.ts'

export interface SavedFile {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array | string
}

/** Whether PyTorch has all cells of the network. */
const isPytorchs = ({ parts }: Network): boolean =>
  parts.every(({ program }) => Boolean(program.cell.stacked?.pytorch))

/** The parameters under this project's own names, for cells that PyTorch does not have. */
const ownTensors = ({ parameters: specs }: Network, parameters: Float64Array): readonly Tensor[] =>
  specs.map(({ name, shape }) => ({ name, shape, values: parameterView(specs, parameters, name).slice() }))

/**
 * The shown network at the checkpoint under the training clock, as safetensors: under PyTorch's names, or this
 * project's own where PyTorch lacks the cell. The metadata say what the network is and how it was trained.
 */
export const weightsFile = ({ run, member, memberIndex, network, checkpoint }: ShownRun): SavedFile => {
  const { parameters, heldOut } = checkpoint.members[memberIndex]!
  const names = isPytorchs(network) ? 'pytorch' : 'gatescope'
  const metadata = {
    format: names === 'pytorch' ? 'pt' : 'gatescope',
    network: JSON.stringify(network.spec),
    settings: JSON.stringify(run.settings),
    seed: String(member.seed),
    update: String(checkpoint.update),
    ...(heldOut && { heldOutLoss: String(heldOut.loss) }),
  }
  const tensors = names === 'pytorch' ? toPytorch(network, parameters) : ownTensors(network, parameters)
  return {
    name: `${run.settings.task}-${member.cell}-seed${member.seed}-update${checkpoint.update}.safetensors`,
    type: 'application/octet-stream',
    content: writeSafetensors(tensors, metadata),
  }
}

/** What is not finite has no JSON: null. */
const numbersOnly = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value

/**
 * Settings, networks and curves of a run as JSON: at each checkpoint and for each network the loss of the last
 * batch and its gradient's norm before clipping, and loss and metric on held-out sequences; null where not measured.
 */
export const runFile = (run: Run): SavedFile => ({
  name: `${run.settings.task}-run.json`,
  type: 'application/json',
  content: JSON.stringify(
    {
      format: 'gatescope-run',
      version: 1,
      settings: run.settings,
      networks: run.members.map(({ cell, seed, size }, k) => ({
        cell,
        seed,
        hiddenSize: size,
        parameters: run.counts[k],
        diverged: run.states[k]?.diverged ?? null,
      })),
      updates: run.update,
      seconds: run.seconds,
      checkpoints: checkpointsOf(run).map(({ update, members }) => ({
        update,
        networks: members.map(({ last, heldOut }) => ({
          loss: last?.loss ?? null,
          gradientNorm: last?.gradientNorm ?? null,
          heldOutLoss: heldOut?.loss ?? null,
          metric: heldOut?.metric ?? null,
        })),
      })),
    },
    numbersOnly,
    1,
  ),
})

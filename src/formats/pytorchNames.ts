/**
 * A network's parameters under the names and in the layouts of PyTorch, and back.
 *
 *   rnn.weight_ih_l0 [G·H, in], rnn.weight_hh_l0 [G·H, H], rnn.bias_ih_l0, rnn.bias_hh_l0 [G·H],
 *   with _reverse for the other direction of a layer that has both; readout.weight, readout.bias (nn.Linear);
 *   embedding.weight (nn.Embedding). The layer is called rnn whatever its cell, as in most scripts.
 *   Gates are stacked as the cell's `stacked.pytorch` says: i f g o, r z n.
 *
 * PyTorch has no layer that is reversed alone: its tensors have the names of a forward one, which says the same of a
 * sequence that is turned round.
 *
 * PyTorch has two biases a gate. A single bias b is written as bias_ih = b, bias_hh = 0, and read as
 * their sum; where the engine keeps both (n of the GRU), both are kept.
 * The feed-forward baseline is no recurrent layer of PyTorch: it is hidden.weight, hidden.bias
 * (hidden0, hidden1, … when there are several layers; _reverse as above), an nn.Linear with tanh after it.
 */
import { checkParameters, type Network, type ParameterSpec, type Part } from '../engine/index.ts'
import { FormatError } from './formatError.ts'
import { elements, shapeText, type Tensor } from './tensor.ts'

/** One tensor of PyTorch: row blocks, each the sum of some of the network's parameters. */
interface Layout {
  readonly name: string
  readonly shape: readonly number[]
  /** A gate's rows each, in order: the specs that it is read into; an empty list is zeros. */
  readonly blocks: readonly (readonly ParameterSpec[])[]
  /** Single biases read from two tensors: the second is added to what the first has put there. */
  readonly add: boolean
}

const cellName = (part: Part): string => part.program.cell.id

const one = (specs: readonly ParameterSpec[]): readonly ParameterSpec[] => specs.slice(0, 1)

/** The bias of one gate and input: the engine's own for that input, or its single one, which counts as ih. */
const biasBlock = (biases: readonly ParameterSpec[], which: 'ih' | 'hh'): readonly ParameterSpec[] => {
  if (biases.length === 1) return which === 'ih' ? biases : []
  return one(biases.filter((spec) => /(^|\.)bi_/.test(spec.name) === (which === 'ih')))
}

const partLayouts = (network: Network, part: Part): readonly Layout[] => {
  const { cell, H, I } = part.program
  const own = network.parameters.filter(
    (spec) => spec.layer === part.layer && spec.direction === part.direction,
  )
  const of = (kind: ParameterSpec['kind'], gate: string): readonly ParameterSpec[] =>
    own.filter((spec) => spec.kind === kind && spec.gate === gate)
  const gates = cell.stacked?.pytorch
  if (!gates)
    throw new FormatError({
      what: `layer ${part.layer}, cell "${cellName(part)}"`,
      expected: 'a cell that PyTorch has (RNN, LSTM, GRU) or the feed-forward baseline',
      got: cell.name,
      todo: 'Save the network in the own format instead.',
    })
  const isBoth = network.parts.some(({ layer, direction }) => layer === part.layer && direction === 'forward')
  const reverse = part.direction === 'reverse' && isBoth ? '_reverse' : ''
  if (cell.carry.length === 0) {
    const name = `hidden${network.spec.layers.length > 1 ? part.layer : ''}${reverse}`
    return [
      { name: `${name}.weight`, shape: [H, I], blocks: gates.map((g) => of('input', g)), add: false },
      { name: `${name}.bias`, shape: [H], blocks: gates.map((g) => of('bias', g)), add: false },
    ]
  }
  const suffix = `l${part.layer}${reverse}`
  const rows = gates.length * H
  return [
    {
      name: `rnn.weight_ih_${suffix}`,
      shape: [rows, I],
      blocks: gates.map((g) => of('input', g)),
      add: false,
    },
    {
      name: `rnn.weight_hh_${suffix}`,
      shape: [rows, H],
      blocks: gates.map((g) => of('recurrent', g)),
      add: false,
    },
    {
      name: `rnn.bias_ih_${suffix}`,
      shape: [rows],
      blocks: gates.map((g) => biasBlock(of('bias', g), 'ih')),
      add: false,
    },
    {
      name: `rnn.bias_hh_${suffix}`,
      shape: [rows],
      // Read, this block goes where the first bias went when there is only one.
      blocks: gates.map((g) => biasBlock(of('bias', g), 'hh')),
      add: true,
    },
  ]
}

/** All tensors of a network, in the order in which PyTorch's modules list them. */
const layouts = (network: Network): readonly Layout[] => {
  const whole = (name: string, kind: ParameterSpec['kind']): readonly Layout[] =>
    network.parameters
      .filter((spec) => spec.kind === kind)
      .map((spec) => ({ name, shape: spec.shape, blocks: [[spec]], add: false }))
  return [
    ...whole('embedding.weight', 'embedding'),
    ...network.parts.flatMap((part) => partLayouts(network, part)),
    ...whole('readout.weight', 'readout'),
    ...whole('readout.bias', 'readout-bias'),
  ]
}

/**
 * The network's parameters as PyTorch's tensors.
 * @throws FormatError for a cell that PyTorch does not have
 * @throws Error when there are more or fewer parameters than the network has, or one is not finite
 */
export const toPytorch = (network: Network, parameters: Float64Array): readonly Tensor[] => {
  checkParameters(network.parameters, parameters)
  return layouts(network).map(({ name, shape, blocks }) => {
    const values = new Float64Array(elements(shape))
    const size = values.length / blocks.length
    blocks.forEach(([spec], k) => {
      if (spec) values.set(parameters.subarray(spec.offset, spec.offset + spec.size), k * size)
    })
    return { name, shape, values }
  })
}

const missing = (what: string, expected: string, got: string): never => {
  throw new FormatError({
    what,
    expected,
    got,
    todo: 'Check cell, hidden size and layers against the model that was saved.',
  })
}

/**
 * Parameters of `network` from PyTorch's tensors; the flat array has the layout of network.parameters.
 * @throws FormatError naming a tensor that is missing, left over, there twice or of another shape
 */
export const fromPytorch = (network: Network, tensors: readonly Tensor[], file = 'weights'): Float64Array => {
  const parameters = new Float64Array(network.parameterCount)
  const wanted = layouts(network)
  const names = wanted.map(({ name }) => name)
  const extra = tensors.find(({ name }) => !names.includes(name))
  if (extra) missing(file, `only ${names.join(', ')}`, `"${extra.name}" as well`)
  const twice = tensors.find(({ name }, k) => tensors.findIndex((other) => other.name === name) < k)
  if (twice) missing(file, `one tensor "${twice.name}"`, 'several')
  for (const [index, { name, shape, blocks, add }] of wanted.entries()) {
    const tensor = tensors.find((candidate) => candidate.name === name)
    if (!tensor) return missing(file, `a tensor "${name}" of shape ${shapeText(shape)}`, 'none')
    if (shapeText(tensor.shape) !== shapeText(shape))
      missing(`${file}, tensor "${name}"`, `shape ${shapeText(shape)}`, shapeText(tensor.shape))
    if (tensor.values.length !== elements(shape))
      missing(`${file}, tensor "${name}"`, `${elements(shape)} values`, String(tensor.values.length))
    const size = tensor.values.length / blocks.length
    blocks.forEach(([own], k) => {
      const values = tensor.values.subarray(k * size, (k + 1) * size)
      const spec = own ?? (add ? wanted[index - 1]?.blocks[k]?.[0] : undefined)
      if (!spec) return
      for (let j = 0; j < size; j++) {
        const before = own ? 0 : parameters[spec.offset + j]!
        parameters[spec.offset + j] = before + values[j]!
      }
    })
  }
  return parameters
}

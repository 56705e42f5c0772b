/** The PyTorch fixtures (tests/fixtures, written by generate.py): reading, comparing, and mapping to the engine's names. */
import { readdirSync, readFileSync } from 'node:fs'
import { parameterView, type Network } from '../../../src/engine/index.ts'

export type Matrix = number[][]
/** A tensor of one or two dimensions. */
export type Tensor = number[] | Matrix
type Planes = Record<string, Matrix>

export interface RecurrentFixture {
  readonly torch: string
  readonly kind: 'rnn' | 'rnn-relu' | 'lstm' | 'gru'
  /** Order of the gates in the stacked matrices. */
  readonly gates: string[]
  readonly layers: number
  readonly bidirectional: boolean
  readonly inputSize: number
  readonly hiddenSize: number
  readonly length: number
  readonly parameters: Record<string, Tensor>
  readonly x: Matrix
  readonly h0: Matrix
  readonly c0: Matrix | null
  readonly output: Matrix
  readonly h_n: Matrix
  readonly c_n: Matrix | null
  readonly lossWeights: { output: Matrix; h_n: Matrix; c_n?: Matrix }
  readonly loss: number
  /** [layer][direction][name][t][unit] */
  readonly values: Planes[][]
  readonly gradients: {
    readonly parameters: Record<string, Tensor>
    readonly x: Matrix
    readonly h0: Matrix
    readonly c0: Matrix | null
    readonly values: Planes[][]
  }
}

const folder = new URL('../../fixtures/', import.meta.url)

/** One fixture file; its shape is the generator's. */
export const readFixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as T

/** Names of the recurrent fixtures: 'lstm-2-bi'. */
export const recurrentFixtures = (): string[] =>
  readdirSync(folder)
    .filter((file) => /-(uni|bi)\.json$/.test(file))
    .map((file) => file.replace('.json', ''))

export const flat = (tensor: Tensor): number[] => tensor.flat()

/** The largest |a − b| / (1 + |b|): at most 1e-12 is 1e-12 absolute for small numbers and relative for large ones. */
export const distance = (ours: ArrayLike<number>, theirs: ArrayLike<number>): number => {
  if (ours.length !== theirs.length) return Infinity
  let worst = 0
  for (let k = 0; k < theirs.length; k += 1) {
    const b = theirs[k] ?? NaN
    const d = Math.abs((ours[k] ?? NaN) - b) / (1 + Math.abs(b))
    if (!(d <= worst)) worst = d
  }
  return worst
}

/** PyTorch's stacked tensor of a part's parameter, e.g. 'W_f' of layer 1 in reverse → rows of 'weight_ih_l1_reverse'. */
const sourceOf = (
  name: string,
  layer: number,
  direction: string | null,
): { tensor: string; gate: string } => {
  const [letter = '', gate = ''] = name.split('_')
  const tensor = { W: 'weight_ih', U: 'weight_hh', bi: 'bias_ih', bh: 'bias_hh' }[letter]
  if (!tensor) throw new Error(`PyTorch has no parameter like "${name}".`)
  return { tensor: `${tensor}_l${layer}${direction === 'reverse' ? '_reverse' : ''}`, gate }
}

/**
 * A network's flat parameters (or gradients) from PyTorch's state_dict, gate by gate. A network with two biases a gate
 * is expected, as PyTorch has. `prefix` is the recurrent module's name in the dict; the readout is nn.Linear 'readout'.
 */
export const fromStateDict = (
  network: Network,
  gates: readonly string[],
  dict: Readonly<Record<string, Tensor>>,
  prefix = '',
): Float64Array => {
  const values = new Float64Array(network.parameterCount)
  for (const { name, layer, direction, shape } of network.parameters) {
    const view = parameterView(network.parameters, values, name)
    if (layer === null) {
      view.set(flat(dict[name === 'readout.W' ? 'readout.weight' : 'readout.bias'] ?? []))
      continue
    }
    const { tensor, gate } = sourceOf(name.split('.').at(-1) ?? '', layer, direction)
    const stacked = dict[prefix + tensor]
    const rank = gates.indexOf(gate)
    const H = shape[0] ?? NaN
    if (!stacked || rank < 0) throw new Error(`The fixture has no ${prefix}${tensor} with a gate "${gate}".`)
    view.set(stacked.slice(rank * H, (rank + 1) * H).flat())
  }
  return values
}

/** The engine's slot for a value that the generator names. */
export const slotOf = (name: string): string => ({ tanh_c: 'tanh(c)', candidate_h: 'a_n.h' })[name] ?? name

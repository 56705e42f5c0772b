/**
 * Start values of a network's parameters, all from one seed.
 *
 * default      U(−1/√H, 1/√H) in recurrent layers (weights and biases); the readout and layers without
 *              recurrent weights as torch.nn.Linear, U(−1/√fan_in, 1/√fan_in); embeddings as
 *              torch.nn.Embedding, N(0, 1)
 * glorot       matrices U(±√(6/(fan_in + fan_out))) (Glorot & Bengio 2010), biases 0; embeddings as above
 * orthogonal   default, with every recurrent block a random orthogonal matrix (Saxe et al. 2014)
 * forget-bias  default, with the total bias of every gate that keeps set to 1 (Jozefowicz et al. 2015), or to
 *              another value
 * chrono       default, with the total bias of a gate that keeps log U(1, D − 1) and of one that writes
 *              its negative (Tallec & Ollivier 2018), D being the longest delay that is expected.
 *              A cell whose one gate writes (z in minGRU) gets the negative alone.
 *
 * Which gate keeps and which writes is read from the cell's roles, so new cells need nothing here.
 * With one bias per input, the first holds the total and the others are 0.
 */
import type { Role } from './cell.ts'
import { expectOneOf } from './choice.ts'
import { logOf } from './elementary.ts'
import type { Network } from './network.ts'
import type { ParameterSpec } from './parameters.ts'
import { rng, type Rng } from './rng.ts'

export type InitialiserName = 'default' | 'glorot' | 'orthogonal' | 'forget-bias' | 'chrono'

export const initialiserNames: readonly InitialiserName[] = [
  'default',
  'glorot',
  'orthogonal',
  'forget-bias',
  'chrono',
]

export interface InitialiserOptions {
  readonly scheme: InitialiserName
  readonly seed: number
  /** D of chrono, in steps, at least 3. */
  readonly horizon?: number
  /** What forget-bias sets, 1 unless told. */
  readonly forgetBias?: number
}

const view = (values: Float64Array, spec: ParameterSpec): Float64Array =>
  values.subarray(spec.offset, spec.offset + spec.size)

const fillUniform = (out: Float64Array, bound: number, random: Rng): void => {
  for (let k = 0; k < out.length; k++) out[k] = random.uniformRange(-bound, bound)
}

const fillNormal = (out: Float64Array, random: Rng): void => {
  for (let k = 0; k < out.length; k++) out[k] = random.normal()
}

/**
 * What PyTorch takes the root of for the bound of U: H in a recurrent layer; in a linear one, which the readout
 * and a layer without recurrent weights are, the number of inputs, for its bias as well.
 */
const boundingSize = (spec: ParameterSpec, specs: readonly ParameterSpec[]): number => {
  const own = specs.filter(({ layer, direction }) => layer === spec.layer && direction === spec.direction)
  if (own.some(({ kind }) => kind === 'recurrent')) return spec.shape[0]!
  return own.find(({ kind }) => kind === 'input' || kind === 'readout')!.shape[1]!
}

const fillDefault = (
  values: Float64Array,
  spec: ParameterSpec,
  specs: readonly ParameterSpec[],
  random: Rng,
): void => {
  const out = view(values, spec)
  if (spec.kind === 'embedding') fillNormal(out, random)
  else fillUniform(out, 1 / Math.sqrt(boundingSize(spec, specs)), random)
}

const fillGlorot = (values: Float64Array, spec: ParameterSpec, random: Rng): void => {
  const out = view(values, spec)
  if (spec.kind === 'embedding') fillNormal(out, random)
  else if (spec.shape.length < 2) out.fill(0)
  else fillUniform(out, Math.sqrt(6 / (spec.shape[0]! + spec.shape[1]!)), random)
}

/** Gram–Schmidt on a normal matrix: its rows become orthonormal, uniformly among rotations. */
const fillOrthogonal = (out: Float64Array, size: number, random: Rng): void => {
  fillNormal(out, random)
  for (let row = 0; row < size; row++) {
    const a = out.subarray(row * size, (row + 1) * size)
    // Twice: the second pass removes what rounding left of the earlier rows.
    for (let pass = 0; pass < 2; pass++)
      for (let earlier = 0; earlier < row; earlier++) {
        const b = out.subarray(earlier * size, (earlier + 1) * size)
        let dot = 0
        for (let k = 0; k < size; k++) dot += a[k]! * b[k]!
        for (let k = 0; k < size; k++) a[k] = a[k]! - dot * b[k]!
      }
    let squares = 0
    for (let k = 0; k < size; k++) squares += a[k]! * a[k]!
    const length = Math.sqrt(squares)
    for (let k = 0; k < size; k++) a[k] = a[k]! / length
  }
}

/** Sets the total bias of one gate: its first bias takes the values, further ones become 0. */
const setTotalBias = (
  values: Float64Array,
  biases: readonly ParameterSpec[],
  total: (unit: number) => number,
): void =>
  biases.forEach((spec, rank) => {
    const out = view(values, spec)
    for (let unit = 0; unit < out.length; unit++) out[unit] = rank === 0 ? total(unit) : 0
  })

/** The biases of recurrent layers, by layer and direction, then by gate. */
const biasesByGate = (
  specs: readonly ParameterSpec[],
): readonly (readonly (readonly ParameterSpec[])[])[] => {
  const layers = new Map<string, Map<string, ParameterSpec[]>>()
  for (const spec of specs) {
    if (spec.kind !== 'bias' || spec.gate === null) continue
    const key = `${spec.layer} ${spec.direction}`
    const gates = layers.get(key) ?? new Map<string, ParameterSpec[]>()
    layers.set(key, gates)
    gates.set(spec.gate, [...(gates.get(spec.gate) ?? []), spec])
  }
  return [...layers.values()].map((gates) => [...gates.values()])
}

/** What the gate of a parameter does: the role of its equation in the cell of its layer. */
const roleOf = (network: Network, { layer, gate }: ParameterSpec): Role | undefined =>
  network.parts.find((part) => part.layer === layer)?.program.cell.equations[gate ?? '']?.role

const setGateBiases = (
  values: Float64Array,
  network: Network,
  options: InitialiserOptions,
  random: Rng,
): void => {
  const horizon = options.horizon ?? 20
  const forgetBias = options.forgetBias ?? 1
  if (!Number.isFinite(forgetBias))
    throw new RangeError(`Initialisation: expected a finite forget bias, got ${forgetBias}.`)
  if (options.scheme === 'chrono' && !(horizon >= 3 && Number.isFinite(horizon)))
    throw new RangeError(
      `Chrono initialisation: expected a finite horizon D of at least 3 steps, got ${horizon}. Give the longest delay of the task.`,
    )
  for (const gates of biasesByGate(network.parameters)) {
    // One draw a unit, shared by its gates, so that a unit that keeps long also writes little.
    const units = gates[0]?.[0]?.size ?? 0
    const memory = Float64Array.from({ length: units }, () =>
      options.scheme === 'chrono' ? logOf(random.uniformRange(1, horizon - 1)) : forgetBias,
    )
    for (const biases of gates) {
      const role = roleOf(network, biases[0]!)
      if (role === 'keep') setTotalBias(values, biases, (unit) => memory[unit]!)
      if (role === 'write' && options.scheme === 'chrono')
        setTotalBias(values, biases, (unit) => -memory[unit]!)
    }
  }
}

/**
 * New start values of a whole network, flat in the layout of network.parameters; the same for the same
 * seed, scheme and sizes.
 * @throws Error on an unknown scheme; RangeError on a chrono horizon that is not a number from 3 up, a forget bias
 *   that is not finite, a seed that is not an integer
 */
export const initialiseNetwork = (network: Network, options: InitialiserOptions): Float64Array => {
  expectOneOf('the initialisation', initialiserNames, options.scheme)
  const specs = network.parameters
  const values = new Float64Array(network.parameterCount)
  const random = rng(options.seed)
  // A generator a tensor: one more tensor, or another scheme for one, leaves the rest as it was.
  for (const spec of specs) {
    const own = random.fork(spec.name)
    if (options.scheme === 'glorot') fillGlorot(values, spec, own)
    else if (options.scheme === 'orthogonal' && spec.kind === 'recurrent')
      fillOrthogonal(view(values, spec), spec.shape[0]!, own)
    else fillDefault(values, spec, specs, own)
  }
  if (options.scheme === 'forget-bias' || options.scheme === 'chrono')
    setGateBiases(values, network, options, random.fork('gate biases'))
  return values
}

/** Random networks, parameters, sequences and losses for the engine's tests; all from seeds. */
import {
  at,
  backward,
  buildNetwork,
  cellOf,
  rng,
  run,
  type Gradients,
  type LayerSpec,
  type Network,
  type NetworkSpec,
  type NetworkTrace,
  type RunOptions,
} from '../../../src/engine/index.ts'

export type Carry = Readonly<Record<string, Float64Array>>[]

/** U(−scale, scale), n times. */
export const uniform = (n: number, seed: number, scale = 1): Float64Array => {
  const random = rng(seed)
  return Float64Array.from({ length: n }, () => random.uniformRange(-scale, scale))
}

/** A network of one cell in all layers, without a readout unless told. */
export const networkOf = (
  cell: string,
  {
    I = 3,
    H = 4,
    layers = 1,
    direction = 'forward',
    ...rest
  }: Partial<Omit<NetworkSpec, 'layers'>> & {
    readonly I?: number
    readonly H?: number
    readonly layers?: number
    readonly direction?: LayerSpec['direction']
  } = {},
): Network =>
  buildNetwork({
    input: { kind: 'vector', size: I },
    layers: Array.from({ length: layers }, () => ({ cell, size: H, direction })),
    readout: null,
    outputs: 'every',
    ...rest,
  })

export const randomCarry = (network: Network, seed: number): Carry =>
  network.parts.map(({ program }, part) =>
    Object.fromEntries(
      program.cell.carry.map((name, k) => [name, uniform(program.H, seed + 10 * part + k, 0.8)]),
    ),
  )

/** The carry that a part ends with: step T − 1, or step 0 of a reversed layer. */
export const finalCarry = (trace: NetworkTrace): Carry =>
  trace.traces.map((layer) =>
    Object.fromEntries(
      layer.program.cell.carry.map((name) => [
        name,
        Float64Array.from(at(layer, layer.reversed ? 0 : layer.T - 1, name)),
      ]),
    ),
  )

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0
  for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? NaN) * (b[k] ?? NaN)
  return sum
}

/** Everything that a gradient can be taken of: parameters, sequence, initial carry, and a loss linear in what comes out. */
export interface Case {
  readonly network: Network
  readonly parameters: Float64Array
  readonly sequence: Float64Array
  readonly initial: Carry
  /** ∂L/∂ logits [rows][outputs]. */
  readonly dLogits: Float64Array
  /** ∂L/∂ final carry. */
  readonly final: Carry
}

export const randomCase = (network: Network, T: number, seed: number): Case => {
  const rows = network.spec.outputs === 'last' ? 1 : T
  return {
    network,
    parameters: uniform(network.parameterCount, seed, 0.9),
    sequence: uniform(T * network.I, seed + 1000, 1.5),
    initial: randomCarry(network, seed + 2000),
    dLogits: uniform(rows * network.outputs, seed + 3000),
    final: randomCarry(network, seed + 4000),
  }
}

export const traceOf = (
  { network, parameters, sequence, initial }: Case,
  options: RunOptions = {},
): NetworkTrace => run(network, parameters, sequence, { initial, ...options })

/** The case's loss of a trace: Σ dLogits · logits + Σ final · final carry. */
export const lossOf = ({ dLogits, final }: Case, trace: NetworkTrace): number => {
  let loss = dot(dLogits, trace.logits)
  finalCarry(trace).forEach((carry, part) => {
    for (const [name, value] of Object.entries(carry)) loss += dot(final[part]?.[name] ?? [], value)
  })
  return loss
}

export const gradientsOf = (sample: Case, options: RunOptions = {}): Gradients =>
  backward(traceOf(sample, options), sample.dLogits, { final: sample.final })

/** The smallest distance of a rectifier's pre-activation from its kink; ∞ without rectifiers. */
export const kinkDistance = (trace: NetworkTrace): number => {
  let nearest = Infinity
  for (const layer of trace.traces)
    for (const slot of layer.program.slots) {
      const [from] = slot.args
      if (slot.op !== 'relu' || from?.from !== 'slot') continue
      const name = layer.program.slots[from.slot]?.name ?? ''
      for (let t = 0; t < layer.T; t += 1)
        for (const a of at(layer, t, name)) nearest = Math.min(nearest, Math.abs(a))
    }
  return nearest
}

/**
 * The first case, from `seed` upwards, that can be differentiated numerically: no rectifier so near its kink that a
 * step of the finite difference would cross it, where the derivative does not exist.
 */
export const smoothCase = (network: Network, T: number, seed: number): Case => {
  for (let k = seed; k < seed + 500; k += 1) {
    const sample = randomCase(network, T, k)
    if (kinkDistance(traceOf(sample)) > 0.02) return sample
  }
  throw new Error(`No case away from the kinks of ${network.parts.map((p) => p.program.cell.id).join(', ')}.`)
}

/** Names of a cell's slots. */
export const slotNames = (cell: string): string[] => cellOf(cell).flat.single.slots.map((slot) => slot.name)

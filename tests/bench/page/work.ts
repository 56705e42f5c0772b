/** The work that every engine gets: one LSTM layer, random weights and inputs from a fixed seed. */
import { buildNetwork, parameterView, rng, type Network } from '../../../src/engine/index.ts'
import type { Task } from './timing.ts'

/** Names of the gates as the engine has them. */
export type Gate = 'i' | 'f' | 'g' | 'o'

export interface Work {
  readonly I: number
  readonly H: number
  readonly T: number
  readonly network: Network
  /** The engine's parameters; every number is an f32, so that all engines have the same weights. */
  readonly parameters: Float64Array
  /** [T][I], f32 numbers. */
  readonly inputs: Float64Array
}

/** One way of running the work. */
export interface Engine extends Task {
  /** The hidden states, [T][H]. */
  readonly run: () => ArrayLike<number> | Promise<ArrayLike<number>>
}

export const lstmWork = (I: number, H: number, T: number): Work => {
  const network = buildNetwork({
    input: { kind: 'vector', size: I },
    layers: [{ cell: 'lstm', size: H, direction: 'forward' }],
    readout: null,
    outputs: 'every',
  })
  const random = rng(1)
  const bound = 1 / Math.sqrt(H)
  const draw = (n: number, size: number) =>
    Float64Array.from({ length: n }, () => Math.fround(random.uniformRange(-size, size)))
  return { I, H, T, network, parameters: draw(network.parameterCount, bound), inputs: draw(T * I, 1) }
}

/** 'W' [H][I], 'U' [H][H] or 'b' [H] of one gate. */
export const tensor = ({ network, parameters }: Work, kind: 'W' | 'U' | 'b', gate: Gate): Float64Array =>
  parameterView(network.parameters, parameters, `layers.0.forward.${kind}_${gate}`)

/** Tensors of several gates one after the other. */
export const stacked = (work: Work, kind: 'W' | 'U' | 'b', gates: readonly Gate[]): Float32Array =>
  Float32Array.from(gates.flatMap((gate) => Array.from(tensor(work, kind, gate))))

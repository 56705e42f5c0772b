/**
 * How many parameters a network has, counted as different people count: PyTorch keeps two bias vectors a
 * gate (one in a layer without memory), Keras one (two for its GRU), papers write one.
 */
import type { Cell, Network } from '../engine/index.ts'
import { readingOf } from './mix.ts'

export interface ParameterCounts {
  readonly papers: number
  readonly keras: number
  readonly pytorch: number
  /** What this network was trained with. */
  readonly trained: number
  /** Of these, readout and embedding: the same in every way of counting. */
  readonly outside: number
}

/** Keras' GRU resets after the product by default, and then keeps two bias vectors. */
const kerasBiases = (cell: Cell): number =>
  Object.keys(cell.equations).some((name) => readingOf(cell, name) !== null) ? 2 : 1

/** PyTorch's recurrent layers have two bias vectors a gate, its linear layer one. */
const pytorchBiases = (cell: Cell): number => (cell.carry.length > 0 ? 2 : 1)

/** Counts of a network of one or more layers of one cell. */
export const parameterCounts = (network: Network): ParameterCounts => {
  const sizeOf = (kinds: readonly string[]): number =>
    network.parameters.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { size }) => sum + size, 0)
  const outside = sizeOf(['readout', 'readout-bias', 'embedding'])
  const weights = sizeOf(['input', 'recurrent', 'peephole'])
  const biases = (of: (cell: Cell) => number): number =>
    network.parts.reduce((sum, { program }) => {
      const gates = new Set(program.parameters.filter(({ kind }) => kind === 'input').map(({ gate }) => gate))
      return sum + of(program.cell) * gates.size * program.H
    }, 0)
  return {
    papers: weights + biases(() => 1) + outside,
    keras: weights + biases(kerasBiases) + outside,
    pytorch: weights + biases(pytorchBiases) + outside,
    trained: network.parameterCount,
    outside,
  }
}

/** From a sequence as it is given to the vectors that the first layer reads. */
import { firstNotFinite } from './finite.ts'
import type { InputSpec, Network } from './network.ts'
import { ofLength } from './ofLength.ts'
import { parameterView } from './parameters.ts'

/**
 * A sequence: for vector inputs T rows of I numbers, or one flat Float64Array [T·I]; for symbols T
 * indices.
 */
export type Sequence = readonly (readonly number[])[] | readonly number[] | Float64Array

const flatVectors = (size: number, values: Float64Array): Float64Array => {
  if (values.length % size !== 0)
    throw new Error(`Expected a multiple of ${size} numbers (steps of ${size}), got ${values.length}.`)
  return values
}

const vectors = (size: number, sequence: Sequence, reuse: Float64Array | null): Float64Array => {
  if (sequence instanceof Float64Array) {
    const copy = ofLength(sequence.length, reuse)
    copy.set(sequence)
    return flatVectors(size, copy)
  }
  const rows: readonly (number | readonly number[])[] = sequence
  if (rows.every((row) => typeof row === 'number')) return flatVectors(size, Float64Array.from(rows))
  const values = new Float64Array(rows.length * size)
  rows.forEach((row, t) => {
    if (typeof row === 'number' || row.length !== size)
      throw new Error(
        `Expected ${size} numbers at step ${t}, got ${typeof row === 'number' ? 'one number' : row.length}.`,
      )
    values.set(row, t * size)
  })
  return values
}

const symbolsOf = (spec: Exclude<InputSpec, { kind: 'vector' }>, sequence: Sequence): number[] =>
  Array.from(sequence as readonly (number | readonly number[])[], (symbol, t) => {
    if (typeof symbol !== 'number' || !Number.isInteger(symbol) || symbol < 0 || symbol >= spec.symbols)
      throw new Error(`Expected a symbol from 0 to ${spec.symbols - 1} at step ${t}, got ${String(symbol)}.`)
    return symbol
  })

/**
 * What the first layer reads, [T][I], and the symbol of each step (null for vector inputs).
 * @param reuse inputs that nobody reads any more, to be written over when they have the right length
 * @throws Error for an empty sequence, a row of the wrong width, a number that is not finite, a symbol
 *   out of range.
 */
export const readInputs = (
  network: Network,
  parameters: Float64Array,
  sequence: Sequence,
  reuse: Float64Array | null,
): { symbols: readonly number[] | null; inputs: Float64Array } => {
  const { input } = network.spec
  if (sequence.length === 0)
    throw new Error('Expected a sequence of at least one step, got an empty one. Give one step or more.')
  if (input.kind === 'vector') {
    const inputs = vectors(input.size, sequence, reuse)
    const bad = firstNotFinite(inputs)
    if (bad >= 0)
      throw new Error(
        `Expected finite inputs, got ${inputs[bad]} at step ${Math.floor(bad / input.size)}, component ${bad % input.size}.`,
      )
    return { symbols: null, inputs }
  }
  const symbols = symbolsOf(input, sequence)
  const length = symbols.length * network.I
  const inputs = ofLength(length, reuse).fill(0)
  const table =
    input.kind === 'embedding' ? parameterView(network.parameters, parameters, 'embedding.E') : null
  symbols.forEach((symbol, t) => {
    if (table) inputs.set(table.subarray(symbol * network.I, (symbol + 1) * network.I), t * network.I)
    else inputs[t * network.I + symbol] = 1
  })
  return { symbols, inputs }
}

/** The readout: a linear layer over h and its activation. */
import { expOfMinus, sigmoidOf } from './elementary.ts'
import type { Network } from './network.ts'
import { ofLength } from './ofLength.ts'

/** Where the readout's weights [outputs][width] and biases start in the flat parameters: they come last. */
const places = ({ parameterCount, outputs, width }: Network): { W: number; b: number } => ({
  W: parameterCount - outputs * (width + 1),
  b: parameterCount - outputs,
})

/** softmax of a row in place; the largest logit is taken off first, so that nothing overflows. */
const softmaxRow = (row: Float64Array): void => {
  const top = row.reduce((a, b) => Math.max(a, b), -Infinity)
  let sum = 0
  row.forEach((v, k) => {
    const e = expOfMinus(top - v)
    row[k] = e
    sum += e
  })
  row.forEach((v, k) => {
    row[k] = v / sum
  })
}

/**
 * Logits and outputs [rows][outputs] of states [rows][width].
 * @param reuse logits that nobody reads any more, to be written over when they have the right length.
 */
export const readOut = (
  network: Network,
  parameters: Float64Array,
  states: Float64Array,
  rows: number,
  reuse: { readonly logits: Float64Array } | null = null,
): { logits: Float64Array; outputs: Float64Array } => {
  const { readout } = network.spec
  if (!readout) return { logits: states, outputs: states }
  const { width, outputs: K } = network
  const { W, b } = places(network)
  const logits = ofLength(rows * K, reuse?.logits)
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < K; k++) {
      let sum = parameters[b + k]!
      for (let u = 0; u < width; u++) sum += parameters[W + k * width + u]! * states[row * width + u]!
      logits[row * K + k] = sum
    }
  if (readout.activation === 'identity') return { logits, outputs: logits }
  if (readout.activation === 'sigmoid') return { logits, outputs: logits.map(sigmoidOf) }
  const outputs = logits.slice()
  for (let row = 0; row < rows; row++) softmaxRow(outputs.subarray(row * K, (row + 1) * K))
  return { logits, outputs }
}

/**
 * Adds ∂L/∂ readout to `gradient` and returns ∂L/∂ states [rows][width].
 * @param reuse ∂L/∂ states that nobody reads any more, to be written over when they have the right length.
 */
export const readOutBackward = (
  network: Network,
  parameters: Float64Array,
  states: Float64Array,
  dLogits: Float64Array,
  gradient: Float64Array,
  reuse?: Float64Array,
): Float64Array => {
  if (!network.spec.readout) return dLogits
  const { width, outputs: K } = network
  const { W, b } = places(network)
  const dStates = ofLength(states.length, reuse).fill(0)
  for (let row = 0; row < states.length; row += width)
    for (let k = 0; k < K; k++) {
      const d = dLogits[(row / width) * K + k]!
      gradient[b + k]! += d
      const w = W + k * width
      for (let u = 0; u < width; u++) {
        gradient[w + u]! += d * states[row + u]!
        dStates[row + u]! += d * parameters[w + u]!
      }
    }
  return dStates
}

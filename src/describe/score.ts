/** How far a network's outputs are from what is asked for, at the steps that are asked about. */
import type { NetworkTrace } from '../engine/index.ts'

export interface Score {
  /** Steps with a target. */
  readonly asked: number
  /** Mean |output − target| over these steps and all outputs; NaN when nothing is asked. */
  readonly meanError: number
  /** Steps whose largest output is the right one, for outputs that are shares of one; else null. */
  readonly right: number | null
}

const largest = (values: ArrayLike<number>): number => {
  let best = 0
  for (let k = 1; k < values.length; k++) if ((values[k] ?? -Infinity) > (values[best] ?? -Infinity)) best = k
  return best
}

/** @param targets one number an output for each step, null where nothing is asked */
export const scoreOf = (
  { network, outputs, T }: NetworkTrace,
  targets: readonly (readonly number[] | null)[],
): Score => {
  const K = network.outputs
  const shares = network.spec.readout?.activation === 'softmax'
  let asked = 0
  let right = 0
  let error = 0
  targets.forEach((target, t) => {
    const row = network.spec.outputs === 'every' ? t : t === T - 1 ? 0 : -1
    if (!target || row < 0) return
    const values = outputs.subarray(row * K, (row + 1) * K)
    asked += 1
    if (largest(values) === largest(target)) right += 1
    target.forEach((wanted, k) => {
      error += Math.abs((values[k] ?? NaN) - wanted)
    })
  })
  return { asked, meanError: error / (asked * K), right: shares ? right : null }
}

/**
 * Forecasts of a series in its own unit. A network of a series reads and says scaled changes,
 * (change − mean) / scale; a level is the level before plus the change that is said.
 */
import type { Network } from '../engine/index.ts'
import { closedLoop } from './closedLoop.ts'
import type { Scaling } from './schema.ts'

/** The level that an output forecasts after a known level, in the series' unit. */
export const levelAfter = (level: number, output: number, { mean, scale }: Scaling): number =>
  level + output * scale + mean

/**
 * One step ahead: entry t is the level forecast for step t + 1 from the observed level of step t.
 * @param outputs the network's output at each step, as many as levels
 */
export const oneStepForecast = (
  levels: readonly number[],
  outputs: ArrayLike<number>,
  scaling: Scaling,
): readonly number[] => levels.map((level, t) => levelAfter(level, outputs[t]!, scaling))

/**
 * Many steps ahead in closed loop: the levels of the `steps` steps that follow the last known one.
 * @param inputs scaled changes up to the last known step
 * @param level the observed level of that step
 * @throws Error as `closedLoop`
 */
export const projection = (
  network: Network,
  parameters: Float64Array,
  inputs: readonly number[],
  level: number,
  steps: number,
  scaling: Scaling,
): readonly number[] => {
  const rows = inputs.map((value) => [value])
  let reached = level
  return Array.from(closedLoop(network, parameters, rows, steps), (output) => {
    reached = levelAfter(reached, output, scaling)
    return reached
  })
}

/**
 * The same change as a season ago, one step ahead: entry t is the level forecast for step t + 1.
 * @param before the `season` levels that precede the first of `levels`
 */
export const seasonalForecast = (before: readonly number[], levels: readonly number[]): readonly number[] => {
  const all = [...before, ...levels]
  return levels.map((level, t) => level + all[t + 1]! - all[t]!)
}

/**
 * The same changes as a season ago, again and again: the levels of the `steps` steps after step t.
 * @param before the `season` levels that precede the first of `levels`
 */
export const seasonalProjection = (
  before: readonly number[],
  levels: readonly number[],
  t: number,
  steps: number,
): readonly number[] => {
  const season = before.length
  const reached = [...before, ...levels.slice(0, t + 1)]
  for (let k = 0; k < steps; k++) {
    const now = reached.length - 1
    reached.push(reached[now]! + reached[now + 1 - season]! - reached[now - season]!)
  }
  return reached.slice(reached.length - steps)
}

/** √ of the mean squared difference of two lists of equal length, in their unit; NaN for empty ones. */
export const rootMeanSquare = (forecast: readonly number[], observed: readonly number[]): number => {
  if (forecast.length !== observed.length)
    throw new Error(
      `Expected ${observed.length} forecasts, one for each observation, got ${forecast.length}.`,
    )
  const sum = forecast.reduce((total, value, k) => total + (value - observed[k]!) ** 2, 0)
  return Math.sqrt(sum / forecast.length)
}

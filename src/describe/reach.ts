/**
 * How far the scale of a quantity goes, by one rule for its colours and its axes: symmetric about 0, to the
 * largest size of the sequence, rounded up to 1, 2 or 5 times a power of ten, and never less than 1.
 */
import { plane, type Trace } from '../engine/index.ts'

/** The least 1, 2 or 5 times a power of ten that is no less than a size; 1 for smaller ones. */
export const roundUp = (size: number): number => {
  if (size <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(size))
  return ([1, 2, 5].find((digit) => digit * power >= size) ?? 10) * power
}

/** The reach of some values; what is no finite number stretches nothing. */
export const reachOfValues = (values: ArrayLike<number>): number => {
  let most = 0
  for (let k = 0; k < values.length; k++) {
    const size = Math.abs(values[k]!)
    if (size > most && size < Infinity) most = size
  }
  return roundUp(most)
}

const known = new WeakMap<Trace, Map<string, number>>()

/**
 * The reach of a slot over all steps and units of a trace; computed once.
 * @throws Error for a slot that the trace does not have
 */
export const reachOf = (trace: Trace, slot: string): number => {
  const slots = known.get(trace) ?? new Map<string, number>()
  known.set(trace, slots)
  const reach = slots.get(slot) ?? reachOfValues(plane(trace, slot))
  slots.set(slot, reach)
  return reach
}

/**
 * How the parts of a memory fared: at every step, how much of each earlier write was still there, and how
 * much positive and negative memory there was in all. Drawn, this is a river of ribbons into the past.
 */
import type { Share, UnitMemory } from './provenance.ts'

/** The steps from the first that was read up to t, in the order in which the cell read them. */
export const stepsUpTo = (
  { T, reversed }: Pick<UnitMemory, 'T' | 'reversed'>,
  t: number,
): readonly number[] =>
  reversed ? Array.from({ length: T - t }, (_, k) => T - 1 - k) : Array.from({ length: t + 1 }, (_, k) => k)

/** Sizes of the memory's positive and negative parts at every step 0 … T − 1; value = positive − negative. */
export interface Masses {
  readonly positive: Float64Array
  readonly negative: Float64Array
  /** The largest finite number of each. */
  readonly most: { readonly positive: number; readonly negative: number }
}

const largest = (values: Float64Array): number =>
  values.reduce((most, v) => (Number.isFinite(v) && v > most ? v : most), 0)

/** Every write adds its size to one side; every keep gate scales both. */
export const masses = (memory: UnitMemory): Masses => {
  const { T, reversed } = memory
  const positive = new Float64Array(T)
  const negative = new Float64Array(T)
  let plus = Math.max(0, memory.initial)
  let minus = Math.max(0, -memory.initial)
  for (const t of stepsUpTo(memory, reversed ? 0 : T - 1)) {
    const set = memory.isSet(t)
    const keep = set ? 0 : memory.keep(t)
    const written = set ? memory.value(t) : memory.written(t)
    // A keep gate held below 0 turns every part round.
    const [kept, turned] = [Math.max(0, keep), Math.max(0, -keep)]
    ;[plus, minus] = [
      kept * plus + turned * minus + Math.max(0, written),
      kept * minus + turned * plus + Math.max(0, -written),
    ]
    positive[t] = plus
    negative[t] = minus
  }
  return { positive, negative, most: { positive: largest(positive), negative: largest(negative) } }
}

/** What was left of one write at a step. */
export interface Remainder {
  readonly t: number
  readonly value: number
}

/**
 * A share's remainders from its own step (the first step for the initial value) up to t, in reading order.
 * @param isWanted leaves out the steps that nobody looks at
 */
export const historyOf = (
  memory: UnitMemory,
  part: Share,
  t: number,
  isWanted: (step: number) => boolean = () => true,
): readonly Remainder[] => {
  const direction = memory.reversed ? -1 : 1
  const remainders: Remainder[] = []
  const isInitial = part.kind === 'initial'
  let value = part.written
  for (let step = isInitial ? part.step + direction : part.step; step !== t + direction; step += direction) {
    if (isInitial || step !== part.step) value *= memory.isSet(step) ? 0 : memory.keep(step)
    if (isWanted(step)) remainders.push({ t: step, value })
  }
  return remainders
}

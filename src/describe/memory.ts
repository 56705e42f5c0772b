/**
 * How much an output still depends on the memory of earlier steps: the norm of ∂y_t/∂s_k for every
 * k ≤ t, by backpropagation through time. s is what the cell remembers with: c where there is one,
 * else h. Total derivatives, as in ∂L/∂c_k of training: all paths from step k to the output count.
 */
import { backward, gradAt, type Cell, type NetworkTrace } from '../engine/index.ts'

/** The slot that a cell remembers with: its long memory, else its carried output; null without a carry. */
export const memorySlotOf = (cell: Cell): string | null =>
  cell.carry.find((slot) => cell.equations[slot]?.role === 'cell') ?? cell.carry[0] ?? null

/** The last step of a sequence that has a target; the last step of all when none has. */
export const lastAskedStep = (targets: readonly (readonly number[] | null)[]): number => {
  const asked = targets.findLastIndex((target) => target !== null)
  return asked < 0 ? Math.max(0, targets.length - 1) : asked
}

/**
 * ‖∂ y_t / ∂ s_k‖ (Frobenius, over the outputs before their activation) of one layer and direction, for
 * k = 0 … t; for all steps of a network in which some layer reads from the end.
 * @param part index in network.parts
 * @returns length t + 1, or T; all zeros before t for a cell without memory.
 * @throws Error when step t has no output: it is outside the sequence, or only the last step has one.
 */
export const memoryNorms = (trace: NetworkTrace, t: number, part = 0): Float64Array => {
  const { network, T, rows } = trace
  const row = rows === 1 ? 0 : t
  if (!Number.isInteger(t) || t < 0 || t >= T || (rows === 1 && t !== T - 1))
    throw new Error(
      `Step ${t} has no output. Expected ${rows === 1 ? T - 1 : `a step from 0 to ${T - 1}`}; choose such a step.`,
    )
  const own = trace.traces[part]
  if (!own) throw new Error(`Expected a part from 0 to ${trace.traces.length - 1}, got ${part}.`)
  const { cell } = own.program
  const last = trace.traces.some(({ reversed }) => reversed) ? T - 1 : t
  const slot = memorySlotOf(cell) ?? cell.output
  const norms = new Float64Array(last + 1)
  for (let output = 0; output < network.outputs; output++) {
    const seed = new Float64Array(trace.logits.length)
    seed[row * network.outputs + output] = 1
    const layer = backward(trace, seed).trace.traces[part]!
    for (let k = 0; k <= last; k++) for (const d of gradAt(layer, k, slot)) norms[k]! += d * d
  }
  return norms.map(Math.sqrt)
}

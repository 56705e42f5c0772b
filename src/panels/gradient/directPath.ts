/**
 * The direct path: what the conveyor alone leaves of a gradient between two steps, the product of the keep
 * gates after the first. The full gradient has the paths through h on top of it.
 */
import { memoryUpdateOf } from '../../describe/provenance.ts'
import { at } from '../../engine/index.ts'
import type { GradientRun } from '../../store/gradients.ts'

export interface DirectPath {
  /** The carried slot, and the gate that keeps it. */
  readonly slot: string
  readonly keep: string
  /** Where the gradient enters: the largest loss that is sent back at or after the step; null: none does. */
  readonly from: number | null
  /** The keep gate's values between the two, nearest to the step first. */
  readonly gates: readonly number[]
  readonly product: number
}

/** Null for a cell without a conveyor. */
export const directPath = (
  { run, marks }: Pick<GradientRun, 'run' | 'marks'>,
  unit: number,
  t: number,
): DirectPath | null => {
  const update = memoryUpdateOf(run.cell)
  if (!update) return null
  const { layer } = run
  const sign = layer.reversed ? -1 : 1
  const after = marks.filter((mark) => mark.sent && (mark.t - t) * sign >= 0)
  const later = after.filter((mark) => mark.t !== t)
  const from = (later.length > 0 ? later : after).reduce<(typeof after)[number] | null>(
    (best, mark) => (best && Math.abs(best.value) >= Math.abs(mark.value) ? best : mark),
    null,
  )
  const count = from ? Math.abs(from.t - t) : 0
  const gates = Array.from(
    { length: count },
    (_, k) => at(layer, t + sign * (k + 1), update.keep.name)[unit] ?? NaN,
  )
  return {
    slot: update.slot,
    keep: update.keep.name,
    from: from?.t ?? null,
    gates,
    product: gates.reduce((all, gate) => all * gate, 1),
  }
}

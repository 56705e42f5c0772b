/**
 * Jacobians of the state: how the carried values at step t depend on those at an earlier step k, through all
 * steps between. The carried values of a step are independent coordinates: in an LSTM ∂h_t/∂c_k is what a
 * change of c_k alone does, h_k held fast, so that ∂h_t/∂c_{t−1} = diag(o (1 − tanh² c)) diag(f).
 *
 * One way back from t serves all k: each row of the Jacobian is carried as a gradient and steps back with the
 * very code of backpropagation (backwardStep.ts). In a reversed layer "earlier" means larger k.
 */
import { backMachineOf, backStep, loadStep } from './backwardStep.ts'
import type { Hold } from './interventions.ts'
import { frobeniusNorm, spectralNorm } from './spectralNorm.ts'
import { checkSteps, type Trace } from './trace.ts'

/** ∂ carry at t / ∂ carry at k: the block matrix of all carried slots. */
export interface StateJacobian {
  readonly t: number
  readonly k: number
  /** Names of the carried slots, in the order of the blocks; none for a cell without memory. */
  readonly carry: readonly string[]
  /** Hidden size: a block is [H][H]. */
  readonly H: number
  /** [carry · H][carry · H], row-major: rows of step t, columns of step k. */
  readonly matrix: Float64Array
}

/** Norms of ∂ output at t / ∂ one carried slot at each step before. */
export interface CarryNorms {
  /** Name of the carried slot that is differentiated by. */
  readonly by: string
  /** Parallel to the steps. */
  readonly frobenius: Float64Array
  readonly spectral: Float64Array
}

export interface JacobianNorms {
  readonly t: number
  /** t first, then back to the initial carry: t, t − 1, …, −1, or t, t + 1, …, T in a reversed layer. */
  readonly steps: readonly number[]
  /** One a carried slot; none for a cell without memory. */
  readonly norms: readonly CarryNorms[]
}

/** [rows][carry · H] of the slots `of` at step t by the carry at each k, from k = t to `last`. */
const goBack = (
  trace: Trace,
  parameters: Float64Array,
  holds: readonly Hold[],
  of: readonly number[],
  t: number,
  last: number,
  visit: (k: number, rows: Float64Array) => void,
): void => {
  const { program, reversed } = trace
  const { H, slots, carry } = program
  const width = carry.length * H
  const rows = new Float64Array(of.length * H * width)
  of.forEach((slot, block) => {
    const rank = carry.findIndex((carried) => carried.slot === slot)
    if (rank >= 0) for (let u = 0; u < H; u++) rows[(block * H + u) * width + rank * H + u] = 1
  })
  visit(t, rows)
  const back = backMachineOf(trace, parameters, holds)
  const g = back.gradients
  for (let k = t; k !== last; k += reversed ? 1 : -1) {
    loadStep(back, k)
    for (let row = 0; row < of.length * H; row++) {
      for (let p = 0; p < g.length; p++) g[p] = 0
      // An output that is not carried enters at step t alone; a carried one stands in the rows already.
      if (k === t) g[slots[of[Math.floor(row / H)]!]!.register + (row % H)] = 1
      else
        carry.forEach(({ slot }, rank) => {
          const { register } = slots[slot]!
          for (let u = 0; u < H; u++) g[register + u] = rows[row * width + rank * H + u]!
        })
      backStep(back, k)
      carry.forEach(({ register }, rank) => {
        for (let u = 0; u < H; u++) rows[row * width + rank * H + u] = g[register + u]!
      })
    }
    visit(reversed ? k + 1 : k - 1, rows)
  }
}

/**
 * ∂ carry at step t / ∂ carry at step k of one layer's trace, e.g. ∂h_t/∂h_k and ∂h_t/∂c_k: see `jacobianBlock`.
 * k = t gives the identity; k may be the initial carry (−1, or T in a reversed layer).
 * @param parameters flat, in the layout of the trace's program (`partParameters` of a network).
 * @param holds those that the trace was run with (`partHolds`): a held value does not depend on anything before.
 * @throws Error when t or k is outside the sequence, k comes after t, parameters do not fit the program, or the
 *   trace is for display only.
 */
export const stateJacobian = (
  trace: Trace,
  parameters: Float64Array,
  t: number,
  k: number,
  holds: readonly Hold[] = [],
): StateJacobian => {
  checkSteps(trace, t, k)
  const { program } = trace
  let matrix = new Float64Array()
  const of = program.carry.map(({ slot }) => slot)
  if (of.length > 0)
    goBack(trace, parameters, holds, of, t, k, (step, rows) => {
      if (step === k) matrix = rows.slice()
    })
  return { t, k, carry: program.cell.carry, H: program.H, matrix }
}

/**
 * The same for every k from t back to the initial carry, in that order, at the cost of one way back: ∂ carry at
 * t / ∂ carry at t, t − 1, …, −1 (t, t + 1, …, T in a reversed layer). None for a cell without memory.
 * Parameters, holds and errors as for `stateJacobian`.
 */
export const stateJacobians = (
  trace: Trace,
  parameters: Float64Array,
  t: number,
  holds: readonly Hold[] = [],
): readonly StateJacobian[] => {
  const last = trace.reversed ? trace.T : -1
  checkSteps(trace, t, last)
  const { program } = trace
  const { H, cell } = program
  const of = program.carry.map(({ slot }) => slot)
  const all: StateJacobian[] = []
  if (of.length > 0)
    goBack(trace, parameters, holds, of, t, last, (k, rows) =>
      all.push({ t, k, carry: cell.carry, H, matrix: rows.slice() }),
    )
  return all
}

/**
 * One block of a Jacobian: ∂ `of` at t / ∂ `by` at k, [H][H] row-major, rows of `of`.
 * @throws Error when a name is not carried.
 */
export const jacobianBlock = (jacobian: StateJacobian, of: string, by: string): Float64Array => {
  const { H, carry, matrix } = jacobian
  const [row, column] = [of, by].map((name) => {
    const rank = carry.indexOf(name)
    if (rank < 0)
      throw new Error(
        `No Jacobian of "${name}". Expected a carried value: ${carry.join(', ') || 'none here'}.`,
      )
    return rank * H
  })
  const block = new Float64Array(H * H)
  const width = carry.length * H
  for (let u = 0; u < H; u++)
    for (let v = 0; v < H; v++) block[u * H + v] = matrix[(row! + u) * width + column! + v]!
  return block
}

/**
 * Frobenius and spectral norms of ∂ output at step t / ∂ each carried slot, for every step back to the initial
 * carry: of ∂h_t/∂h_k and ∂h_t/∂c_k. Parameters, holds and errors as for `stateJacobian`.
 */
export const jacobianNorms = (
  trace: Trace,
  parameters: Float64Array,
  t: number,
  holds: readonly Hold[] = [],
): JacobianNorms => {
  const last = trace.reversed ? trace.T : -1
  checkSteps(trace, t, last)
  const { program, reversed } = trace
  const { H, carry, slots } = program
  if (carry.length === 0) return { t, steps: [], norms: [] }
  const count = Math.abs(t - last) + 1
  const norms = carry.map(({ slot }) => ({
    by: slots[slot]!.name,
    frobenius: new Float64Array(count),
    spectral: new Float64Array(count),
  }))
  const block = new Float64Array(H * H)
  goBack(trace, parameters, holds, [program.output], t, last, (k, rows) => {
    norms.forEach(({ frobenius, spectral }, rank) => {
      for (let u = 0; u < H; u++)
        for (let v = 0; v < H; v++) block[u * H + v] = rows[(u * carry.length + rank) * H + v]!
      frobenius[Math.abs(t - k)] = frobeniusNorm(block)
      spectral[Math.abs(t - k)] = spectralNorm(block, H)
    })
  })
  return { t, steps: Array.from({ length: count }, (_, n) => (reversed ? t + n : t - n)), norms }
}

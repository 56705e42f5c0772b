/**
 * How a gradient travels back through time: norms of ∂ state at T / ∂ state at t for every t, along all paths and
 * along the direct one alone. The direct path of a cell that keeps is the product of its keep gates, Π f of the
 * LSTM and Π z of the GRU: it is the diagonal that is left when the gates do not depend on the state.
 */
import {
  at,
  jacobianBlock,
  frobeniusNorm,
  spectralNorm,
  stateJacobians,
  type StateJacobian,
  type Trace,
} from '../engine/index.ts'
import { slotOfJob } from './jobs.ts'
import { memorySlotOf } from './memory.ts'

export interface DirectPath {
  /** The gate that keeps: 'f', 'z', '1-z'. */
  readonly gate: string
  /** Its product from step t + 1 to T, of each unit: [T + 1][H]; ones at T. */
  readonly products: Float64Array
  /** The largest of each step, which is the norm of the diagonal matrix: [T + 1]. */
  readonly largest: Float64Array
}

export interface GradientPaths {
  /** The last step, whose state is differentiated. */
  readonly T: number
  /** ‖∂h_T/∂h_t‖, largest singular value, for t = 0 … T; h is the cell's output. */
  readonly hidden: Float64Array
  /** The same of the slot that the cell remembers with: c in an LSTM, else h. */
  readonly memory: { readonly slot: string; readonly norms: Float64Array }
  /** null for a cell without a gate that keeps. */
  readonly direct: DirectPath | null
  /** ∂ carry at T / ∂ carry at t, by t. */
  readonly jacobians: readonly StateJacobian[]
}

const directPath = (trace: Trace): DirectPath | null => {
  const { H, cell } = trace.program
  const gate = slotOfJob(cell, 'keep')
  if (gate === null) return null
  const T = trace.T - 1
  const products = new Float64Array((T + 1) * H).fill(1)
  for (let t = T - 1; t >= 0; t--) {
    const next = at(trace, t + 1, gate)
    for (let u = 0; u < H; u++) products[t * H + u] = products[(t + 1) * H + u]! * next[u]!
  }
  const largest = Float64Array.from({ length: T + 1 }, (_, t) =>
    products.subarray(t * H, (t + 1) * H).reduce((most, value) => Math.max(most, value), 0),
  )
  return { gate, products, largest }
}

const normsOf = (jacobians: readonly StateJacobian[], slot: string): Float64Array =>
  Float64Array.from(jacobians, (jacobian) => spectralNorm(jacobianBlock(jacobian, slot, slot), jacobian.H))

/**
 * The ways of the gradient from the last step of a forward layer's trace back to its first; null for a cell
 * without memory.
 * @param parameters of the trace's program, flat
 * @throws Error as `stateJacobians`; for a trace that was not recorded whole
 */
export const gradientPaths = (trace: Trace, parameters: Float64Array): GradientPaths | null => {
  const { cell } = trace.program
  const slot = memorySlotOf(cell)
  if (slot === null) return null
  const T = trace.T - 1
  // From t = T down to the initial carry, which is no step of the sequence.
  const jacobians = stateJacobians(trace, parameters, T)
    .slice(0, T + 1)
    .toReversed()
  const hidden = normsOf(jacobians, cell.output)
  const norms = slot === cell.output ? hidden : normsOf(jacobians, slot)
  return { T, hidden, memory: { slot, norms }, direct: directPath(trace), jacobians }
}

/** One block of a Jacobian with its norms: ∂ `of` at T / ∂ `by` at t. */
export interface Block {
  readonly of: string
  readonly by: string
  /** Largest singular value: the most by which a change is stretched. */
  readonly spectral: number
  /** √ of the sum of all squares. */
  readonly frobenius: number
}

/** All blocks of a Jacobian, row by row, and the norms of the whole. */
export const blocksOf = (
  jacobian: StateJacobian,
): { readonly blocks: readonly Block[]; readonly spectral: number; readonly frobenius: number } => {
  const { carry, H, matrix } = jacobian
  const blocks = carry.flatMap((of) =>
    carry.map((by) => {
      const block = jacobianBlock(jacobian, of, by)
      return { of, by, spectral: spectralNorm(block, H), frobenius: frobeniusNorm(block) }
    }),
  )
  return { blocks, spectral: spectralNorm(matrix, carry.length * H), frobenius: frobeniusNorm(matrix) }
}

/** Steps in which a factor a step leaves a half: ln ½ / ln f; ∞ from 1 up, 0 at 0. */
export const halfLife = (factor: number): number =>
  factor >= 1 ? Infinity : factor > 0 ? Math.log(0.5) / Math.log(factor) : 0

/** The same of a gate with a bias alone, σ(b): ln ½ / ln σ(b), accurate also where σ(b) is nearly 1. */
export const halfLifeOfBias = (bias: number): number => Math.LN2 / Math.log1p(Math.exp(-bias))

/** The factor a step that makes a norm in so many steps. */
export const factorOf = (norm: number, steps: number): number => (steps > 0 ? norm ** (1 / steps) : 1)

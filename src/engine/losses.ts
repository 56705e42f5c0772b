/**
 * Losses over a sequence of outputs, with a mask that says which steps count.
 * Reduction as PyTorch's 'mean': over the counted elements (steps × columns for squared error and
 * binary cross-entropy, steps for cross-entropy).
 */
import { expOfMinus, logOf, logOf1Plus, sigmoidOf } from './elementary.ts'
import { ofLength } from './ofLength.ts'

export type LossName = 'squared-error' | 'cross-entropy' | 'binary-cross-entropy'

export interface LossValue {
  readonly value: number
  /** ∂loss/∂prediction, [rows, columns]; zero in rows that do not count. */
  readonly gradient: Float64Array
}

export interface LossOptions {
  /** Width of a row of predictions. */
  readonly columns: number
  /** One entry a row, non-zero where the row counts; null when all count. */
  readonly mask?: ArrayLike<number> | null
  /**
   * How many elements the sum is divided by, when the mean runs over more than this sequence (a batch
   * of sequences of unlike length). The counted elements of this sequence when absent.
   */
  readonly divisor?: number
  /** A gradient that nobody reads any more, to be written over when it has the right length. */
  readonly reuse?: Float64Array | null
}

/**
 * @param prediction [rows, columns]: values for squared error, logits for the cross-entropies
 * @param target [rows, columns] of numbers; for cross-entropy [rows] of class indices. Rows that do not
 *   count are not read.
 * @throws RangeError on lengths that do not agree, a class out of range, or when no row counts
 */
export type Loss = (
  prediction: ArrayLike<number>,
  target: ArrayLike<number>,
  options: LossOptions,
) => LossValue

const rowsOf = (prediction: ArrayLike<number>, { columns, mask }: LossOptions): number => {
  const rows = prediction.length / columns
  if (!Number.isInteger(columns) || !Number.isInteger(rows) || rows < 1)
    throw new RangeError(
      `Loss: expected rows of ${columns} predictions, got ${prediction.length} numbers. Pass [rows, columns] flat.`,
    )
  if (mask && mask.length !== rows)
    throw new RangeError(`Loss: expected a mask of ${rows} steps, got ${mask.length}.`)
  return rows
}

/** What the sum is divided by: what the caller says, or the terms that count. */
const divisorOf = ({ divisor }: LossOptions, counted: () => number): number => {
  if (divisor === undefined) return counted()
  if (divisor > 0 && Number.isFinite(divisor)) return divisor
  throw new RangeError(`Loss: expected a divisor above 0, got ${divisor}.`)
}

const expectTargets = (target: ArrayLike<number>, expected: number): void => {
  if (target.length !== expected)
    throw new RangeError(`Loss: expected ${expected} targets, got ${target.length}.`)
}

const countRows = (rows: number, mask: LossOptions['mask']): number => {
  let counted = mask ? 0 : rows
  if (mask) for (let t = 0; t < rows; t++) if (mask[t]) counted++
  if (counted === 0)
    throw new RangeError('Loss: expected at least one step that counts, got none. Widen the mask.')
  return counted
}

/** A loss that is a sum of one term an element: `term` gives value and derivative. */
const elementwise =
  (term: (p: number, y: number, out: { value: number; slope: number }) => void): Loss =>
  (prediction, target, options) => {
    const rows = rowsOf(prediction, options)
    expectTargets(target, prediction.length)
    const { columns, mask } = options
    const divisor = divisorOf(options, () => countRows(rows, mask) * columns)
    const gradient = ofLength(prediction.length, options.reuse).fill(0)
    const at = { value: 0, slope: 0 }
    let sum = 0
    for (let t = 0; t < rows; t++) {
      if (mask && !mask[t]) continue
      for (let k = t * columns; k < (t + 1) * columns; k++) {
        term(prediction[k]!, target[k]!, at)
        sum += at.value
        gradient[k] = at.slope / divisor
      }
    }
    return { value: sum / divisor, gradient }
  }

/** Mean of (p − y)². */
export const squaredError: Loss = elementwise((p, y, out) => {
  out.value = (p - y) * (p - y)
  out.slope = 2 * (p - y)
})

/**
 * Binary cross-entropy of a logit p against y in [0, 1]: max(p, 0) − p·y + log(1 + e^−|p|), which
 * neither overflows nor takes the logarithm of zero. Its derivative is σ(p) − y.
 */
export const binaryCrossEntropy: Loss = elementwise((p, y, out) => {
  out.value = Math.max(p, 0) - p * y + logOf1Plus(expOfMinus(Math.abs(p)))
  out.slope = sigmoidOf(p) - y
})

/** Cross-entropy of a row of logits against a class: −log softmax(p)[y]. Derivative: softmax(p) − 1[y]. */
export const crossEntropy: Loss = (prediction, target, options) => {
  const rows = rowsOf(prediction, options)
  expectTargets(target, rows)
  const { columns, mask } = options
  const divisor = divisorOf(options, () => countRows(rows, mask))
  const gradient = ofLength(prediction.length, options.reuse).fill(0)
  let sum = 0
  for (let t = 0; t < rows; t++) {
    if (mask && !mask[t]) continue
    const row = t * columns
    const y = target[t]!
    if (!Number.isInteger(y) || y < 0 || y >= columns)
      throw new RangeError(`Loss, step ${t}: expected a class from 0 to ${columns - 1}, got ${y}.`)
    // Subtracting the largest logit leaves the softmax as it is and keeps exp from overflowing.
    let top = -Infinity
    for (let k = row; k < row + columns; k++) top = Math.max(top, prediction[k]!)
    let total = 0
    for (let k = row; k < row + columns; k++) {
      gradient[k] = expOfMinus(top - prediction[k]!)
      total += gradient[k]!
    }
    sum += logOf(total) - (prediction[row + y]! - top)
    for (let k = row; k < row + columns; k++) gradient[k] = gradient[k]! / total / divisor
    gradient[row + y] = gradient[row + y]! - 1 / divisor
  }
  return { value: sum / divisor, gradient }
}

/** Each loss by name: a function of [rows, columns] predictions and their targets; see `Loss`. */
export const losses: Readonly<Record<LossName, Loss>> = {
  'squared-error': squaredError,
  'cross-entropy': crossEntropy,
  'binary-cross-entropy': binaryCrossEntropy,
}

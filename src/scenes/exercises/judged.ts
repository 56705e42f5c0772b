/** Metrics that several exercises share: [rows][columns] outputs against the targets of all sequences. */
import type { Batch } from '../../engine/trainer.ts'
import type { Predict } from '../task.ts'

/** Folds over every target that counts, with the outputs of its row. */
const overRows = (
  batch: Batch,
  columns: number,
  predict: Predict,
  judge: (row: Float64Array, target: number) => number,
): number => {
  let sum = 0
  let count = 0
  for (const { sequence, target, mask } of batch) {
    const outputs = predict(sequence)
    for (let t = 0; t < target.length; t++) {
      if (mask && !mask[t]) continue
      sum += judge(outputs.subarray(t * columns, (t + 1) * columns), target[t]!)
      count++
    }
  }
  return sum / count
}

/** Share of the rows in which the likeliest class is the right one. */
export const classShare = (batch: Batch, columns: number, predict: Predict): number =>
  overRows(batch, columns, predict, (row, target) => {
    const best = row.reduce((most, p, k) => (p > row[most]! ? k : most), 0)
    return best === target ? 1 : 0
  })

/** Share of the rows in which a probability lies on the right side of one half. */
export const bitShare = (batch: Batch, predict: Predict): number =>
  overRows(batch, 1, predict, ([p], target) => (p! > 0.5 === (target === 1) ? 1 : 0))

/** √ of the mean squared error over rows of one number. */
export const rootMeanSquareError = (batch: Batch, predict: Predict): number =>
  Math.sqrt(overRows(batch, 1, predict, ([y], target) => (y! - target) ** 2))

/**
 * What needs no network, on a task's held-out data: the lines that a loss curve must get below. Worked out from
 * the targets that count, so that they stay right when others count.
 */
import { losses, type LossName } from '../engine/losses.ts'
import { countedElements, type Batch, type TrainingSequence } from '../engine/trainer.ts'
import type { Exercise, Task } from './task.ts'

/**
 * zero: always 0. repeat: the value that was just read. persistence: a series stays where it is. mean: a series
 * goes on by its mean change. frequency: always the shares of the answers. own: what the task itself names.
 */
export type ReferenceId = 'own' | 'zero' | 'repeat' | 'persistence' | 'mean' | 'frequency'

export interface Reference {
  readonly id: ReferenceId
  readonly loss: number
}

/** Row t of what a reference says, in logits where the loss takes them. */
type Say = (one: TrainingSequence, t: number) => readonly number[]

const columnsOf = ({ readout }: Exercise): number => readout.size

const rowsOf = ({ target }: TrainingSequence, loss: LossName, columns: number): number =>
  loss === 'cross-entropy' ? target.length : target.length / columns

const counts = ({ mask }: TrainingSequence, t: number): boolean => !mask || Boolean(mask[t])

const lossOf = (exercise: Exercise, say: Say): number => {
  const { validation, loss } = exercise
  const columns = columnsOf(exercise)
  const divisor = countedElements(columns, loss, validation)
  let sum = 0
  for (const one of validation) {
    const rows = rowsOf(one, loss, columns)
    const said = Float64Array.from(Array.from({ length: rows }, (_, t) => say(one, t)).flat())
    sum += losses[loss](said, one.target, { columns, mask: one.mask, divisor }).value
  }
  return sum
}

/** Logits of the shares with which each answer is the right one. */
const frequencies = (exercise: Exercise): readonly number[] => {
  const columns = columnsOf(exercise)
  const classes = exercise.loss === 'cross-entropy'
  const seen = Array.from({ length: classes ? columns : 2 }, () => 0)
  for (const one of exercise.validation)
    for (let t = 0; t < one.target.length; t++) if (counts(one, t)) seen[one.target[t]!]!++
  if (classes) return seen.map((n) => Math.log(Math.max(n, Number.MIN_VALUE)))
  return [Math.log(seen[1]! / seen[0]!)]
}

/** Component 0 of step t as it was given, or null where inputs are symbols. */
const valueAt = (sequence: Batch[number]['sequence'], width: number, t: number): number | null => {
  if (sequence instanceof Float64Array) return sequence[t * width] ?? null
  const row = sequence[t]
  return typeof row === 'object' ? (row[0] ?? null) : (row ?? null)
}

/** What is known of every task of a kind, the strongest first where that is known. */
export const commonReferences = (task: Task): readonly [Reference, ...Reference[]] => {
  if (task.loss !== 'squared-error') {
    const shares = frequencies(task)
    return [{ id: 'frequency', loss: lossOf(task, () => shares) }]
  }
  const columns = columnsOf(task)
  const all = (value: number): readonly number[] => Array.from({ length: columns }, () => value)
  const { scaling, input } = task
  if (scaling)
    return [
      // "No change" in the network's scaled changes.
      { id: 'persistence', loss: lossOf(task, () => all(-scaling.mean / scaling.scale)) },
      { id: 'mean', loss: lossOf(task, () => all(0)) },
    ]
  const zero: Reference = { id: 'zero', loss: lossOf(task, () => all(0)) }
  if (input.kind !== 'vector' || task.outputs !== 'every') return [zero]
  const repeat = lossOf(task, ({ sequence }, t) => all(valueAt(sequence, input.size, t) ?? 0))
  return [zero, { id: 'repeat', loss: repeat }]
}

const CLOSE = 1e-9

/** The references of a task, its own baseline first. */
export const referencesOf = (task: Task): readonly Reference[] => {
  const common = commonReferences(task)
  const { loss } = task.baseline
  const isCommon = Math.abs(common[0].loss - loss) <= CLOSE * Math.max(1, loss)
  return isCommon ? common : [{ id: 'own', loss }, ...common]
}

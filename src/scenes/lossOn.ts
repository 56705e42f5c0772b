/**
 * Many to many or many to one: whether a task's loss counts every step or the last alone. Only the loss
 * changes; what the metric asks stays, so that the two can be compared.
 */
import type { Batch, TrainingSequence } from '../engine/trainer.ts'
import { commonReferences } from './references.ts'
import type { Predict, Task } from './task.ts'

export type LossOn = Task['outputs']

/** The last step that counts and is not at rest: the last answer that a sequence asks for. */
const lastAnswer = ({ rest, loss, readout }: Task, { target, mask }: TrainingSequence): number => {
  const columns = loss === 'cross-entropy' ? 1 : readout.size
  for (let t = target.length / columns - 1; t >= 0; t--) {
    const isRest = rest?.every((value, k) => target[t * columns + k] === value) ?? false
    if ((!mask || mask[t]) && !isRest) return t
  }
  return target.length / columns - 1
}

const onlyLast = (task: Task, batch: Batch): Batch =>
  batch.map((one) => {
    const last = lastAnswer(task, one)
    const columns = task.loss === 'cross-entropy' ? 1 : task.readout.size
    return {
      ...one,
      mask: Array.from({ length: one.target.length / columns }, (_, t) => (t === last ? 1 : 0)),
    }
  })

const stepsOf = (task: Task, { sequence }: TrainingSequence): number =>
  sequence instanceof Float64Array && task.input.kind === 'vector'
    ? sequence.length / task.input.size
    : sequence.length

/** The one answer is asked for after every step. */
const atEvery = (task: Task, batch: Batch): Batch =>
  batch.map((one) => ({
    ...one,
    target: Array.from({ length: stepsOf(task, one) }, () => Array.from(one.target)).flat(),
  }))

/**
 * What a task allows, its own first. Where the last answer is always the same there is nothing to learn from
 * it alone.
 */
export const lossChoices = (task: Task): readonly LossOn[] => {
  if (task.outputs === 'last') return ['last', 'every']
  const columns = task.loss === 'cross-entropy' ? 1 : task.readout.size
  const answers = new Set(
    task.validation.map((one) => {
      const last = lastAnswer(task, one)
      return Array.from({ length: columns }, (_, k) => one.target[last * columns + k]).join(' ')
    }),
  )
  return answers.size > 1 ? ['every', 'last'] : ['every']
}

/**
 * A task with its loss on every step or on the last; the task itself when that is its own way.
 * @throws Error for a choice that the task does not allow
 */
export const withLossOn = (task: Task, on: LossOn | null): Task => {
  if (on === null || on === task.outputs) return task
  if (!lossChoices(task).includes(on))
    throw new Error(`Loss on the ${on} step: expected one of ${lossChoices(task).join(', ')} for this task.`)
  const change = (batch: Batch): Batch => (on === 'last' ? onlyLast(task, batch) : atEvery(task, batch))
  // After the last step the network has said all that the task asks.
  const atEnd = (predict: Predict): Predict => {
    return (sequence) => predict(sequence).slice(-task.readout.size)
  }
  const own: Task = {
    ...task,
    // Masked, not cut: a network that is trained on its last answer still says something at every step.
    outputs: 'every',
    sample: (random, size) => change(task.sample(random, size)),
    validation: change(task.validation),
    measure: on === 'last' ? task.measure : (predict) => task.measure(atEnd(predict)),
  }
  return { ...own, baseline: { ...task.baseline, loss: commonReferences(own)[0].loss } }
}

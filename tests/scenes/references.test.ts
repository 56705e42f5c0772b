/** References agree with what each task says of its own baseline, worked out another way there. */
import { expect, test } from 'vitest'
import { sceneIds } from '../../src/scenes/index.ts'
import { referencesOf } from '../../src/scenes/references.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { fetchText } from './files.ts'

test.each(sceneIds)('%s: the first reference is the baseline of the task', async (id) => {
  const { data, create } = tasks[id]
  const task = create(data === null ? '' : await fetchText(`${id}/${data}`))
  const [first, ...others] = referencesOf(task)
  expect(first!.loss).toBeCloseTo(task.baseline.loss, 10)
  // Four of them are what every task of the kind has, worked out from the targets alone.
  if (['recall', 'counting', 'co2', 'sentiment'].includes(id)) expect(first!.id).not.toBe('own')
  for (const { loss } of others) expect(loss).toBeGreaterThan(0)
})

test('store and recall: repeating the value just read is worse than always 0', () => {
  const task = tasks.recall.create('')
  const [zero, repeat] = referencesOf(task)
  expect([zero!.id, repeat!.id]).toEqual(['zero', 'repeat'])
  let sum = 0
  let count = 0
  for (const { sequence, target } of task.validation)
    (sequence as number[][]).forEach(([value], t) => {
      sum += (value! - target[t]!) ** 2
      count++
    })
  expect(repeat!.loss).toBeCloseTo(sum / count, 12)
  expect(repeat!.loss).toBeGreaterThan(zero!.loss)
})

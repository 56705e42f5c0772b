/** What a task says of its training sequences holds for those that it draws. */
import { expect, test } from 'vitest'
import { rng } from '../../src/engine/index.ts'
import { sceneIds } from '../../src/scenes/index.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { fetchText } from './files.ts'

const cases = sceneIds.flatMap((id) => {
  const { lengths } = tasks[id]
  return (lengths ? [null, lengths.least, 50] : [null]).map((T) => [id, T] as const)
})

test.each(cases)('%s, T = %s: no sequence is longer than told, and the longest is reached', async (id, T) => {
  const { data, create, lengths } = tasks[id]
  const task = create(data === null ? '' : await fetchText(`${id}/${data}`), T)
  const drawn = task.sample(rng(5), 3000).map(({ sequence }) => sequence.length)
  expect(Math.max(...drawn)).toBeLessThanOrEqual(task.longest)
  expect(Math.max(...drawn)).toBeGreaterThan(task.longest * 0.75)
  if (lengths) expect(task.longest).toBe(T ?? lengths.usual)
  for (const { sequence } of task.validation) expect(sequence.length).toBeLessThanOrEqual(task.longest)
})

test('the series has as many sequences as it says, the generated tasks have no end', async () => {
  const csv = await fetchText('co2/co2-concentration.csv')
  const { sequences, sample } = tasks.co2.create(csv)
  const different = new Set(sample(rng(1), 6000).map(({ target }) => Array.from(target).join(' ')))
  expect(different.size).toBe(sequences)
  expect(tasks.recall.create('').sequences).toBeNull()
})

/** The shipped weights come from this code: a run is repeated up to its checkpoint, to the last bit. */
import { expect, test } from 'vitest'
import { loadScene } from '../../src/scenes/index.ts'
import { sceneCells } from '../../src/scenes/task.ts'
import { tasks } from '../../src/scenes/tasks.ts'
import { sceneIds } from '../../src/scenes/list.ts'
import { trainOnce } from '../../src/scenes/train.ts'
import { fetchBytes, fetchText } from './files.ts'

const cases = sceneIds.flatMap((id) => sceneCells.map((cell) => [id, cell] as const))

test.each(cases)('%s/%s repeats its first updates bit for bit', async (id, cell) => {
  const { networks } = await loadScene(fetchText, fetchBytes, id)
  const { data, create } = tasks[id]
  const task = create(data === null ? '' : await fetchText(`${id}/${data}`))
  const record = networks[cell]?.record
  if (!record) throw new Error(`${id} has no ${cell}`)
  const { update, checksum } = record.checkpoint
  expect(trainOnce(task, cell, record.seed, update).checkpoint).toBe(checksum)
})

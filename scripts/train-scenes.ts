/**
 * Trains the networks that public/scenes ships.
 *   npm run train:scenes                          all scenes, all cells
 *   npm run train:scenes -- recall co2/lstm       some scenes or cells
 *   npm run train:scenes -- --check recall/lstm   trains again and compares bytes; writes nothing
 */
import { readFile, writeFile } from 'node:fs/promises'
import { parseScene } from '../src/scenes/load.ts'
import type { SceneModel } from '../src/scenes/schema.ts'
import { sceneCells, type SceneCell } from '../src/scenes/task.ts'
import { tasks } from '../src/scenes/tasks.ts'
import { sceneIds, type SceneId } from '../src/scenes/list.ts'
import { sceneOf, trainCell } from '../src/scenes/train.ts'

const folder = (id: SceneId): URL => new URL(`../public/scenes/${id}/`, import.meta.url)

const wanted = process.argv.slice(2).filter((argument) => argument !== '--check')
const check = process.argv.includes('--check')

const matches = (id: SceneId, cell: SceneCell): boolean =>
  wanted.length === 0 || wanted.includes(id) || wanted.includes(`${id}/${cell}`)

const known = sceneIds.flatMap((id) => [id, ...sceneCells.map((cell) => `${id}/${cell}`)])
const unknown = wanted.find((name) => !known.some((candidate) => candidate === name))
if (unknown !== undefined)
  throw new Error(`Expected scenes or scene/cell (${known.join(', ')}), got "${unknown}".`)

/** The models that are on disk, so that training one cell keeps the others. */
const shipped = async (id: SceneId): Promise<Partial<Record<string, SceneModel>>> => {
  const json = await readFile(new URL('scene.json', folder(id)), 'utf8').catch(() => null)
  return json === null ? {} : parseScene(json, `${id}/scene.json`).models
}

let different = 0
for (const id of sceneIds) {
  const cells = sceneCells.filter((cell) => matches(id, cell))
  if (cells.length === 0) continue
  const { data, create } = tasks[id]
  const task = create(data === null ? '' : await readFile(new URL(data, folder(id)), 'utf8'))
  // What is trained as a whole does not care whether the file before it can still be read.
  const before = check || cells.length < sceneCells.length ? await shipped(id) : {}
  const models: Partial<Record<SceneCell, SceneModel>> = {}
  for (const cell of sceneCells) {
    const old = before[cell]
    if (old) models[cell] = old
  }
  for (const cell of cells) {
    const { model, weights } = trainCell(task, cell)
    const { record } = model
    const path = new URL(model.file, folder(id))
    const seeds = record.seeds.map(({ seed, validationLoss }) => `${seed}: ${validationLoss.toPrecision(3)}`)
    const result = `${record.learned ? 'learned' : 'did not learn within this budget'}; ${task.metric.id} ${record.metric.toPrecision(4)} (baseline ${task.baseline.metric.toPrecision(4)})`
    console.log(`${id}/${cell}: ${result}; validation loss by seed ${seeds.join(', ')}`)
    if (check) {
      const same = Buffer.from(weights).equals(await readFile(path))
      const sameRecord = JSON.stringify(before[cell]) === JSON.stringify(model)
      if (!same || !sameRecord) different++
      console.log(
        `  ${same ? 'same bytes' : 'DIFFERENT bytes'}, ${sameRecord ? 'same record' : 'DIFFERENT record'} as shipped`,
      )
    } else {
      models[cell] = model
      await writeFile(path, weights)
    }
  }
  if (!check)
    await writeFile(
      new URL('scene.json', folder(id)),
      `${JSON.stringify(sceneOf(id, task, models), null, 1)}\n`,
    )
}
if (different > 0) {
  console.error(`${different} networks differ from those that are shipped.`)
  process.exitCode = 1
}

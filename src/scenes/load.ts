/**
 * Loading a scene: scene.json, checked, and the trained networks it names. Where the bytes come from is
 * the caller's business, so that pages, workers, Node and tests load alike.
 */
import * as v from 'valibot'
import { buildNetwork, type Network, type Sequence } from '../engine/index.ts'
import { fromPytorch } from '../formats/pytorchNames.ts'
import { readSafetensors } from '../formats/safetensors.ts'
import { checkScene } from './checkScene.ts'
import { SceneError, toSceneError } from './sceneError.ts'
import { SceneSchema, type Example, type Scene, type SceneModel, type TrainingRecord } from './schema.ts'
import { isSceneId, sceneIds } from './list.ts'
import type { SceneText } from './sceneText.ts'
import { loadText } from './texts.ts'

/** Get a file of public/scenes by its path there: 'recall/scene.json', 'recall/lstm.safetensors'. */
export type FetchText = (path: string) => Promise<string>
export type FetchBytes = (path: string) => Promise<Uint8Array>

export interface SceneNetwork {
  readonly network: Network
  readonly parameters: Float64Array
  readonly record: TrainingRecord
}

export interface LoadedScene {
  readonly scene: Scene
  readonly text: SceneText
  /** By cell id: feedforward, rnn, lstm, gru. */
  readonly networks: Readonly<Record<string, SceneNetwork>>
  /** Why a cell has no network, by cell id: one damaged file does not take the others down. */
  readonly failures: Readonly<Record<string, SceneError>>
}

/** A scene's files are small: more is refused before it is parsed. */
const MAX_JSON = 2_000_000
const MAX_WEIGHTS = 64_000_000

const RELOAD = 'Reload the page; if it stays, the file on the server is damaged.'

/** The inputs of an example as the engine takes them. */
export const sequenceOf = (example: Example): Sequence => {
  const values = example.steps.map(({ value }) => value)
  return values.every((value) => typeof value === 'number')
    ? values
    : values.map((value) => (typeof value === 'number' ? [value] : value))
}

/**
 * Parses and checks scene.json.
 * @throws SceneError
 */
export const parseScene = (json: string, what: string): Scene => {
  if (json.length > MAX_JSON)
    throw new SceneError({
      what,
      expected: `at most ${MAX_JSON} characters`,
      got: `${json.length}`,
      todo: RELOAD,
    })
  let data: unknown = null
  try {
    data = JSON.parse(json)
  } catch (error) {
    throw toSceneError(error, what, 'JSON', RELOAD)
  }
  const parsed = v.safeParse(SceneSchema, data)
  if (!parsed.success) {
    const [issue] = parsed.issues
    throw new SceneError({
      what: `${what}, ${v.getDotPath(issue) ?? 'whole file'}`,
      expected: issue.expected ?? issue.message,
      got: issue.received,
      todo: RELOAD,
    })
  }
  checkScene(what, parsed.output)
  return parsed.output
}

/** A model under another cell's name, or a record of another network, would be told wrongly on the page. */
const checkModel = (path: string, cell: string, { layers, record }: SceneModel, network: Network): void => {
  const { parameterCount } = network
  const told = [...layers.map((layer) => layer.cell), layers.at(-1)!.size, parameterCount].join(', ')
  const expected = [...layers.map(() => cell), record.hiddenSize, record.parameterCount].join(', ')
  if (told !== expected)
    throw new SceneError({
      what: `${path}, cell, hidden size and number of parameters`,
      expected,
      got: told,
      todo: RELOAD,
    })
}

const loadNetwork = async (scene: Scene, cell: string, fetchBytes: FetchBytes): Promise<SceneNetwork> => {
  const model = scene.models[cell]!
  const path = `${scene.id}/${model.file}`
  try {
    const bytes = await fetchBytes(path)
    const { tensors } = readSafetensors(bytes, { file: path, maxBytes: MAX_WEIGHTS })
    const { input, readout, outputs } = scene
    const network = buildNetwork({ input, layers: model.layers, readout, outputs })
    checkModel(path, cell, model, network)
    const parameters = fromPytorch(network, tensors, path)
    return { network, parameters, record: model.record }
  } catch (error) {
    throw toSceneError(error, path, `weights of the cell "${cell}"`, RELOAD)
  }
}

/**
 * Loads a scene and all its networks; a network that fails is told in `failures`.
 * @throws SceneError for an unknown scene, a scene.json that cannot be fetched or is damaged
 */
export const loadScene = async (
  fetchText: FetchText,
  fetchBytes: FetchBytes,
  id: string,
): Promise<LoadedScene> => {
  if (!isSceneId(id))
    throw new SceneError({
      what: 'Scene',
      expected: `one of ${sceneIds.join(', ')}`,
      got: `"${id}"`,
      todo: 'Choose one of them.',
    })
  const path = `${id}/scene.json`
  const failed =
    (what: string) =>
    (error: unknown): never => {
      throw toSceneError(error, what, 'a file', 'Check the connection and reload the page.')
    }
  const [json, text] = await Promise.all([
    fetchText(path).catch(failed(path)),
    loadText(id).catch(failed(`${id}, words`)),
  ])
  const scene = parseScene(json, path)
  if (scene.id !== id)
    throw new SceneError({ what: `${path}, id`, expected: `"${id}"`, got: `"${scene.id}"`, todo: RELOAD })
  const loads = await Promise.all(
    Object.keys(scene.models).map(async (cell) => {
      try {
        return { cell, network: await loadNetwork(scene, cell, fetchBytes) }
      } catch (error) {
        return { cell, failure: toSceneError(error, `${id}, ${cell}`, 'a trained network', RELOAD) }
      }
    }),
  )
  return {
    scene,
    text,
    networks: Object.fromEntries(
      loads.flatMap(({ cell, network }) => (network ? [[cell, network] as const] : [])),
    ),
    failures: Object.fromEntries(
      loads.flatMap(({ cell, failure }) => (failure ? [[cell, failure] as const] : [])),
    ),
  }
}

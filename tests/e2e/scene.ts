/** Files of a scene that tests serve in place of the shipped ones. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { buildNetwork, type LayerSpec, type NetworkSpec } from '../../src/engine/index.ts'
import { toPytorch } from '../../src/formats/pytorchNames.ts'
import { writeSafetensors } from '../../src/formats/safetensors.ts'

const CELLS = ['feedforward', 'rnn', 'lstm', 'gru'] as const

interface Model {
  layers: LayerSpec[]
  record: Record<string, unknown>
  file: string
}

interface SceneFile extends Pick<NetworkSpec, 'input' | 'readout' | 'outputs'> {
  examples: { steps: unknown[]; targets: unknown[] }[]
  models: Record<string, Model>
}

export const shippedBytes = (path: string): Buffer => readFileSync(`public/scenes/${path}`)

export const shippedScene = (): SceneFile =>
  JSON.parse(readFileSync('public/scenes/recall/scene.json', 'utf8')) as SceneFile

/** Serves a file in place of the shipped one. */
export const serve = async (page: Page, path: string, body: Buffer | string): Promise<void> => {
  await page.route(`**/scenes/${path}`, (route) => route.fulfill({ body }))
}

/** Weights that are as good as any: a wave over the flat array. */
const wave = (length: number, size: number): Float64Array =>
  Float64Array.from({ length }, (_, k) => (Math.sin(1.3 * k + 0.7) * 1.5) / Math.sqrt(size))

export interface Sized {
  readonly T: number
  readonly H: number
  /** Layers of each cell; one unless told. */
  readonly layers?: number
  readonly direction?: LayerSpec['direction']
  /** The cells that the scene has; all unless told. */
  readonly cells?: readonly string[]
}

/** The network of a cell of the sized scene, and its weights: what the page computes with, for tests to do again. */
export const sizedNetwork = (cell: string, { H, layers = 1, direction = 'forward' }: Sized) => {
  const { input, readout, outputs } = shippedScene()
  const spec = Array.from({ length: layers }, () => ({ cell, size: H, direction }))
  const network = buildNetwork({ input, layers: spec, readout, outputs })
  return { network, parameters: wave(network.parameterCount, H) }
}

/** The recall scene at T steps, cut or repeated, and with H units in every layer and direction of every cell. */
export const serveSized = async (page: Page, sized: Sized): Promise<void> => {
  const { T, H, cells = CELLS } = sized
  const scene = shippedScene()
  const toLength = <E>(list: readonly E[]): E[] => Array.from({ length: T }, (_, t) => list[t % list.length]!)
  for (const example of scene.examples) {
    example.steps = toLength(example.steps)
    example.targets = toLength(example.targets)
  }
  for (const cell of CELLS) {
    if (!cells.includes(cell)) {
      delete scene.models[cell]
      continue
    }
    const model = scene.models[cell]!
    const { network, parameters } = sizedNetwork(cell, sized)
    scene.models[cell] = {
      ...model,
      layers: [...network.spec.layers],
      record: { ...model.record, hiddenSize: H, parameterCount: network.parameterCount },
    }
    const bytes = writeSafetensors(toPytorch(network, parameters))
    await serve(page, `recall/${model.file}`, Buffer.from(bytes))
  }
  await serve(page, 'recall/scene.json', JSON.stringify(scene))
}

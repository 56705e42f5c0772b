/**
 * Which layer and direction of a network is on screen, and run and scene as they look from there: the
 * input of a layer above the first is h of the layer below it, unit by unit.
 */
import type { Direction, Network } from '../engine/index.ts'
import { layers as words } from '../i18n/layers.ts'
import type { Language } from '../i18n/index.ts'
import type { CellRun, SceneView } from './runs.ts'

/** A layer, from 0 at the input, and one of its directions. */
export interface Place {
  readonly layer: number
  readonly direction: Direction
}

/** The index in network.parts that comes nearest to a place: its layer or the last, its direction or the other. */
export const partIndex = ({ parts, spec }: Network, { layer, direction }: Place): number => {
  const nearest = Math.min(Math.max(0, layer), spec.layers.length - 1)
  const own = parts.findIndex((part) => part.layer === nearest && part.direction === direction)
  return own >= 0 ? own : parts.findIndex((part) => part.layer === nearest)
}

/** The place of a part. */
export const placeOf = ({ parts }: Network, part: number): Place => {
  const { layer = 0, direction = 'forward' } = parts[part] ?? {}
  return { layer, direction }
}

/** True for a part whose h the readout reads: one of the last layer. */
export const isTop = ({ network, part }: Pick<CellRun, 'network' | 'part'>): boolean =>
  network.parts[part]?.layer === network.spec.layers.length - 1

const views = new WeakMap<CellRun, Map<number, CellRun>>()

/** A run as seen from one of its parts. The same run and part give the same object. */
export const partRun = (run: CellRun, part: number): CellRun => {
  if (run.part === part) return run
  const known = views.get(run) ?? new Map<number, CellRun>()
  views.set(run, known)
  const layer = run.trace.traces[part]
  if (!layer) return run
  const view = known.get(part) ?? { ...run, part, layer, cell: layer.program.cell }
  known.set(part, view)
  return view
}

const scenes = new WeakMap<SceneView, Map<string, SceneView>>()

/** What a layer above the first reads, in the place of the scene's own input. */
const readingBelow = (
  scene: SceneView,
  below: Network['parts'],
  layer: number,
  language: Language,
): SceneView => {
  const said = words[language]
  const features = below.flatMap(({ program, direction }) =>
    Array.from({ length: program.H }, (_, unit) =>
      (direction === 'reverse' ? said.reverseUnitBelow : said.unitBelow)(layer, unit),
    ),
  )
  const inputName = (below.length > 1 ? said.hBelowBoth : said.hBelow)(layer)
  return {
    ...scene,
    I: features.length,
    features,
    featureKinds: features.map(() => 'signed' as const),
    said: scene.said.map(() => inputName),
    inputName,
  }
}

/** The scene as a part reads it. The same scene and layer above layers that are alike give the same object. */
export const sceneOfPart = (
  scene: SceneView,
  { network, part }: Pick<CellRun, 'network' | 'part'>,
  language: Language,
): SceneView => {
  const { layer } = placeOf(network, part)
  if (layer === 0) return scene
  const known = scenes.get(scene) ?? new Map<string, SceneView>()
  scenes.set(scene, known)
  const below = network.parts.filter((other) => other.layer === layer - 1)
  const key = `${layer}: ${below.map(({ program, direction }) => `${program.H} ${direction}`).join(' ')}`
  const view = known.get(key) ?? readingBelow(scene, below, layer, language)
  known.set(key, view)
  return view
}

/** An example of a scene in the words of one language, as panels draw it. */
import { formatNumber, LANGUAGES, type Language } from '../i18n/index.ts'
import type { LoadedScene } from '../scenes/load.ts'
import type { Example, Scene } from '../scenes/schema.ts'
import type { SceneText } from '../scenes/sceneText.ts'
import type { SceneView } from './runs.ts'

/** What one step's input says: the flags that are up, then the values, or the symbol. */
const sayStep = (
  value: Example['steps'][number]['value'],
  scene: Scene,
  features: readonly string[],
  symbols: readonly string[] | null,
  language: Language,
): string => {
  if (typeof value === 'number') return symbols?.[value] ?? features[value] ?? String(value)
  const flags = features.filter((_, k) => scene.featureKinds[k] === 'binary' && value[k] === 1)
  const numbers = value.filter((_, k) => scene.featureKinds[k] === 'signed')
  return [...flags, ...numbers.map((number) => formatNumber(number, language))].join(' ')
}

/** A target as one number an output: a class becomes 1 at its place. */
const targetRow = (target: Example['targets'][number], scene: Scene): readonly number[] | null => {
  // Steps at rest count in the loss, yet only what is asked for is drawn as a target.
  if (target === null || typeof target !== 'number') return target
  if (scene.targetKind === 'bit') return [target]
  return Array.from({ length: scene.readout.size }, (_, k) => (k === target ? 1 : 0))
}

const inLanguage = (scene: Scene, text: SceneText, example: Example, language: Language): SceneView => {
  const features = scene.features.map((key) => text.features[key]?.[language] ?? key)
  const symbols = text.symbols?.map((words) => words[language]) ?? null
  const T = example.steps.length
  const rows = example.targets.map((target) => targetRow(target, scene))
  return {
    id: scene.id,
    T,
    I: scene.features.length,
    features,
    inputName: null,
    featureKinds: scene.featureKinds,
    marks: example.steps.map(({ mark, value }) => (typeof value === 'number' && symbols?.[value]) || mark),
    said: example.steps.map(({ value }) => sayStep(value, scene, features, symbols, language)),
    outputs: scene.outputs,
    outputNames: scene.targetKind === 'class' ? (symbols ?? features).slice(0, scene.readout.size) : [],
    targets:
      scene.outputs === 'last' ? [...Array.from({ length: T - 1 }, () => null), rows[0] ?? null] : rows,
    rest: scene.outputs === 'last' || scene.targetKind === 'class' ? null : scene.rest,
    // No change at all, in the network's numbers.
    repeated: scene.scaling ? (0 - scene.scaling.mean) / scene.scaling.scale : null,
  }
}

/** The example in every language. */
export const describeExample = (
  { scene, text }: Pick<LoadedScene, 'scene' | 'text'>,
  index: number,
): Readonly<Record<Language, SceneView>> => {
  const example = scene.examples[index]
  if (!example) throw new Error(`Expected an example from 0 to ${scene.examples.length - 1}, got ${index}.`)
  const [en, es] = LANGUAGES.map((language) => inLanguage(scene, text, example, language))
  return { en: en!, es: es! }
}

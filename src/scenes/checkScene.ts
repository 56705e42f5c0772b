/** What the schema of scene.json cannot say: lengths, kinds and indices that must agree with each other. */
import { SceneError } from './sceneError.ts'
import type { Example, Scene } from './schema.ts'

/** What each loss compares the output with: numbers, the right symbol, 0 or 1 against a probability. */
export const targetKinds = {
  'squared-error': 'vector',
  'cross-entropy': 'class',
  'binary-cross-entropy': 'bit',
} as const satisfies Readonly<Record<Scene['loss'], Scene['targetKind']>>

type Expect = (where: string, ok: boolean, expected: string, got: unknown, todo: string) => void

/** Width of the vectors that the first layer reads. */
const widthOf = ({ input }: Scene): number => (input.kind === 'one-hot' ? input.symbols : input.size)

const checkSteps = (scene: Scene, { id, steps }: Example, expect: Expect): void => {
  const { input } = scene
  steps.forEach(({ value }, t) => {
    const where = `example "${id}", step ${t}`
    if (input.kind === 'vector')
      expect(
        where,
        typeof value !== 'number' && value.length === input.size,
        `${input.size} numbers`,
        value,
        'Give every component of x.',
      )
    else
      expect(
        where,
        typeof value === 'number' && value < input.symbols,
        `the index of a symbol, from 0 to ${input.symbols - 1}`,
        value,
        'Mend the step.',
      )
  })
}

const checkTargets = (scene: Scene, { id, targets }: Example, expect: Expect): void => {
  const { size } = scene.readout
  const ofClass = scene.targetKind === 'class'
  targets.forEach((target, row) => {
    if (target === null) return
    expect(
      `example "${id}", target ${row}`,
      ofClass
        ? typeof target === 'number' && target < size
        : typeof target !== 'number' && target.length === size,
      ofClass ? `a class from 0 to ${size - 1}` : `${size} numbers`,
      target,
      'Give a target as wide as the output, or null.',
    )
  })
}

const checkExample = (scene: Scene, example: Example, expect: Expect): void => {
  const { id, steps, targets, levels } = example
  const rows = scene.outputs === 'last' ? 1 : steps.length
  expect(
    `example "${id}", targets`,
    targets.length === rows,
    `${rows}`,
    targets.length,
    'Give one target an output.',
  )
  checkSteps(scene, example, expect)
  checkTargets(scene, example, expect)
  if (levels)
    expect(
      `example "${id}", levels`,
      levels.length === steps.length,
      `${steps.length}`,
      levels.length,
      'Give one level a step.',
    )
}

/**
 * Checks what agrees within a scene.
 * @param what how the file is called in messages
 * @throws SceneError naming the place, what was expected and what is there
 */
export const checkScene = (what: string, scene: Scene): void => {
  const expect: Expect = (where, ok, expected, got, todo) => {
    if (!ok) throw new SceneError({ what: `${what}, ${where}`, expected, got: JSON.stringify(got), todo })
  }
  const width = widthOf(scene)
  const { features, featureKinds, examples, loss, rest, readout } = scene
  expect(
    'features',
    features.length === width,
    `${width}`,
    features.length,
    'Name every component of x once.',
  )
  expect(
    'featureKinds',
    featureKinds.length === width,
    `${width}`,
    featureKinds.length,
    'Give every component of x its kind.',
  )
  const kind = targetKinds[loss]
  expect('targetKind', scene.targetKind === kind, kind, scene.targetKind, `That is what ${loss} compares.`)
  if (rest)
    expect(
      'rest',
      rest.length === readout.size,
      `${readout.size}`,
      rest.length,
      'Give every output its rest.',
    )
  const ids = examples.map(({ id }) => id)
  const twice = ids.find((id, k) => ids.indexOf(id) !== k)
  expect('examples', twice === undefined, 'every id once', twice, 'Rename one of the two.')
  for (const example of examples) checkExample(scene, example, expect)
}

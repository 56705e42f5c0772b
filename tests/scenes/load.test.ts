/** Loading scenes: what is shipped loads and runs, and what is damaged is refused by name. */
import { describe, expect, test } from 'vitest'
import { run } from '../../src/engine/index.ts'
import {
  loadScene,
  parseScene,
  SceneError,
  sceneIds,
  sequenceOf,
  type FetchText,
} from '../../src/scenes/index.ts'
import { sceneCells } from '../../src/scenes/task.ts'
import { fetchBytes, fetchText } from './files.ts'

describe.each(sceneIds)('the scene %s', (id) => {
  test('loads with all its cells and runs every example', async () => {
    const { scene, networks } = await loadScene(fetchText, fetchBytes, id)
    expect(Object.keys(networks)).toEqual([...sceneCells])
    for (const { network, parameters, record } of Object.values(networks)) {
      expect(record.parameterCount).toBe(network.parameterCount)
      expect(record.hiddenSize).toBe(network.parts[0]?.program.H)
      for (const example of scene.examples) {
        const trace = run(network, parameters, sequenceOf(example))
        expect(trace.T).toBe(example.steps.length)
        expect(trace.rows).toBe(example.targets.length)
      }
    }
  })

  test('has a word for everything that it names', async () => {
    const { scene, text } = await loadScene(fetchText, fetchBytes, id)
    expect(Object.keys(text.features)).toEqual(expect.arrayContaining(scene.features))
    expect(Object.keys(text.examples).toSorted()).toEqual(scene.examples.map((e) => e.id).toSorted())
    const symbols = scene.input.kind === 'vector' ? null : scene.input.symbols
    expect(text.symbols?.length ?? null).toBe(symbols)
  })

  test('trained all cells alike and kept the seed with the lowest validation loss', async () => {
    const { scene, networks } = await loadScene(fetchText, fetchBytes, id)
    const records = Object.values(networks).map(({ record }) => record)
    const alike = records.map(({ hiddenSize, updates, batch, optimizer, learningRate, clip, seeds }) => ({
      hiddenSize,
      updates,
      batch,
      optimizer,
      learningRate,
      clip,
      seeds: seeds.map(({ seed }) => seed),
    }))
    for (const settings of alike) expect(settings).toEqual(alike[0])
    for (const { seeds, seed, validationLoss, learned, metric } of records) {
      expect(seeds.length).toBeGreaterThanOrEqual(3)
      expect(validationLoss).toBe(Math.min(...seeds.map((tried) => tried.validationLoss)))
      expect(seeds.find((tried) => tried.seed === seed)?.validationLoss).toBe(validationLoss)
      const { better, bound } = scene.metric
      expect(learned).toBe(better === 'less' ? metric <= bound : metric >= bound)
    }
  })
})

describe('what is damaged is refused with what was expected, what came and what to do', () => {
  const edited =
    (edit: (scene: Record<string, unknown>) => void) =>
    async (path: string): Promise<string> => {
      const scene: Record<string, unknown> = JSON.parse(await fetchText(path))
      edit(scene)
      return JSON.stringify(scene)
    }

  /** The first example of a scene, mutable. */
  interface Loose {
    id: string
    steps: unknown[]
    targets: unknown[]
    levels?: number[]
  }
  const example = (edit: (first: Loose) => void): FetchText =>
    edited((scene) => {
      const [first] = scene['examples'] as Loose[]
      if (first) edit(first)
    })

  const cases: readonly (readonly [string, string, FetchText, RegExp])[] = [
    ['an unknown scene', 'nothing', fetchText, /Scene: expected one of recall.*got "nothing"/],
    ['a name that every object has', 'constructor', fetchText, /got "constructor"/],
    ['no file', 'recall', () => Promise.reject(new Error('404')), /recall\/scene\.json.*404/],
    ['no JSON', 'recall', () => Promise.resolve('<html>'), /expected JSON/],
    ['another format', 'recall', edited((s) => (s['format'] = 2)), /format: expected 1, got 2/],
    [
      'a value out of range',
      'recall',
      edited((s) => (s['rest'] = [1e300])),
      /rest\.0: expected <=1000000000, got 1e\+300/,
    ],
    [
      'features that do not fit the input',
      'recall',
      edited((s) => (s['features'] = ['value'])),
      /features: expected 3, got 1/,
    ],
    [
      'another scene',
      'recall',
      () => fetchText('co2/scene.json'),
      /recall\/scene\.json, id: expected "recall"/,
    ],
    ['no models', 'recall', edited((s) => (s['models'] = {})), /models: expected >=1/],
    ['a rest of another width', 'recall', edited((s) => (s['rest'] = [0, 0])), /rest: expected 1, got 2/],
    [
      'targets of another loss',
      'recall',
      edited((s) => (s['targetKind'] = 'class')),
      /targetKind: expected vector, got "class"/,
    ],
    [
      'a step of another width',
      'recall',
      example((e) => (e.steps[2] = { mark: null, value: [1] })),
      /example "three", step 2: expected 3 numbers, got \[1\]/,
    ],
    [
      'a symbol where numbers are read',
      'recall',
      example((e) => (e.steps[2] = { mark: null, value: 1 })),
      /step 2: expected 3 numbers, got 1/,
    ],
    [
      'a symbol out of range',
      'counting',
      example((e) => (e.steps[2] = { mark: null, value: 3 })),
      /step 2: expected the index of a symbol, from 0 to 2, got 3/,
    ],
    [
      'a class out of range',
      'counting',
      example((e) => (e.targets[2] = 3)),
      /target 2: expected a class from 0 to 2, got 3/,
    ],
    [
      'a target of another width',
      'recall',
      example((e) => (e.targets[4] = [1, 2])),
      /target 4: expected 1 numbers, got \[1,2\]/,
    ],
    ['a target too few', 'recall', example((e) => e.targets.pop()), /targets: expected 24, got 23/],
    ['a level too few', 'co2', example((e) => e.levels?.pop()), /levels: expected 24, got 23/],
    [
      'two examples of one name',
      'recall',
      example((e) => (e.id = 'long')),
      /examples: expected every id once, got "long"/,
    ],
    [
      'a path outside the scene',
      'recall',
      edited((s) => {
        s['models'] = JSON.parse(JSON.stringify(s['models']).replace('lstm.safe', '../lstm.safe'))
      }),
      /models\.lstm\.file/,
    ],
  ]
  test.each(cases)('%s', async (_, id, text, message) => {
    const error: unknown = await loadScene(text, fetchBytes, id).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(SceneError)
    expect(String(error)).toMatch(message)
    const parts = error instanceof SceneError ? Object.values(error.parts) : ['']
    expect(parts.every((part) => part.length > 0)).toBe(true)
  })

  test('weights that are cut off take down their own cell alone', async () => {
    const { networks, failures } = await loadScene(
      fetchText,
      async (path) => (await fetchBytes(path)).slice(0, path.includes('lstm') ? -8 : undefined),
      'recall',
    )
    expect(Object.keys(networks)).toEqual(['feedforward', 'rnn', 'gru'])
    expect(Object.keys(failures)).toEqual(['lstm'])
    expect(failures['lstm']?.message).toMatch(/recall\/lstm\.safetensors.*cut off/)
  })
  const models = (edit: (lstm: { layers: { cell: string }[]; record: Record<string, number> }) => void) =>
    loadScene(
      edited((scene) => edit((scene['models'] as Record<string, Parameters<typeof edit>[0]>)['lstm']!)),
      fetchBytes,
      'recall',
    )
  test('a record of another network', async () => {
    const { networks, failures } = await models(({ record }) => (record['parameterCount'] = 7))
    expect(Object.keys(networks)).toEqual(['feedforward', 'rnn', 'gru'])
    expect(failures['lstm']?.message).toMatch(/number of parameters: expected lstm, 8, 7, got lstm, 8, \d+/)
  })
  test('a cell under another name', async () => {
    const { failures } = await models(({ layers }) => (layers[0]!.cell = 'peephole-lstm'))
    expect(failures['lstm']?.message).toMatch(/expected lstm, 8, \d+, got peephole-lstm, 8, \d+/)
  })
  test('weights of another cell', async () => {
    const { failures } = await loadScene(fetchText, () => fetchBytes('recall/gru.safetensors'), 'recall')
    expect(Object.keys(failures)).toEqual(['feedforward', 'rnn', 'lstm'])
    expect(failures['feedforward']?.message).toMatch(
      /feedforward\.safetensors: expected only hidden\.weight.*got "rnn\.weight_ih_l0"/,
    )
    expect(failures['lstm']?.message).toMatch(/"rnn\.weight_ih_l0": expected shape \[32, 3\], got \[24, 3\]/)
  })
  test('a file that is too long', () => {
    expect(() => parseScene(' '.repeat(2_000_001), 'x')).toThrow(/at most 2000000 characters/)
  })
})

/** Layers and directions on screen: what each reads, how it is called, and in which order it computes. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { breakdown, type Row } from '../../src/describe/breakdown.ts'
import { at, buildNetwork, carryInto, type LayerSpec } from '../../src/engine/index.ts'
import { loadScene, type LoadedScene } from '../../src/scenes/load.ts'
import { actions } from '../../src/store/actions.ts'
import { advance, inOrder } from '../../src/store/clock.ts'
import { runExample } from '../../src/store/running.ts'
import { isTop, partIndex, partRun, placeOf, sceneOfPart } from '../../src/store/parts.ts'
import { resolveView } from '../../src/store/resolve.ts'
import { describeExample } from '../../src/store/sceneView.ts'
import { initialState, isReversed, shownRun, shownScene, useStore } from '../../src/store/state.ts'
import { clockAt, INITIAL_VIEW, momentOf, turned, type View } from '../../src/store/view.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'

let pairs: LoadedScene
let brackets: LoadedScene

beforeAll(async () => {
  pairs = await loadScene(fetchText, fetchBytes, 'pairs')
  brackets = await loadScene(fetchText, fetchBytes, 'brackets')
})

const show = (loaded: LoadedScene, view: Partial<View> = {}): void =>
  useStore.setState({
    ...initialState(),
    language: 'en',
    status: 'ready',
    loaded,
    scenes: describeExample(loaded, 0),
    ...runExample(loaded, 0),
    view: { ...INITIAL_VIEW, scene: loaded.scene.id, ...view },
  })

const shown = () => shownRun(useStore.getState())!
const scene = () => shownScene(useStore.getState())!
const moment = () => momentOf(useStore.getState().view.clock)

const network = buildNetwork({
  input: { kind: 'vector', size: 2 },
  layers: [
    { cell: 'gru', size: 3, direction: 'bidirectional' },
    { cell: 'gru', size: 4, direction: 'reverse' },
  ],
  readout: null,
  outputs: 'every',
})

describe('a place is found in the network, or the nearest to it', () => {
  test.each([
    [0, 'forward', 0],
    [0, 'reverse', 1],
    [1, 'reverse', 2],
    [1, 'forward', 2],
    [7, 'forward', 2],
    [-1, 'reverse', 1],
  ] as const)('layer %i, %s: part %i', (layer, direction, part) => {
    expect(partIndex(network, { layer, direction })).toBe(part)
  })

  test('every part has its place', () => {
    network.parts.forEach((_, part) => expect(partIndex(network, placeOf(network, part))).toBe(part))
  })
})

describe('a layer above the first', () => {
  beforeEach(() => show(pairs, { layer: 1 }))

  test('reads h of the layer below, bit for bit, and says so', () => {
    const { layer, trace, part, network: own } = shown()
    expect(own.parts[part]?.layer).toBe(1)
    for (let t = 0; t < layer.T; t++) expect(at(layer, t, 'x')).toEqual(at(trace.traces[0]!, t, 'h'))
    expect(scene().features).toEqual([
      'layer 1 h[0]',
      'layer 1 h[1]',
      'layer 1 h[2]',
      'layer 1 h[3]',
      'layer 1 h[4]',
      'layer 1 h[5]',
    ])
    expect(scene().featureKinds).toEqual(scene().features.map(() => 'signed'))
    expect(scene().said[3]).toBe('h of layer\u00a01')
    expect(scene().inputName).toBe('h of layer\u00a01')
    useStore.setState({ language: 'es' })
    expect(scene().features[2]).toBe('capa 1 h[2]')
    expect(scene().inputName).toBe('h de la capa\u00a01')
  })

  test('the rows of its dot products are that h times its own W, and add up', () => {
    const { trace, part, parameters, network: own } = shown()
    const most = { whole: 100, half: 100 }
    const table = breakdown({ network: trace, part }, 'a_f', 2, 5, most)!
    const rows = table.sections.flatMap(({ rows: all }) => all)
    const products = rows.filter((row): row is Row & { kind: 'product' } => row.kind === 'product')
    const inputs = products.filter(({ product }) => product.of.from === 'input')
    expect(inputs).toHaveLength(6)
    const W = own.parameters.find(({ name }) => name === 'layers.1.forward.W_f')!
    for (const { product } of inputs) {
      expect(product.value).toBe(at(trace.traces[0]!, 5, 'h')[product.index])
      expect(product.weight).toBe(parameters[W.offset + 2 * 6 + product.index])
    }
    expect(rows.reduce((sum, { result }) => sum + result, 0)).toBeCloseTo(table.sum, 12)
  })

  test('is the one that the readout reads; the first is not', () => {
    expect(isTop(shown())).toBe(true)
    actions.setPart({ layer: 0, direction: 'forward' })
    expect(isTop(shown())).toBe(false)
    expect(scene().features).toEqual(['a', 'b', 'c'])
  })

  test('the same run, part and scene give the same objects: nothing renders for nothing', () => {
    expect(shown()).toBe(shown())
    expect(scene()).toBe(scene())
    const run = useStore.getState().runs.lstm!
    expect(partRun(run, 0)).toBe(run)
    actions.stepTime(1)
    expect(shown()).toBe(partRun(run, 1))
  })

  test('reads forward, reverse or both directions, also below layers of the same size', () => {
    const featuresAbove = (direction: LayerSpec['direction'], sizes: readonly [number, number]) => {
      const above = buildNetwork({
        input: { kind: 'vector', size: 3 },
        layers: [
          { cell: 'rnn', size: sizes[0], direction },
          { cell: 'rnn', size: sizes[1], direction: 'forward' },
        ],
        readout: null,
        outputs: 'every',
      })
      const part = partIndex(above, { layer: 1, direction: 'forward' })
      return sceneOfPart(useStore.getState().scenes!.en, { network: above, part }, 'en').features
    }
    const forward = featuresAbove('forward', [2, 2])
    const reverse = featuresAbove('reverse', [2, 2])
    expect(forward).toEqual(['layer 1 h[0]', 'layer 1 h[1]'])
    expect(reverse).toHaveLength(2)
    expect(reverse).not.toEqual(forward)
    expect(featuresAbove('bidirectional', [2, 2])).toEqual([...forward, ...reverse])
    expect(featuresAbove('forward', [2, 5])).toBe(forward)
  })

  test('stays when the cell or the example changes, and goes with the scene', () => {
    actions.setCell('gru')
    expect(useStore.getState().view.layer).toBe(1)
    expect(shown().layer.program.cell.id).toBe('gru')
  })
})

describe('a reversed direction', () => {
  beforeEach(() => show(brackets, { direction: 'reverse', clock: clockAt(6, 1) }))

  test('takes in what step t + 1 left', () => {
    const { layer } = shown()
    expect(layer.reversed).toBe(true)
    expect(isReversed(useStore.getState())).toBe(true)
    expect(carryInto(layer, 6, 'h')).toEqual(at(layer, 7, 'h'))
    expect(carryInto(layer, layer.T - 1, 'h')).toEqual(new Float64Array(layer.program.H))
  })

  test('phases go on to the step on its left, and back again', () => {
    for (let k = 0; k < 6; k++) actions.stepPhase(1)
    expect(moment()).toEqual({ t: 5, phase: 1 })
    actions.stepPhase(-1)
    expect(moment()).toEqual({ t: 6, phase: 6 })
    // Steps are places on the page: right is right.
    actions.stepTime(1)
    expect(moment()).toEqual({ t: 7, phase: 6 })
  })

  test('ends at the first step', () => {
    actions.setClock(clockAt(0, 6))
    actions.stepPhase(1)
    expect(moment()).toEqual({ t: 0, phase: 6 })
    actions.setClock(clockAt(shown().layer.T - 1, 1))
    actions.stepPhase(-1)
    expect(moment()).toEqual({ t: shown().layer.T - 1, phase: 1 })
  })

  test('time that passes moves a clock leftward, all phases in their order', () => {
    const { T } = shown().layer
    const state = useStore.getState()
    let clock = clockAt(2, 5)
    const seen: string[] = []
    for (let k = 0; k < 8; k++) {
      const { t, phase } = momentOf(clock)
      seen.push(`${t}.${phase}`)
      clock = inOrder(advance(inOrder(clock, state), 100, 3, T), state)
    }
    expect(seen).toEqual(['2.5', '2.6', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6'])
  })

  test('turning a clock twice leaves it', () => {
    for (const clock of [0, 0.25, 5.5, 17, 6 * 18 - 1]) expect(turned(turned(clock, 18), 18)).toBe(clock)
    expect(turned(0, 18)).toBe(clockAt(17, 1))
  })

  test('parts follow one another and stop at the ends', () => {
    actions.stepPart(1)
    expect(useStore.getState().view).toMatchObject({ layer: 0, direction: 'reverse' })
    actions.stepPart(-1)
    expect(useStore.getState().view).toMatchObject({ layer: 0, direction: 'forward' })
    actions.stepPart(-1)
    expect(useStore.getState().view.direction).toBe('forward')
  })
})

describe('an address that asks for what is not there', () => {
  const resolve = (loaded: LoadedScene, asked: Parameters<typeof resolveView>[0]) => {
    const { runs } = runExample(loaded, 0)
    return resolveView(asked, INITIAL_VIEW, { T: 18, examples: 1, runs })
  }

  test('a layer beyond the last is told, and the last is shown', () => {
    const { view, notices } = resolve(pairs, { layer: 4 })
    expect(view.layer).toBe(1)
    expect(notices).toEqual([{ key: 'layer', expected: '1 – 2', got: '5', shown: '2' }])
  })

  test('a direction that the layer does not have is told', () => {
    const { view, notices } = resolve(pairs, { direction: 'reverse' })
    expect(view.direction).toBe('forward')
    expect(notices).toEqual([{ key: 'direction', expected: 'forward', got: 'reverse', shown: 'forward' }])
  })

  test('what is there is shown without a word', () => {
    expect(resolve(brackets, { direction: 'reverse' }).notices).toEqual([])
    expect(resolve(pairs, { layer: 1 }).view.layer).toBe(1)
  })

  test('the selection is held within the part that is shown', () => {
    const { view, notices } = resolve(pairs, { layer: 1, unit: 40 })
    expect(view.unit).toBe(5)
    expect(notices).toEqual([{ key: 'unit', expected: '0 – 5', got: '40', shown: '5' }])
  })
})

/** Which networks the laboratory of gradients takes, and which of their layers. */
import { beforeAll, expect, test } from 'vitest'
import { buildNetwork, initialiseNetwork, partParameters, type LayerSpec } from '../../src/engine/index.ts'
import { loadScene, type LoadedScene } from '../../src/scenes/load.ts'
import { gradientFields, gradientMembers } from '../../src/store/gradientLab.ts'
import { parseSettings } from '../../src/store/labSettings.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'

let loaded: LoadedScene
beforeAll(async () => {
  loaded = await loadScene(fetchText, fetchBytes, 'recall')
})

const settings = parseSettings(gradientFields, 'start_trained*delay_6')

const own = (direction: LayerSpec['direction'], size = 3) => {
  const { record, network: before } = loaded.networks.lstm!
  const network = buildNetwork({ ...before.spec, layers: [{ cell: 'lstm', size, direction }] })
  return { network, parameters: initialiseNetwork(network, { scheme: 'default', seed: 2 }), record }
}
type Own = ReturnType<typeof own>

const membersWith = (lstm: Own) =>
  gradientMembers({ ...loaded, networks: { ...loaded.networks, lstm } }, 0, settings)
const memberOf = (lstm: Own) => membersWith(lstm).find(({ cell }) => cell === 'lstm')

test('a trained network that only reads backward is left out, the others stay', () => {
  expect(membersWith(own('reverse')).map(({ cell }) => cell)).toEqual(['rnn', 'gru'])
})

test('of both directions the forward one is taken, with its own radii', () => {
  const both = own('bidirectional')
  const alone = own('forward')
  const [part] = alone.network.parts
  const forward = both.network.parts.find(({ direction }) => direction === 'forward')!
  // The same weights in a network that reads forward alone.
  alone.parameters.set(partParameters(forward, both.parameters), part!.offset)
  const found = memberOf(both)!
  const expected = memberOf(alone)!
  expect(found.paths.T).toBe(6)
  expect(found.paths.hidden).toEqual(expected.paths.hidden)
  expect(found.paths.direct).toEqual(expected.paths.direct)
  expect(found.radii).toEqual(expected.radii)
  expect(found.radii).toHaveLength(4)
})

test('a trained network of more than 64 units is left out', { timeout: 30_000 }, () => {
  expect(memberOf(own('forward', 64))).toBeDefined()
  expect(memberOf(own('forward', 65))).toBeUndefined()
})

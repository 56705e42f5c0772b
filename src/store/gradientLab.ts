/**
 * The laboratory of vanishing and exploding gradients: the networks whose gradient travels back, freshly
 * initialised or the scene's trained ones, over the example on screen, and how it travels.
 */
import { useDeferredValue, useMemo } from 'react'
import { gradientPaths, type GradientPaths } from '../describe/vanishing.ts'
import { slotOfJob } from '../describe/jobs.ts'
import {
  buildNetwork,
  cells,
  initialiseNetwork,
  parameterView,
  partParameters,
  plane,
  run,
  scaleRecurrent,
  spectralRadius,
  type Network,
  type NetworkSpec,
  type Sequence,
} from '../engine/index.ts'
import { sequenceOf } from '../scenes/load.ts'
import type { Example } from '../scenes/schema.ts'
import type { LoadedScene } from '../scenes/load.ts'
import type { Fields, Settings } from './labSettings.ts'
import { useStore } from './state.ts'
import { CELL_CHOICES } from './view.ts'

/** Cells of the registry that can be laid beside the three. */
export const OTHER_CELLS = cells
  .filter(({ id, carry }) => carry.length > 0 && !CELL_CHOICES.some((known) => known === id))
  .map(({ id }) => id)

const LONGEST = 200

export const gradientFields = {
  /** bias: fresh, every gate that keeps with one bias; chrono: fresh, a bias a unit; trained: the scene's. */
  start: ['bias', 'chrono', 'trained'],
  /** Spectral radius of every recurrent matrix of fresh networks. */
  radius: { low: 0.1, high: 2.5, step: 0.05, usual: 1 },
  bias: { low: -3, high: 6, step: 0.25, usual: 1 },
  /** T: steps between the first state and the last. */
  delay: { low: 2, high: LONGEST, step: 1, usual: 40 },
  seed: { low: 1, high: 999, step: 1, usual: 1 },
  /** Another cell of the registry beside RNN, LSTM and GRU. */
  more: ['none', ...OTHER_CELLS],
  /** The curve and step that are looked at. */
  cell: ['lstm', 'rnn', 'gru', ...OTHER_CELLS],
  t: { low: 0, high: LONGEST, step: 1, usual: 0 },
  /** Largest gradient norm of the short training; its slider is logarithmic. */
  clip: { low: 0.003, high: 10, step: 0.001, usual: 0.03 },
  rule: ['sgd', 'adam'],
  update: { low: 1, high: 60, step: 1, usual: 1 },
} as const satisfies Fields

export type GradientSettings = Settings<typeof gradientFields>

/** One network and the ways of its gradient. */
export interface GradientMember {
  readonly cell: string
  readonly network: Network
  readonly parameters: Float64Array
  readonly paths: GradientPaths
  /** Spectral radius of each recurrent matrix, by gate. */
  readonly radii: readonly { readonly gate: string; readonly radius: number }[]
  /** Mean over steps and units of the gate that keeps, or null without one. */
  readonly kept: number | null
}

/** The example's inputs, begun again as often as it takes to get `length` steps. */
export const repeated = (example: Example, length: number): Sequence => {
  const sequence = sequenceOf(example) as readonly (number | readonly number[])[]
  return Array.from({ length }, (_, t) => sequence[t % sequence.length]!) as Sequence
}

/** The horizon of chrono's biases for a delay; it is defined from 3 steps up. */
export const horizonOf = (delay: number): number => Math.max(3, delay)

/** A fresh network of a cell as the settings start it. */
export const freshWeights = (
  network: Network,
  { start, radius, bias, delay, seed }: GradientSettings,
): Float64Array => {
  const parameters = initialiseNetwork(network, {
    scheme: start === 'chrono' ? 'chrono' : 'forget-bias',
    seed,
    horizon: horizonOf(delay),
    forgetBias: bias,
  })
  scaleRecurrent(network.parameters, parameters, radius)
  return parameters
}

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += values[k]!
  return sum / values.length
}

/** null for a cell without memory, and without a first layer that reads forward. */
const memberOf = (
  cell: string,
  network: Network,
  parameters: Float64Array,
  sequence: Sequence,
): GradientMember | null => {
  const index = network.parts.findIndex(({ layer, direction }) => layer === 0 && direction === 'forward')
  const part = network.parts[index]
  if (!part) return null
  const layer = run(network, parameters, sequence).traces[index]!
  const paths = gradientPaths(layer, partParameters(part, parameters))
  if (!paths) return null
  const gate = slotOfJob(part.program.cell, 'keep')
  const kept = gate === null ? null : plane(layer, gate)
  return {
    cell,
    network,
    parameters,
    paths,
    radii: network.parameters
      .filter((spec) => spec.kind === 'recurrent' && spec.layer === 0 && spec.direction === 'forward')
      .map(({ name, gate: own }) => ({
        gate: own ?? name,
        radius: spectralRadius(parameterView(network.parameters, parameters, name)),
      })),
    kept: kept && meanOf(kept),
  }
}

const freshNetwork = (spec: NetworkSpec, cell: string): Network =>
  buildNetwork({ ...spec, layers: [{ ...spec.layers[0]!, cell, direction: 'forward' }] })

/** Trained networks with more units than this are left out: their Jacobians would hold up the page. */
const MOST_UNITS = 64

/** All networks of the settings over an example; a trained one that failed to load is left out. */
export const gradientMembers = (
  { scene, networks }: LoadedScene,
  example: number,
  settings: GradientSettings,
): readonly GradientMember[] => {
  const { start, delay, more } = settings
  const sequence = repeated(scene.examples[example]!, delay + 1)
  const spec = Object.values(networks)[0]?.network.spec
  const trained = start === 'trained'
  const ids = [...CELL_CHOICES, ...(more === 'none' || trained ? [] : [more])]
  return ids.flatMap((cell) => {
    const known = networks[cell]
    if (trained) {
      if (!known || known.network.parts.some(({ program }) => program.H > MOST_UNITS)) return []
      const member = memberOf(cell, known.network, known.parameters, sequence)
      return member ? [member] : []
    }
    if (!spec) return []
    const network = freshNetwork(spec, cell)
    const member = memberOf(cell, network, freshWeights(network, settings), sequence)
    return member ? [member] : []
  })
}

/** The networks on screen; they follow the sliders as fast as they can be worked out. */
export const useGradientMembers = (settings: GradientSettings): readonly GradientMember[] => {
  const loaded = useStore((state) => state.loaded)
  const example = useStore((state) => state.view.example)
  const { start, radius, bias, delay, seed, more } = settings
  const key = useDeferredValue(JSON.stringify({ start, radius, bias, delay, seed, more }))
  return useMemo(
    () => (loaded ? gradientMembers(loaded, example, { ...(JSON.parse(key) as GradientSettings) }) : []),
    [loaded, example, key],
  )
}

/**
 * What a training run is asked to do: task, cells, sizes, optimizer, seeds. Plain data: it is posted to
 * the worker and stored. A run trains several members, one a cell and seed; members of one seed see the
 * same sequences in the same order.
 */
import {
  buildNetwork,
  cellOf,
  type InitialiserName,
  type LayerSpec,
  type Network,
  type NetworkSpec,
  type OptimizerSettings,
} from '../engine/index.ts'
import { withLossOn, type LossOn } from '../scenes/lossOn.ts'
import type { Task } from '../scenes/task.ts'
import { tasks } from '../scenes/tasks.ts'
import type { SceneId } from '../scenes/list.ts'

/** 'recommended': each cell as its paper starts it; see `schemeFor`. */
export type InitialiserChoice = InitialiserName | 'recommended'

export interface TrainingSettings {
  readonly task: SceneId
  /** Timesteps of a training sequence, where the task lets one choose; null for the task's own. */
  readonly T: number | null
  /** Loss on every step or on the last; null for the task's own way. */
  readonly lossOn: LossOn | null
  /** Ids in the registry, each once. */
  readonly cells: readonly string[]
  readonly hiddenSize: number
  /**
   * 'size': every cell has `hiddenSize` units. 'parameters': `hiddenSize` is that of the cell with the
   * most parameters, and the others get as many units as come nearest to its number of parameters.
   */
  readonly equal: 'size' | 'parameters'
  readonly layers: number
  readonly direction: LayerSpec['direction']
  /** Sequences an update. */
  readonly batch: number
  readonly optimizer: OptimizerSettings
  /** Largest norm of the gradient; null for no clipping. */
  readonly clip: number | null
  readonly initialiser: InitialiserChoice
  /** One run of every cell a seed. */
  readonly seeds: readonly number[]
  /** Updates until the run stops by itself. */
  readonly updates: number
}

/**
 * The task of a run, from the text of its data file.
 * @throws Error for a loss that the task does not allow; and as the task for damaged data
 */
export const taskOf = (
  { task, T, lossOn }: Pick<TrainingSettings, 'task' | 'T' | 'lossOn'>,
  data: string,
): Task =>
  // A run that was stored before there was a choice has none.
  withLossOn(tasks[task].create(data, T), lossOn ?? null)

/** One network of a run. */
export interface Member {
  /** Unique in a run: 'lstm/3'. */
  readonly id: string
  readonly cell: string
  readonly seed: number
  /** Units of one direction of each layer. */
  readonly size: number
}

/**
 * How a cell starts when nothing else is asked: chrono where a gate keeps, an orthogonal recurrent
 * matrix where the state is only rewritten, PyTorch's default without memory.
 */
export const schemeFor = (cellId: string, choice: InitialiserChoice): InitialiserName => {
  if (choice !== 'recommended') return choice
  const cell = cellOf(cellId)
  const roles = Object.values(cell.equations).map(({ role }) => role)
  if (roles.includes('keep') || roles.includes('write')) return 'chrono'
  return cell.carry.length > 0 ? 'orthogonal' : 'default'
}

type Shape = Pick<TrainingSettings, 'layers' | 'direction'>
type Problem = Pick<Task, 'input' | 'readout' | 'outputs'>

/** The network of one member. */
export const specFor = (
  task: Problem,
  { layers, direction }: Shape,
  cell: string,
  size: number,
): NetworkSpec => ({
  input: task.input,
  layers: Array.from({ length: layers }, () => ({ cell, size, direction })),
  readout: task.readout,
  outputs: task.outputs,
})

/**
 * Number of parameters of a member, without allocating them.
 * @throws Error as `buildNetwork`
 */
export const parametersOf = (task: Problem, shape: Shape, cell: string, size: number): number =>
  buildNetwork(specFor(task, shape, cell, size)).parameterCount

/** The size at which a cell's number of parameters comes nearest to `wanted`; it grows with the size. */
export const sizeFor = (task: Problem, shape: Shape, cell: string, wanted: number): number => {
  const count = (size: number): number => parametersOf(task, shape, cell, size)
  let low = 1
  let high = 1
  while (count(high) < wanted) high *= 2
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (count(middle) < wanted) low = middle
    else high = middle
  }
  return Math.abs(count(low) - wanted) <= Math.abs(count(high) - wanted) ? low : high
}

/** The size of each cell of a run, by cell id. */
export const sizesOf = (task: Problem, settings: TrainingSettings): Readonly<Record<string, number>> => {
  const { cells, hiddenSize, equal } = settings
  if (equal === 'size') return Object.fromEntries(cells.map((cell) => [cell, hiddenSize]))
  const most = Math.max(...cells.map((cell) => parametersOf(task, settings, cell, hiddenSize)))
  return Object.fromEntries(cells.map((cell) => [cell, sizeFor(task, settings, cell, most)]))
}

/** All networks of a run: cells in the order asked, within each the seeds. */
export const membersOf = (task: Problem, settings: TrainingSettings): readonly Member[] => {
  const sizes = sizesOf(task, settings)
  return settings.cells.flatMap((cell) =>
    settings.seeds.map((seed) => ({ id: `${cell}/${seed}`, cell, seed, size: sizes[cell]! })),
  )
}

/** The network of a member, to run or train it. */
export const networkOf = (task: Problem, settings: Shape, { cell, size }: Member): Network =>
  buildNetwork(specFor(task, settings, cell, size))

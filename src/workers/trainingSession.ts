/**
 * A training run in progress, one update at a time. Deterministic to the last bit: the same settings give
 * the same weights in a worker, on the page and in Node, whether or not the run was paused, stored and
 * taken up again.
 */
import {
  createTrainer,
  initialiseNetwork,
  lossAndGradient,
  norm,
  rng,
  startOptimizer,
  type Batch,
  type Network,
  type OptimizerState,
  type Trainer,
} from '../engine/index.ts'
import type { Exercise } from '../scenes/task.ts'
import { layerBackend } from './backend.ts'
import { heldOutResult, type HeldOut } from './heldOut.ts'
import { membersOf, networkOf, schemeFor, type Member, type TrainingSettings } from './trainingSettings.ts'

/** Why a member stopped: its loss, gradient or weights were no numbers at an update. */
export interface Divergence {
  /** The update that could not be made; the weights are those before it. */
  readonly update: number
  readonly loss: number
  readonly gradientNorm: number
}

/** The last update of a member: loss of its batch before it, and the gradient's norm before clipping. */
export interface LastUpdate {
  readonly loss: number
  readonly gradientNorm: number
}

export interface MemberState {
  readonly last: LastUpdate | null
  readonly diverged: Divergence | null
}

export interface MemberCheckpoint extends MemberState {
  readonly parameters: Float64Array
  /** On sequences that were never trained on; null when it was not measured. */
  readonly heldOut: HeldOut | null
}

/** The weights of all members after some updates. Members in the order of the run. */
export interface Checkpoint {
  readonly update: number
  readonly members: readonly MemberCheckpoint[]
}

/** All that is needed to go on as if nothing had happened. Plain data. */
export interface Resume {
  readonly update: number
  readonly members: readonly (MemberState & {
    readonly parameters: Float64Array
    readonly optimizer: OptimizerState
  })[]
}

interface Trained {
  readonly member: Member
  readonly network: Network
  readonly trainer: Trainer
  /** Parameters, then the optimizer's vectors, before the last update: what divergence falls back to. */
  readonly before: readonly Float64Array[]
  last: LastUpdate | null
  diverged: Divergence | null
}

export interface Session {
  readonly members: readonly Member[]
  /** Parallel to the members. */
  readonly networks: readonly Network[]
  /** Updates made so far. */
  readonly update: () => number
  /** False when every member diverged: there is nothing left to train. */
  readonly canAdvance: () => boolean
  /** One update of every member that has not diverged. */
  readonly advance: () => void
  /** How the last update of each member went. */
  readonly states: () => readonly MemberState[]
  /** A copy of the weights now, `measured` on held-out data when asked. */
  readonly checkpoint: (measured: boolean) => Checkpoint
  /** A copy of all that is needed to go on. */
  readonly resume: () => Resume
}

/** Batches of one seed, in order. */
const batchesOf = (task: Exercise, seed: number, size: number): (() => Batch) => {
  const random = rng(seed).fork('training data')
  return () => task.sample(random, size)
}

const allFinite = (values: Float64Array): boolean => values.every((value) => Number.isFinite(value))

const refuse = (what: string, expected: string, got: string): never => {
  throw new RangeError(`Stored run, ${what}: expected ${expected}, got ${got}. Start the run again.`)
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0

const lengths = (vectors: readonly ArrayLike<number>[]): string =>
  `${vectors.length} (${vectors.map(({ length }) => length).join(', ')})`

/** Puts an optimizer where a stored one was. */
const resumeOptimizer = (id: string, state: OptimizerState, from: OptimizerState): void => {
  if (!isCount(from.step)) refuse(`${id}, optimizer`, 'the number of updates made', String(from.step))
  if (lengths(from.vectors) !== lengths(state.vectors))
    refuse(`${id}, optimizer`, `vectors: ${lengths(state.vectors)}`, lengths(from.vectors))
  state.step = from.step
  state.vectors.forEach((vector, k) => vector.set(from.vectors[k]!))
}

const start = (
  task: Exercise,
  settings: TrainingSettings,
  member: Member,
  from: Resume['members'][number] | null,
): Trained => {
  const network = networkOf(task, settings, member)
  const scheme = schemeFor(member.cell, settings.initialiser)
  const { seed } = member
  const parameters = from
    ? from.parameters.slice()
    : initialiseNetwork(network, { scheme, seed, horizon: task.horizon })
  if (parameters.length !== network.parameterCount)
    refuse(member.id, `${network.parameterCount} weights`, String(parameters.length))
  const { optimizer, clip } = settings
  const trainer = createTrainer(network, parameters, {
    optimizer,
    loss: task.loss,
    clip,
    backend: layerBackend(),
  })
  if (from) resumeOptimizer(member.id, trainer.state, from.optimizer)
  const before = [parameters, ...trainer.state.vectors].map((vector) => vector.slice())
  return { member, network, trainer, before, last: from?.last ?? null, diverged: from?.diverged ?? null }
}

/** One update of a member; one that cannot be made leaves everything as it was before. */
const advanceOne = (task: Exercise, trained: Trained, batch: Batch, update: number): void => {
  const { network, trainer, before } = trained
  const steps = trainer.state.step
  const now = [trainer.parameters, ...trainer.state.vectors]
  now.forEach((vector, k) => before[k]!.set(vector))
  try {
    const said = trainer.step(batch)
    if (allFinite(trainer.parameters)) {
      trained.last = said
      return
    }
    trained.diverged = { update, ...said }
  } catch (error) {
    const { loss, gradient } = lossAndGradient(network, trainer.parameters, task.loss, batch)
    const gradientNorm = norm(gradient)
    if (Number.isFinite(loss) && Number.isFinite(gradientNorm)) throw error
    trained.diverged = { update, loss, gradientNorm }
  }
  trainer.state.step = steps
  now.forEach((vector, k) => vector.set(before[k]!))
}

/**
 * A session at its start, or where `from` left off.
 * @throws Error for settings that make no network, a stored run that fits other settings
 */
export const createSession = (
  task: Exercise,
  settings: TrainingSettings,
  from: Resume | null = null,
): Session => {
  const members = membersOf(task, settings)
  if (from && from.members.length !== members.length)
    refuse('networks', String(members.length), String(from.members.length))
  if (from && !isCount(from.update)) refuse('update', 'a whole number, 0 or more', String(from.update))
  const trained = members.map((member, k) => start(task, settings, member, from?.members[k] ?? null))
  const sources = new Map(
    settings.seeds.map((seed) => [seed, batchesOf(task, seed, settings.batch)] as const),
  )
  let update = from?.update ?? 0
  // The generator of the data is brought to where it was by drawing what was drawn before.
  for (const next of sources.values()) for (let k = 0; k < update; k++) next()
  const canAdvance = (): boolean => trained.some(({ diverged }) => diverged === null)
  const advance = (): void => {
    const batches = new Map([...sources].map(([seed, next]) => [seed, next()] as const))
    update++
    for (const one of trained)
      if (one.diverged === null) advanceOne(task, one, batches.get(one.member.seed)!, update)
  }
  return {
    members,
    networks: trained.map(({ network }) => network),
    update: () => update,
    canAdvance,
    advance,
    states: () => trained.map(({ last, diverged }) => ({ last, diverged })),
    checkpoint: (measured) => ({
      update,
      members: trained.map(({ network, trainer, last, diverged }) => ({
        parameters: trainer.parameters.slice(),
        heldOut: measured ? heldOutResult(task, network, trainer.parameters) : null,
        last,
        diverged,
      })),
    }),
    resume: () => ({
      update,
      members: trained.map(({ trainer, last, diverged }) => ({
        parameters: trainer.parameters.slice(),
        optimizer: { step: trainer.state.step, vectors: trainer.state.vectors.map((v) => v.slice()) },
        last,
        diverged,
      })),
    }),
  }
}

/** A resume that goes on from a checkpoint with a new optimizer: what "go back" does. */
export const resumeFrom = (settings: TrainingSettings, { update, members }: Checkpoint): Resume => ({
  update,
  members: members.map(({ parameters, last }) => ({
    parameters: parameters.slice(),
    optimizer: startOptimizer(settings.optimizer, parameters.length),
    last,
    diverged: null,
  })),
})

/**
 * The way back through the network on screen: the loss of its example as it was trained (kind, steps that
 * count), or one output, sent back through the recorded run. Worked out when a gradient is first looked at.
 */
import { objectiveSeed, objectiveValue, rowLosses, type Objective } from '../describe/objective.ts'
import type { GradientSite } from '../describe/gradientFactors.ts'
import { backward, type Gradients, type Trace } from '../engine/index.ts'
import type { Example, Scene } from '../scenes/schema.ts'
import { useRun } from './hooks.ts'
import type { CellRun } from './runs.ts'
import { useStore } from './state.ts'
import { stepOfSource, type Source } from './view.ts'

/** What a step sends back: its own loss, or the output that is followed. */
export interface SourceMark {
  readonly t: number
  readonly value: number
  /** Whether it is sent back, or only counted by the source 'all'. */
  readonly sent: boolean
}

export interface GradientRun {
  readonly run: CellRun
  readonly source: Source
  readonly objective: Objective
  /** The objective's number. */
  readonly value: number
  /** The shown layer with ∂L/∂ every slot beside its values. */
  readonly layer: Trace
  readonly gradients: Gradients
  readonly site: GradientSite
  /** The losses of the example at their steps, or the one output that is followed. */
  readonly marks: readonly SourceMark[]
  /** Power of ten that holds every gradient of a state or a gate: the end of the scale. */
  readonly reach: number
}

/** Targets and steps that count, as in training: steps at rest count where the task says what they ask for. */
const targetsOf = (
  { rest, readout, targetKind }: Pick<Scene, 'rest' | 'readout' | 'targetKind'>,
  { targets }: Pick<Example, 'targets'>,
): { target: number[]; mask: number[]; width: number } => {
  const width = targetKind === 'class' ? 1 : readout.size
  const rows = targets.map((target) => target ?? rest)
  return {
    width,
    target: rows.flatMap((row) =>
      row === null ? Array.from({ length: width }, () => 0) : typeof row === 'number' ? [row] : [...row],
    ),
    mask: rows.map((row) => (row === null ? 0 : 1)),
  }
}

/** The loss of an example at every step that counts. */
export const exampleLoss = (
  scene: Pick<Scene, 'rest' | 'readout' | 'targetKind' | 'loss'>,
  example: Pick<Example, 'targets'>,
): Extract<Objective, { kind: 'loss' }> => {
  const { target, mask, width } = targetsOf(scene, example)
  const divisor = mask.reduce((sum, counts) => sum + counts, 0) * width
  return { kind: 'loss', loss: scene.loss, target, mask, divisor }
}

/** The output that the picture shows at a row: with several, the one with the largest probability. */
const shownOutput = ({ trace, network }: CellRun, row: number): number => {
  if (network.spec.readout?.activation !== 'softmax') return 0
  const K = network.outputs
  const values = Array.from(trace.outputs.subarray(row * K, (row + 1) * K))
  return values.indexOf(Math.max(...values))
}

const objectiveOf = (run: CellRun, all: Extract<Objective, { kind: 'loss' }>, source: Source): Objective => {
  const last = all.mask.lastIndexOf(1)
  if (source === 'all') return all
  if (source === 'last') return { ...all, mask: all.mask.map((_, row) => (row === last ? 1 : 0)) }
  // With one output there is only one to follow, whatever step is asked for.
  const row = run.trace.rows === 1 ? 0 : Math.min(stepOfSource(source) ?? 0, run.trace.rows - 1)
  return { kind: 'output', row, output: shownOutput(run, row) }
}

const reachOf = ({ program, T, grads }: Trace): number => {
  let most = 0
  const rows = (T + 1) * program.H
  for (const { named, index } of program.slots)
    if (named)
      for (let k = index * rows; k < (index + 1) * rows; k++) {
        const size = Math.abs(grads?.[k] ?? 0)
        if (Number.isFinite(size) && size > most) most = size
      }
  return most > 0 ? 10 ** Math.ceil(Math.log10(most) - 1e-9) : 1
}

/**
 * The gradients of a run for a source.
 * @throws Error when the run's outputs do not fit the example's targets.
 */
export const gradientRun = (
  run: CellRun,
  all: Extract<Objective, { kind: 'loss' }>,
  source: Source,
): GradientRun => {
  const { trace } = run
  const objective = objectiveOf(run, all, source)
  const seed = objectiveSeed(objective, trace)
  const gradients = backward(trace, seed)
  const { part } = run
  const stepOf = (row: number): number => (trace.rows === 1 ? trace.T - 1 : row)
  const sent = objective.kind === 'loss' ? objective.mask : null
  const losses = rowLosses(all, trace)
  const marks =
    objective.kind === 'output'
      ? [{ t: stepOf(objective.row), value: objectiveValue(objective, trace), sent: true }]
      : Array.from(losses ?? [], (value, row) => ({ t: stepOf(row), value, sent: sent?.[row] === 1 })).filter(
          (_, row) => all.mask[row] === 1,
        )
  const layer = gradients.trace.traces[part]!
  return {
    run,
    source,
    objective,
    value: objectiveValue(objective, trace),
    layer,
    gradients,
    site: { network: gradients.trace, part, seed },
    marks,
    reach: reachOf(layer),
  }
}

const known = new WeakMap<CellRun, Map<Source, GradientRun | Error>>()

const remembered = (run: CellRun, scene: Scene, example: Example, source: Source): GradientRun | Error => {
  const ofRun = known.get(run) ?? new Map<Source, GradientRun | Error>()
  known.set(run, ofRun)
  const before = ofRun.get(source)
  if (before) return before
  let made: GradientRun | Error
  try {
    made = gradientRun(run, exampleLoss(scene, example), source)
  } catch (error) {
    made = error instanceof Error ? error : new Error(String(error))
  }
  // One gradient is as large as the run: of long runs only the newest is kept.
  if (ofRun.size >= 3) ofRun.clear()
  ofRun.set(source, made)
  return made
}

/** The gradients of what is on screen; an error where there are none; null while nothing is loaded. */
export const useGradientRun = (): GradientRun | Error | null => {
  const run = useRun()
  const scene = useStore((state) => state.loaded?.scene ?? null)
  const example = useStore((state) => state.loaded?.scene.examples[state.view.example] ?? null)
  const source = useStore((state) => state.view.source)
  return run && scene && example ? remembered(run, scene, example, source) : null
}

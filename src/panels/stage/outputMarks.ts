/** What the output lane shows at each step: a number, or a probability with what is predicted. */
import { isTop, type CellRun, type SceneView } from '../../store/index.ts'

export interface OutputMark {
  readonly t: number
  /** The number; with classes the probability of the right one, or of the predicted where none is right. */
  readonly value: number
  /** The target on the same axis, or null where none is asked for. */
  readonly target: number | null
  /** Index of the output that `value` is: 0 for a single number. */
  readonly output: number
  /** With classes: what is predicted, and whether that is right (null without a target). */
  readonly predicted: { readonly name: string; readonly correct: boolean | null } | null
}

const most = (values: ArrayLike<number>): number => {
  let best = 0
  for (let k = 1; k < values.length; k++) if (values[k]! > values[best]!) best = k
  return best
}

/** True when outputs are probabilities: shown from 0 up, not to both sides of 0. */
export const isProbability = ({ network }: Pick<CellRun, 'network'>): boolean => {
  const activation = network.spec.readout?.activation
  return activation === 'softmax' || activation === 'sigmoid'
}

/**
 * The output at step t, or null where there is none: with one output only, before the last step; of a layer
 * whose h another layer reads.
 */
export const outputMark = (
  { network, trace, part }: Pick<CellRun, 'network' | 'trace' | 'part'>,
  scene: Pick<SceneView, 'outputs' | 'outputNames' | 'targets'>,
  t: number,
): OutputMark | null => {
  if (!isTop({ network, part })) return null
  const single = scene.outputs === 'last'
  if (single && t !== trace.T - 1) return null
  const n = network.outputs
  const row = single ? 0 : t
  const values = trace.outputs.subarray(row * n, (row + 1) * n)
  const target = scene.targets[t] ?? null
  if (network.spec.readout?.activation !== 'softmax')
    return { t, value: values[0] ?? NaN, target: target?.[0] ?? null, output: 0, predicted: null }
  const best = most(values)
  const right = target ? most(target) : null
  const output = right ?? best
  return {
    t,
    value: values[output] ?? NaN,
    target: right === null ? null : 1,
    output,
    predicted: {
      name: scene.outputNames[best] ?? String(best),
      correct: right === null ? null : right === best,
    },
  }
}

/** The largest number, either sign, of outputs and targets: what a full bar means. 1 for probabilities. */
export const outputReach = (
  run: Pick<CellRun, 'network' | 'trace'>,
  scene: Pick<SceneView, 'targets'>,
): number => {
  if (isProbability(run)) return 1
  const targets = scene.targets.flatMap((target) => (target ? [...target] : []))
  const sizes = [...run.trace.outputs, ...targets].filter(Number.isFinite).map(Math.abs)
  return sizes.reduce((largest, size) => Math.max(largest, size), 0) || 1
}

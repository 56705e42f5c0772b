/** What the output band shows at a step, in words: every output by name, and the target. */
import type { CellRun, SceneView } from '../../store/index.ts'

interface Words {
  readonly output: string
  readonly noOutput: string
  readonly target: (value: string) => string
}

/** The outputs of step t, or null where there is none: with one output only, before the last step. */
export const outputsAt = (
  { network, trace }: Pick<CellRun, 'network' | 'trace'>,
  { outputs }: Pick<SceneView, 'outputs'>,
  t: number,
): ArrayLike<number> | null => {
  const n = network.outputs
  if (outputs === 'last' && t !== trace.T - 1) return null
  const row = outputs === 'last' ? 0 : t
  return trace.outputs.subarray(row * n, (row + 1) * n)
}

/** Names of the outputs: those of the classes, or 'output'. */
export const outputNamesOf = (
  { network }: Pick<CellRun, 'network'>,
  { outputNames }: Pick<SceneView, 'outputNames'>,
  single: string,
): readonly string[] =>
  network.outputs === 1
    ? [single]
    : Array.from({ length: network.outputs }, (_, k) => outputNames[k] ?? `y${k}`)

/** 'output 0.35; target 0.40', 'a 0.02; b 0.98; target b'. */
export const outputSaid = (
  run: Pick<CellRun, 'network' | 'trace'>,
  scene: Pick<SceneView, 'outputs' | 'outputNames' | 'targets'>,
  t: number,
  words: Words,
  format: (value: number) => string,
): string => {
  const values = outputsAt(run, scene, t)
  if (!values) return words.noOutput
  const names = outputNamesOf(run, scene, words.output)
  const target = scene.targets[t]
  const right = target && target.length > 1 ? names[target.indexOf(1)] : undefined
  const aim = target ? [words.target(right ?? format(target[0] ?? NaN))] : []
  return [...names.map((name, k) => `${name} ${format(values[k] ?? NaN)}`), ...aim].join('; ')
}

/** The lines of the charts: one a network of the run, as points of update and value. */
import { checkpointsOf, type Run } from '../../store/trainingRun.ts'

export interface Curve {
  readonly id: string
  readonly cell: string
  readonly seed: number
  /** Held-out loss where it was measured. */
  readonly points: readonly { readonly update: number; readonly loss: number }[]
  readonly diverged: Run['states'][number]['diverged']
}

export const curvesOf = (run: Run): readonly Curve[] => {
  const checkpoints = checkpointsOf(run)
  return run.members.map(({ id, cell, seed }, k) => {
    const diverged = run.states[k]?.diverged ?? null
    const points = checkpoints.flatMap(({ update, members }) => {
      const heldOut = members[k]?.heldOut
      // After it diverged a network stands still: its line ends.
      return heldOut && (diverged === null || update < diverged.update)
        ? [{ update, loss: heldOut.loss }]
        : []
    })
    return { id, cell, seed, points, diverged }
  })
}

/** The last point of a curve up to an update, or null before the first. */
export const pointAt = ({ points }: Curve, update: number): Curve['points'][number] | null =>
  points.filter((point) => point.update <= update).at(-1) ?? null

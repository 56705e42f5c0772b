/** Loss bars on the output lane: how high each is, beside the largest of the example. */
import type { GradientRun, SourceMark } from '../../store/gradients.ts'

export interface Bar extends SourceMark {
  /** Part of the full height, 0 … 1; at least a trace, so that every loss that is sent back is seen. */
  readonly size: number
}

const LEAST = 0.06

export const lossBars = (
  { marks, objective }: Pick<GradientRun, 'marks' | 'objective'>,
  top: boolean,
): ReadonlyMap<number, Bar> => {
  const most = marks.reduce((top, { value }) => Math.max(top, Math.abs(value)), 0) || 1
  return new Map(
    marks.map((mark) => [
      mark.t,
      {
        ...mark,
        sent: mark.sent && top,
        size: objective.kind === 'output' ? 1 : Math.max(LEAST, Math.abs(mark.value) / most),
      },
    ]),
  )
}

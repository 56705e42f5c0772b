/** Which steps of a band are computed. */
import type { Trace } from '../../engine/index.ts'

/** @param known where the computed steps end, or in a reversed direction where they begin */
export const isKnown = ({ reversed }: Pick<Trace, 'reversed'>, known: number, t: number): boolean =>
  reversed ? t >= known : t < known

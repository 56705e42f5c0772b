/** The order in which a layer computes its steps: from the first on, or in a reversed direction from the last. */
import type { Trace } from '../engine/index.ts'

type Directed = Pick<Trace, 'reversed'>

/** True when a layer computes step k before step t. */
export const isBefore = ({ reversed }: Directed, k: number, t: number): boolean => (reversed ? k > t : k < t)

/** The step whose carry step t takes in; −1 or T at the end where the layer starts. */
export const stepBefore = ({ reversed }: Directed, t: number): number => (reversed ? t + 1 : t - 1)

/**
 * When weights are kept. Learning is fast at first and slow later, so checkpoints lie evenly over √update:
 * at the squares 0, 1, 4, 9, 16 … of level 0. When they become too many, every other one goes: level L
 * keeps the updates (m · 2^L)². What a level keeps, all lower ones keep too, so thinning only ever drops.
 */

/** True when the weights after this many updates are kept at a level. */
export const isKept = (update: number, level: number): boolean => {
  const root = Math.round(Math.sqrt(update))
  return root * root === update && root % 2 ** level === 0
}

/** How many updates up to and including `update` a level keeps, update 0 among them. */
export const keptUpTo = (update: number, level: number): number =>
  Math.floor(Math.floor(Math.sqrt(update)) / 2 ** level) + 1

/** The lowest level at which no more than `most` checkpoints are kept up to an update. */
export const levelFor = (update: number, most: number): number => {
  let level = 0
  while (keptUpTo(update, level) > most) level++
  return level
}

/** The updates that a level keeps up to and including `update`, ascending. */
export const keptUpdates = (update: number, level: number): readonly number[] =>
  Array.from({ length: keptUpTo(update, level) }, (_, m) => (m * 2 ** level) ** 2)

/** Splits checkpoints into those that a level keeps and those that it drops; both in their order. */
export const thin = <C extends { readonly update: number }>(
  checkpoints: readonly C[],
  level: number,
): { readonly kept: readonly C[]; readonly dropped: readonly C[] } => ({
  kept: checkpoints.filter(({ update }) => isKept(update, level)),
  dropped: checkpoints.filter(({ update }) => !isKept(update, level)),
})

/** As many steps as help to choose from, in a list or a table. */
const MOST_STEPS = 200

/** Of ascending steps those around the open one, or all when they are few. */
export const nearSteps = (steps: readonly number[], open: number): readonly number[] => {
  const after = steps.findIndex((t) => t > open)
  const middle = after < 0 ? steps.length : after
  const from = Math.max(0, Math.min(middle - MOST_STEPS / 2, steps.length - MOST_STEPS))
  return steps.slice(from, from + MOST_STEPS)
}

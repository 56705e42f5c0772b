/** The curve of every motion on the stage: cubic-bezier(.3, 0, .1, 1), out quickly and gently in. */

const X1 = 0.3
const X2 = 0.1

/** Time and progress of the curve's point s; both grow with s. */
const timeAt = (s: number): number => 3 * (1 - s) ** 2 * s * X1 + 3 * (1 - s) * s ** 2 * X2 + s ** 3
const progressAt = (s: number): number => 3 * s ** 2 - 2 * s ** 3

/** The s where a growing function of s in 0 … 1 reaches a value, to 1e-12. */
const solve = (of: (s: number) => number, value: number): number => {
  let [low, high] = [0, 1]
  for (let k = 0; k < 40; k++) {
    const s = (low + high) / 2
    if (of(s) < value) low = s
    else high = s
  }
  return (low + high) / 2
}

/** Progress (0 … 1) at a part of the time (0 … 1); outside the ends, the ends. */
export const ease = (time: number): number =>
  time <= 0 ? 0 : time >= 1 ? 1 : progressAt(solve(timeAt, time))

/** The part of the time at which the progress is reached. */
export const timeOf = (progress: number): number =>
  progress <= 0 ? 0 : progress >= 1 ? 1 : timeAt(solve(progressAt, progress))

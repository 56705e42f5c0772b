/** Safari has no idle callbacks; a moment later does as well. */
const MOMENT_MS = 200
/** A browser that never rests is not waited for longer than this. */
const LONGEST_WAIT_MS = 1000

/** Calls back once the browser rests. Returns how to take that back. */
export const whenIdle = (act: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(act, { timeout: LONGEST_WAIT_MS })
    return () => cancelIdleCallback(asked)
  }
  const timer = setTimeout(act, MOMENT_MS)
  return () => clearTimeout(timer)
}

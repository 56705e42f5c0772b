/** Whether the first picture stands and the browser has had a moment's rest: what comes later may load. */
import { useEffect, useState } from 'react'

/** Safari has no idle callbacks; a moment after the first picture does as well. */
const MOMENT = 200

/** True for good once `ready` has been true and the browser came to rest. */
export const useIdle = (ready: boolean): boolean => {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    if (!ready) return undefined
    const rest = (): void => setIdle(true)
    if (typeof requestIdleCallback === 'function') {
      const asked = requestIdleCallback(rest, { timeout: 1000 })
      return () => cancelIdleCallback(asked)
    }
    const timer = setTimeout(rest, MOMENT)
    return () => clearTimeout(timer)
  }, [ready])
  return idle
}

/** Whether the first picture stands and the browser has had a moment's rest: what comes later may load. */
import { useEffect, useState } from 'react'
import { whenIdle } from '../ui/whenIdle.ts'

/** True for good once `ready` has been true and the browser came to rest. */
export const useIdle = (ready: boolean): boolean => {
  const [idle, setIdle] = useState(false)
  useEffect(() => (ready ? whenIdle(() => setIdle(true)) : undefined), [ready])
  return idle
}

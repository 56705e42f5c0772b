/** The worker of trials: the driver with this thread's messages and clock around it. */
import { createTrialsDriver, type ToTrials } from './trialsDriver.ts'

/** A message to oneself lets those of the page in between; timers would be throttled. */
const turns = new MessageChannel()
const waiting: (() => void)[] = []
turns.port1.addEventListener('message', () => waiting.shift()?.())
turns.port1.start()

const driver = createTrialsDriver({
  post: (message) => postMessage(message),
  now: () => performance.now(),
  later: (callback) => {
    waiting.push(callback)
    turns.port2.postMessage(null, [])
  },
})

addEventListener('message', (event: MessageEvent<ToTrials>) => driver(event.data))

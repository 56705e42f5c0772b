/** The training worker: the driver with this thread's messages and clock around it. */
import { createDriver } from './trainingDriver.ts'
import { buffersOf, type ToWorker } from './trainingMessages.ts'

/** A message to oneself lets those of the page in between; timers would be throttled. */
const turns = new MessageChannel()
const waiting: (() => void)[] = []
turns.port1.addEventListener('message', () => waiting.shift()?.())
turns.port1.start()

const driver = createDriver({
  post: (message) => postMessage(message, { transfer: buffersOf(message) }),
  now: () => performance.now(),
  later: (callback) => {
    waiting.push(callback)
    turns.port2.postMessage(null, [])
  },
})

addEventListener('message', (event: MessageEvent<ToWorker>) => driver(event.data))
